//! Tables from CSV files, as spreadsheets write them: the columns' titles above, one thing a row,
//! checked by the rules of the forms. What the rows are is said by [`Column`] and by the function
//! that reads one of them; everything else is the same for all.

pub mod articles;
pub mod customers;
pub mod domains;
mod fault;
mod header;
pub mod products;
mod row;
mod text;

pub use fault::Fault;
pub use row::Row;

use csv::{Reader, ReaderBuilder, StringRecord};
use domain::values::ValueError;

use header::Header;

/// Most bytes of a file.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// Most rows of a file, its first one not counted.
pub const MOST_ROWS: usize = 20_000;

/// A column that a kind of file can have.
pub trait Column: Copy + PartialEq + 'static {
    /// All of them, in the order in which missing ones are named.
    const ALL: &'static [Self];

    /// What the file's rows are, for the sentence that says that it has none: "Kunden".
    const THINGS: &'static str;

    /// As the first row of the file names it, and the sentences about it.
    fn title(self) -> &'static str;

    /// A file without this column is not read.
    fn is_required(self) -> bool;
}

/// The cells of a row that hold what they must not, each with its reason.
pub type CellFaults<C> = Vec<(C, ValueError)>;

/// Something that was read from a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T> {
    pub value: T,
    /// The line of the file on which its row begins, from 1.
    pub line: u64,
}

impl<T> Read<T> {
    /// What to say where a column turns out to be wrong only when it is stored.
    pub fn fault<C: Column>(&self, column: C, error: ValueError) -> Fault {
        Fault::value(self.line, column, error)
    }
}

/// Reads all rows of a file: UTF-8 or Windows-1252, separated by comma, semicolon or tab; at most
/// [`MOST_BYTES`] and [`MOST_ROWS`].
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read<C: Column, T>(
    bytes: &[u8],
    read_row: impl Fn(&Row<'_, C>) -> Result<T, CellFaults<C>>,
) -> Result<Vec<Read<T>>, Vec<Fault>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![Fault::too_large(MOST_BYTES)]);
    }
    let text = text::decode(bytes);
    let lines = text::Lines::of(&text);
    let mut reader = reader(&text);
    let mut records = reader.records();
    let first = match records.next() {
        Some(Ok(record)) => record,
        Some(Err(error)) => return Err(vec![Fault::unreadable(&error)]),
        None => return Err(vec![Fault::empty::<C>()]),
    };
    let header = Header::parse(&first)?;
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for record in records {
        match record {
            Ok(record) if is_blank(&record) => {}
            Ok(_) if rows.len() == MOST_ROWS => {
                return Err(vec![Fault::too_many::<C>(MOST_ROWS)]);
            }
            Ok(record) => {
                match read_one(&header, &record, lines.of_row(&text, &record), &read_row) {
                    Ok(row) => rows.push(row),
                    Err(found) => faults.extend(found),
                }
            }
            Err(error) => faults.push(Fault::unreadable(&error)),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        faults.push(Fault::empty::<C>());
    }
    if faults.is_empty() {
        Ok(rows)
    } else {
        Err(faults)
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .delimiter(text::delimiter(text))
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Spreadsheets leave rows of separators below the last one.
fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

fn read_one<C: Column, T>(
    header: &Header<C>,
    record: &StringRecord,
    line: u64,
    read_row: &impl Fn(&Row<'_, C>) -> Result<T, CellFaults<C>>,
) -> Result<Read<T>, Vec<Fault>> {
    if record.len() > header.width() {
        return Err(vec![Fault::too_wide(line, record.len(), header.width())]);
    }
    match read_row(&Row::new(header, record)) {
        Ok(value) => Ok(Read { value, line }),
        Err(faults) => Err(faults
            .into_iter()
            .map(|(column, error)| Fault::value(line, column, error))
            .collect()),
    }
}

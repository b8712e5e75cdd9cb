//! Customers from a CSV file, as spreadsheets write it: the form's German labels above, one customer
//! a row, checked by the form's own rules.

mod fault;
mod header;
mod text;

pub use fault::Fault;

use csv::{ReaderBuilder, StringRecord};
use domain::{
    customer::NewCustomer, customer_form::Field, ports::PhoneNumbers, values::ValueError,
};

use header::Header;

/// A customer that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub customer: NewCustomer,
    /// The line of the file on which it begins, from 1.
    pub line: u64,
}

impl Imported {
    /// What to say where its number is taken.
    pub fn taken(&self) -> Fault {
        Fault::value(self.line, Field::Number, ValueError::Taken)
    }
}

/// Reads all customers of a file: UTF-8 or Windows-1252, separated by comma, semicolon or tab.
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read(bytes: &[u8], phones: &dyn PhoneNumbers) -> Result<Vec<Imported>, Vec<Fault>> {
    let text = text::decode(bytes);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(text::delimiter(&text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = match records.next() {
        Some(Ok(record)) => record,
        Some(Err(error)) => return Err(vec![Fault::unreadable(&error)]),
        None => return Err(vec![Fault::empty()]),
    };
    let header = Header::parse(&first)?;
    let mut customers = Vec::new();
    let mut faults = Vec::new();
    for record in records {
        match record {
            Ok(record) if is_blank(&record) => {}
            Ok(record) => match customer(&header, &record, text::line_of(&text, &record), phones) {
                Ok(imported) => customers.push(imported),
                Err(found) => faults.extend(found),
            },
            Err(error) => faults.push(Fault::unreadable(&error)),
        }
    }
    if customers.is_empty() && faults.is_empty() {
        faults.push(Fault::empty());
    }
    if faults.is_empty() {
        Ok(customers)
    } else {
        Err(faults)
    }
}

/// Spreadsheets leave rows of separators below the last one.
fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

fn customer(
    header: &Header,
    record: &StringRecord,
    line: u64,
    phones: &dyn PhoneNumbers,
) -> Result<Imported, Vec<Fault>> {
    if record.len() > header.width() {
        return Err(vec![Fault::too_wide(line, record.len(), header.width())]);
    }
    let form = header.form(record);
    match form.validate(phones) {
        Ok(customer) => Ok(Imported { customer, line }),
        Err(errors) => Err(errors
            .iter()
            .map(|(field, error)| Fault::value(line, field, error))
            .collect()),
    }
}

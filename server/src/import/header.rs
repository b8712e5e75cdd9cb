//! The first row: where each column stands.

use csv::StringRecord;

use super::{Column, Fault};

/// The column at each place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header<C>(Vec<C>);

impl<C: Column> Header<C> {
    /// Reads the columns' titles, in any order, in any case, with or without the star of a required
    /// field. Only what is not required may be missing.
    pub(super) fn parse(record: &StringRecord) -> Result<Self, Vec<Fault>> {
        let mut columns: Vec<C> = Vec::new();
        let mut faults = Vec::new();
        for title in trimmed(record) {
            match C::ALL.iter().find(|column| is_title_of(title, **column)) {
                Some(column) if columns.contains(column) => {
                    faults.push(Fault::repeated_column(*column))
                }
                Some(column) => columns.push(*column),
                None => faults.push(Fault::unknown_column(title)),
            }
        }
        let missing = C::ALL
            .iter()
            .filter(|column| column.is_required() && !columns.contains(column));
        faults.extend(missing.map(|column| Fault::missing_column(*column)));
        if faults.is_empty() {
            Ok(Self(columns))
        } else {
            Err(faults)
        }
    }

    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.0.len()
    }

    /// Where this column stands, from 0; `None` where it is missing.
    pub(super) fn place(&self, column: C) -> Option<usize> {
        self.0.iter().position(|there| *there == column)
    }
}

/// Without the empty columns at the end that spreadsheets add.
fn trimmed(record: &StringRecord) -> impl Iterator<Item = &str> {
    let titles: Vec<_> = record.iter().map(str::trim).collect();
    let width = titles
        .iter()
        .rposition(|title| !title.is_empty())
        .map_or(0, |last| last + 1);
    titles.into_iter().take(width)
}

fn is_title_of<C: Column>(title: &str, column: C) -> bool {
    let title = title.trim_end_matches('*').trim_end();
    title.to_lowercase() == column.title().to_lowercase()
}

#[cfg(test)]
mod tests {
    use domain::customer_form::Field;

    use super::*;

    #[test]
    fn columns_come_in_any_order_with_or_without_star() {
        let titles = StringRecord::from(vec![
            "Ort",
            "PLZ *",
            "kundennummer*",
            "Nachname",
            "Vorname",
            "Adresse",
            "Telefon",
            "Mobil",
            "E-Mail",
            "",
            "",
        ]);
        let header = Header::parse(&titles).map(|header| header.0);
        assert_eq!(
            header.map(|fields| fields[..3].to_vec()),
            Ok(vec![Field::City, Field::PostalCode, Field::Number])
        );
    }
}

//! The first row: which column is which field.

use app::locale::Language;
use csv::StringRecord;
use domain::{
    country::Country,
    customer_form::{CustomerForm, Field},
    form::{Form, FormField},
};

use super::Fault;

/// The field of each column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header(Vec<Field>);

impl Header {
    /// Reads the form's German labels, in any order, in any case, with or without the star of a
    /// required field. Only "Land", "Firma" and "Webseite" may be missing.
    pub(super) fn parse(record: &StringRecord) -> Result<Self, Vec<Fault>> {
        let mut fields = Vec::new();
        let mut faults = Vec::new();
        for title in trimmed(record) {
            match Field::ALL
                .into_iter()
                .find(|field| is_label_of(title, *field))
            {
                Some(field) if fields.contains(&field) => {
                    faults.push(Fault::repeated_column(field))
                }
                Some(field) => fields.push(field),
                None => faults.push(Fault::unknown_column(title)),
            }
        }
        let missing = Field::ALL.into_iter().filter(|field| {
            field.is_required() && *field != Field::Country && !fields.contains(field)
        });
        faults.extend(missing.map(Fault::missing_column));
        if faults.is_empty() {
            Ok(Self(fields))
        } else {
            Err(faults)
        }
    }

    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.0.len()
    }

    /// The form that a row fills in; cells that a short row lacks are empty.
    pub(super) fn form(&self, record: &StringRecord) -> CustomerForm {
        let mut form = CustomerForm::default();
        for (field, cell) in self.0.iter().zip(record.iter()) {
            match field {
                Field::Country => form.country = country(cell),
                field => cell.clone_into(form.value_mut(*field)),
            }
        }
        form
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

fn is_label_of(title: &str, field: Field) -> bool {
    let title = title.trim_end_matches('*').trim_end();
    let label = (Language::German.texts().form.label)(field);
    title.to_lowercase() == label.to_lowercase()
}

/// The code of a country that is given by its code or its German or English name; an empty cell is
/// Germany, as in the form. Anything else stays, for the rules to refuse.
fn country(cell: &str) -> String {
    let cell = cell.trim();
    if cell.is_empty() {
        return Country::GERMANY.code().to_owned();
    }
    let lower = cell.to_lowercase();
    let is_meant = |country: &Country| {
        let named =
            |language: Language| (language.texts().country)(*country).to_lowercase() == lower;
        country.code().eq_ignore_ascii_case(cell)
            || named(Language::German)
            || named(Language::English)
    };
    let found = Country::ALL.iter().find(|country| is_meant(country));
    found.map_or_else(|| cell.to_owned(), |country| country.code().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_code_and_by_name() {
        for (cell, code) in [
            ("AT", "AT"),
            ("at", "AT"),
            ("Österreich", "AT"),
            ("austria", "AT"),
            ("", "DE"),
            (" Schweiz ", "CH"),
        ] {
            assert_eq!(country(cell), code);
        }
        assert_eq!(country("Preußen"), "Preußen");
    }

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

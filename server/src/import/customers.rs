//! Customers: the columns are the form's fields, by their German labels.

use app::locale::Language;
use domain::{
    country::Country,
    customer::NewCustomer,
    customer_form::{CustomerForm, Field},
    form::{Form, FormField},
    ports::PhoneNumbers,
    values::ValueError,
};

use super::{Column, Fault, Read, Row};

impl Column for Field {
    const ALL: &'static [Self] = Field::FIELDS;
    const THINGS: &'static str = "Kunden";

    fn title(self) -> &'static str {
        (Language::German.texts().form().label)(self)
    }

    /// A file of one country need not name it.
    fn is_required(self) -> bool {
        FormField::is_required(self) && self != Field::Country
    }
}

/// Reads all customers of a file.
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read(bytes: &[u8], phones: &dyn PhoneNumbers) -> Result<Vec<Read<NewCustomer>>, Vec<Fault>> {
    super::read(bytes, |row| {
        let read = form(row).validate(phones);
        read.map_err(|errors| errors.iter().collect())
    })
}

/// What to say where its number is taken.
pub fn taken(customer: &Read<NewCustomer>) -> Fault {
    customer.fault(Field::Number, ValueError::Taken)
}

/// The form that a row fills in.
fn form(row: &Row<'_, Field>) -> CustomerForm {
    let mut form = CustomerForm::default();
    for field in Field::FIELDS {
        let cell = row.cell(*field);
        *form.value_mut(*field) = match field {
            Field::Country => country(cell),
            _ => cell.to_owned(),
        };
    }
    form
}

/// The code of a country that is given by its code or its German or English name; an empty cell is
/// Germany, as in the form. Anything else stays, for the rules to refuse.
fn country(cell: &str) -> String {
    if cell.is_empty() {
        return Country::GERMANY.code().to_owned();
    }
    let lower = cell.to_lowercase();
    let is_meant = |country: &Country| {
        let named = |language: Language| language.texts().country(*country).to_lowercase() == lower;
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
            ("Schweiz", "CH"),
        ] {
            assert_eq!(country(cell), code);
        }
        assert_eq!(country("Preußen"), "Preußen");
    }
}

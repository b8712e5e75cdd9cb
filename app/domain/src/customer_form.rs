//! The form that creates or edits a customer: raw text in, a checked customer or one error a field
//! out. The same function runs in the browser and on the server.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    country::Country,
    customer::NewCustomer,
    ports::PhoneNumbers,
    values::{CustomerNumber, EmailAddress, Line, PhoneNumber, PostalCode, ValueError, Website},
};

/// What was typed, as it was typed. The names are those of the HTML form's fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerForm {
    pub number: String,
    pub company: String,
    pub last_name: String,
    pub first_name: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    /// ISO code; Germany is preselected.
    pub country: String,
    pub phone: String,
    pub mobile: String,
    pub email: String,
    pub website: String,
}

impl Default for CustomerForm {
    fn default() -> Self {
        Self {
            number: String::new(),
            company: String::new(),
            last_name: String::new(),
            first_name: String::new(),
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            country: Country::GERMANY.code().to_owned(),
            phone: String::new(),
            mobile: String::new(),
            email: String::new(),
            website: String::new(),
        }
    }
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Number,
    Company,
    LastName,
    FirstName,
    Street,
    PostalCode,
    City,
    Country,
    Phone,
    Mobile,
    Email,
    Website,
}

impl Field {
    /// In the order of the form: the first faulty one takes the focus.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Company,
        Self::LastName,
        Self::FirstName,
        Self::Street,
        Self::PostalCode,
        Self::City,
        Self::Country,
        Self::Phone,
        Self::Mobile,
        Self::Email,
        Self::Website,
    ];

    /// The name of the HTML form field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Company => "company",
            Self::LastName => "last_name",
            Self::FirstName => "first_name",
            Self::Street => "street",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Country => "country",
            Self::Phone => "phone",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Website => "website",
        }
    }

    /// Marked with * in the form.
    pub fn is_required(self) -> bool {
        !matches!(self, Self::Company | Self::Website)
    }
}

/// The faulty fields, each with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<Field, ValueError>);

impl FieldErrors {
    /// One faulty field.
    pub fn of(field: Field, error: ValueError) -> Self {
        Self(BTreeMap::from([(field, error)]))
    }

    pub fn get(&self, field: Field) -> Option<ValueError> {
        self.0.get(&field).copied()
    }

    /// Sets or clears the error of one field.
    pub fn set(&mut self, field: Field, error: Option<ValueError>) {
        match error {
            Some(error) => self.0.insert(field, error),
            None => self.0.remove(&field),
        };
    }

    /// The first faulty field in the order of the form.
    pub fn first(&self) -> Option<Field> {
        self.0.keys().next().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, ValueError)> + '_ {
        self.0.iter().map(|(field, error)| (*field, *error))
    }
}

impl CustomerForm {
    /// The text of one field.
    pub fn value(&self, field: Field) -> &str {
        match field {
            Field::Number => &self.number,
            Field::Company => &self.company,
            Field::LastName => &self.last_name,
            Field::FirstName => &self.first_name,
            Field::Street => &self.street,
            Field::PostalCode => &self.postal_code,
            Field::City => &self.city,
            Field::Country => &self.country,
            Field::Phone => &self.phone,
            Field::Mobile => &self.mobile,
            Field::Email => &self.email,
            Field::Website => &self.website,
        }
    }

    /// The place of one field's text.
    pub fn value_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Number => &mut self.number,
            Field::Company => &mut self.company,
            Field::LastName => &mut self.last_name,
            Field::FirstName => &mut self.first_name,
            Field::Street => &mut self.street,
            Field::PostalCode => &mut self.postal_code,
            Field::City => &mut self.city,
            Field::Country => &mut self.country,
            Field::Phone => &mut self.phone,
            Field::Mobile => &mut self.mobile,
            Field::Email => &mut self.email,
            Field::Website => &mut self.website,
        }
    }

    /// Checks every field.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self, phones: &dyn PhoneNumbers) -> Result<NewCustomer, FieldErrors> {
        let mut errors = FieldErrors::default();
        // A postal code is checked by its country; an unknown country is its own error.
        let country = checked(Field::Country, self.country.parse::<Country>(), &mut errors);
        let number = checked(
            Field::Number,
            CustomerNumber::parse(&self.number),
            &mut errors,
        );
        let company = checked(
            Field::Company,
            optional(&self.company, Line::parse),
            &mut errors,
        );
        let last_name = checked(Field::LastName, Line::parse(&self.last_name), &mut errors);
        let first_name = checked(Field::FirstName, Line::parse(&self.first_name), &mut errors);
        let street = checked(Field::Street, Line::parse(&self.street), &mut errors);
        let place = country.unwrap_or(Country::GERMANY);
        let postal_code = checked(
            Field::PostalCode,
            PostalCode::parse(&self.postal_code, place),
            &mut errors,
        );
        let city = checked(Field::City, Line::parse(&self.city), &mut errors);
        let phone = checked(
            Field::Phone,
            phone_number(&self.phone, place, phones),
            &mut errors,
        );
        let mobile = checked(
            Field::Mobile,
            phone_number(&self.mobile, place, phones),
            &mut errors,
        );
        let email = checked(Field::Email, EmailAddress::parse(&self.email), &mut errors);
        let website = checked(
            Field::Website,
            optional(&self.website, Website::parse),
            &mut errors,
        );
        let parts = || {
            Some(NewCustomer {
                number: number?,
                company: company?,
                last_name: last_name?,
                first_name: first_name?,
                street: street?,
                postal_code: postal_code?,
                city: city?,
                country: country?,
                phone: phone?,
                mobile: mobile?,
                email: email?,
                website: website?,
            })
        };
        parts().ok_or(errors)
    }
}

/// The value, or its error noted at the field.
fn checked<T>(field: Field, value: Result<T, ValueError>, errors: &mut FieldErrors) -> Option<T> {
    value.map_err(|error| errors.set(field, Some(error))).ok()
}

/// Nothing typed is no value; anything else must be right.
fn optional<T>(
    raw: &str,
    parse: impl Fn(&str) -> Result<T, ValueError>,
) -> Result<Option<T>, ValueError> {
    match parse(raw) {
        Ok(value) => Ok(Some(value)),
        Err(ValueError::Required) => Ok(None),
        Err(error) => Err(error),
    }
}

fn phone_number(
    raw: &str,
    country: Country,
    phones: &dyn PhoneNumbers,
) -> Result<PhoneNumber, ValueError> {
    let typed = Line::<40>::parse(raw)?;
    phones
        .parse(typed.as_str(), country)
        .ok_or(ValueError::NotAPhoneNumber)
}

/// What the browser knows of telephone numbers: which characters and how many digits. The server
/// looks closer.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlausiblePhoneNumbers;

impl PhoneNumbers for PlausiblePhoneNumbers {
    fn parse(&self, typed: &str, _country: Country) -> Option<PhoneNumber> {
        todo!()
    }

    fn readable(&self, e164: &str) -> String {
        e164.to_owned()
    }
}

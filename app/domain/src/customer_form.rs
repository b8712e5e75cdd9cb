//! The form that creates or edits a customer: raw text in, a checked customer or one error a field
//! out. The same function runs in the browser and on the server.

mod field_errors;
mod plausible_phones;
mod rules;

pub use field_errors::FieldErrors;
pub use plausible_phones::PlausiblePhoneNumbers;

use serde::{Deserialize, Serialize};

use crate::country::Country;

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
}

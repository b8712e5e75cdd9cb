//! The form that creates or edits a customer: raw text in, a checked customer or one error a field
//! out. The same function runs in the browser and on the server.

mod plausible_phones;
mod rules;

pub use plausible_phones::PlausiblePhoneNumbers;

use serde::{Deserialize, Serialize};

use crate::{
    country::Country,
    form::{Form, FormField},
    refusal::{Invalid, Refusal},
    values::ValueError,
};

/// The faulty fields of the form.
pub type FieldErrors = crate::form::FieldErrors<Field>;

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
}

impl FormField for Field {
    const FIELDS: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
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

    fn is_required(self) -> bool {
        !matches!(self, Self::Company | Self::Website)
    }

    fn invalid(errors: FieldErrors) -> Invalid {
        Invalid::Customer(errors)
    }

    fn errors_in(invalid: Invalid) -> Option<FieldErrors> {
        match invalid {
            Invalid::Customer(errors) => Some(errors),
            _ => None,
        }
    }
}

impl Form for CustomerForm {
    type Field = Field;

    fn value(&self, field: Field) -> &str {
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

    fn value_mut(&mut self, field: Field) -> &mut String {
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

    fn error(&self, field: Field) -> Option<ValueError> {
        self.validate_field(field, &PlausiblePhoneNumbers)
    }

    /// A new country also settles anew what was typed as postal code and telephone numbers.
    fn recheck(&self, left: Field, errors: &mut FieldErrors) {
        errors.set(left, self.error(left));
        if left == Field::Country {
            for field in [Field::PostalCode, Field::Phone, Field::Mobile] {
                if !self.value(field).trim().is_empty() {
                    errors.set(field, self.error(field));
                }
            }
        }
    }

    fn stored_instead(refusal: &Refusal) -> Option<Self> {
        match refusal {
            Refusal::Conflict(now) => now.open().map(|now| now.record),
            _ => None,
        }
    }
}

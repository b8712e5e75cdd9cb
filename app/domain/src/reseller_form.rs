//! `/stammdaten`: what a reseller says of itself, and how its customers' numbers go on.

mod rules;

use serde::{Deserialize, Serialize};

use crate::{
    country::Country,
    customer_form::PlausiblePhoneNumbers,
    form::{Form, FormField},
    ports::PhoneNumbers,
    refusal::Invalid,
    values::{
        EmailAddress, Line, NumberScheme, PhoneNumber, PostalCode, ValueError, Version, Website,
    },
};

/// The faulty fields of the form.
pub type FieldErrors = crate::form::FieldErrors<Field>;

/// What was typed, as it was typed. The names are those of the HTML form's fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResellerForm {
    pub company: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    /// ISO code.
    pub country: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// Of what end customers get: `de` or `en`.
    pub language: String,
    /// How end customers are addressed: `du` or `sie`.
    pub address_form: String,
    pub number_prefix: String,
    pub number_digits: String,
    /// Empty: one above the highest.
    pub number_next: String,
    /// Whether whoever works for the reseller needs a second factor: `optional` or `required`.
    pub staff_factor: String,
}

impl Default for ResellerForm {
    fn default() -> Self {
        let empty = String::new;
        Self {
            company: empty(),
            street: empty(),
            postal_code: empty(),
            city: empty(),
            country: Country::GERMANY.code().to_owned(),
            phone: empty(),
            email: empty(),
            website: empty(),
            language: "de".to_owned(),
            address_form: "sie".to_owned(),
            number_prefix: empty(),
            number_digits: "1".to_owned(),
            number_next: empty(),
            staff_factor: "optional".to_owned(),
        }
    }
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Company,
    Street,
    PostalCode,
    City,
    Country,
    Phone,
    Email,
    Website,
    Language,
    AddressForm,
    NumberPrefix,
    NumberDigits,
    NumberNext,
    StaffFactor,
}

impl FormField for Field {
    const FIELDS: &'static [Self] = &[
        Self::Company,
        Self::Street,
        Self::PostalCode,
        Self::City,
        Self::Country,
        Self::Phone,
        Self::Email,
        Self::Website,
        Self::Language,
        Self::AddressForm,
        Self::NumberPrefix,
        Self::NumberDigits,
        Self::NumberNext,
        Self::StaffFactor,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Street => "street",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Country => "country",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Website => "website",
            Self::Language => "language",
            Self::AddressForm => "address_form",
            Self::NumberPrefix => "number_prefix",
            Self::NumberDigits => "number_digits",
            Self::NumberNext => "number_next",
            Self::StaffFactor => "staff_factor",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Company | Self::Email | Self::NumberDigits)
    }

    fn invalid(errors: FieldErrors) -> Invalid {
        Invalid::Reseller(errors)
    }

    fn errors_in(invalid: Invalid) -> Option<FieldErrors> {
        match invalid {
            Invalid::Reseller(errors) => Some(errors),
            _ => None,
        }
    }
}

impl Form for ResellerForm {
    type Field = Field;

    fn value(&self, field: Field) -> &str {
        match field {
            Field::Company => &self.company,
            Field::Street => &self.street,
            Field::PostalCode => &self.postal_code,
            Field::City => &self.city,
            Field::Country => &self.country,
            Field::Phone => &self.phone,
            Field::Email => &self.email,
            Field::Website => &self.website,
            Field::Language => &self.language,
            Field::AddressForm => &self.address_form,
            Field::NumberPrefix => &self.number_prefix,
            Field::NumberDigits => &self.number_digits,
            Field::NumberNext => &self.number_next,
            Field::StaffFactor => &self.staff_factor,
        }
    }

    fn value_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Company => &mut self.company,
            Field::Street => &mut self.street,
            Field::PostalCode => &mut self.postal_code,
            Field::City => &mut self.city,
            Field::Country => &mut self.country,
            Field::Phone => &mut self.phone,
            Field::Email => &mut self.email,
            Field::Website => &mut self.website,
            Field::Language => &mut self.language,
            Field::AddressForm => &mut self.address_form,
            Field::NumberPrefix => &mut self.number_prefix,
            Field::NumberDigits => &mut self.number_digits,
            Field::NumberNext => &mut self.number_next,
            Field::StaffFactor => &mut self.staff_factor,
        }
    }

    fn error(&self, field: Field) -> Option<ValueError> {
        self.validate_field(field, &PlausiblePhoneNumbers)
    }

    /// A new country also settles anew what was typed as postal code and telephone number.
    fn recheck(&self, left: Field, errors: &mut FieldErrors) {
        errors.set(left, self.error(left));
        if left == Field::Country {
            for field in [Field::PostalCode, Field::Phone] {
                errors.set(field, self.error(field));
            }
        }
    }
}

/// What a reseller says of itself, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProfile {
    pub company: Line<100>,
    pub street: Option<Line<200>>,
    pub postal_code: Option<PostalCode>,
    pub city: Option<Line<100>>,
    pub country: Country,
    pub phone: Option<PhoneNumber>,
    pub email: EmailAddress,
    pub website: Option<Website>,
    pub language: &'static str,
    pub address_form: &'static str,
    pub scheme: NumberScheme,
    /// The next number to be given; `None`: one above the highest.
    pub number_next: Option<u64>,
    /// Whoever works for the reseller needs a second factor.
    pub staff_factor: bool,
}

/// What is stored of a reseller, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResellerProfile {
    /// The reseller's own customer number at the provider: the provider's to change.
    pub number: String,
    /// Counts the edits; an edit names the version it started from.
    pub version: Version,
    /// The telephone number is E.164 from the database and readable where it is shown.
    pub form: ResellerForm,
    /// What "Nächste freie Nummer" would give now.
    pub next_number: String,
}

impl ResellerProfile {
    /// Replaces the stored E.164 form of the telephone number by the form that people read.
    pub fn with_readable_phone(mut self, phones: &dyn PhoneNumbers) -> Self {
        if !self.form.phone.is_empty() {
            self.form.phone = phones.readable(&self.form.phone);
        }
        self
    }
}

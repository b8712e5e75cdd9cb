//! The rule of each field.

use super::{Field, FieldErrors, NewProfile, ResellerForm};
use crate::{
    country::Country,
    form::FormField,
    ports::PhoneNumbers,
    values::{EmailAddress, Line, NumberScheme, PhoneNumber, PostalCode, ValueError, Website},
};

/// A form together with what it takes to check it: one method a field.
struct Rules<'a> {
    form: &'a ResellerForm,
    phones: &'a dyn PhoneNumbers,
}

impl Rules<'_> {
    fn company(&self) -> Result<Line<100>, ValueError> {
        Line::parse(&self.form.company)
    }

    fn street(&self) -> Result<Option<Line<200>>, ValueError> {
        optional(Line::parse(&self.form.street))
    }

    fn postal_code(&self) -> Result<Option<PostalCode>, ValueError> {
        optional(PostalCode::parse(&self.form.postal_code, self.place()))
    }

    fn city(&self) -> Result<Option<Line<100>>, ValueError> {
        optional(Line::parse(&self.form.city))
    }

    fn country(&self) -> Result<Country, ValueError> {
        self.form.country.parse()
    }

    /// Where postal code and telephone number belong; an unknown country is its own error.
    fn place(&self) -> Country {
        self.country().unwrap_or(Country::GERMANY)
    }

    fn phone(&self) -> Result<Option<PhoneNumber>, ValueError> {
        optional(Line::<40>::parse(&self.form.phone).and_then(|typed| {
            self.phones
                .parse(typed.as_str(), self.place())
                .ok_or(ValueError::NotAPhoneNumber)
        }))
    }

    fn email(&self) -> Result<EmailAddress, ValueError> {
        EmailAddress::parse(&self.form.email)
    }

    fn website(&self) -> Result<Option<Website>, ValueError> {
        optional(Website::parse(&self.form.website))
    }

    fn language(&self) -> Result<&'static str, ValueError> {
        chosen(&self.form.language, &["de", "en"])
    }

    fn address_form(&self) -> Result<&'static str, ValueError> {
        chosen(&self.form.address_form, &["du", "sie"])
    }

    fn number_prefix(&self) -> Result<String, ValueError> {
        NumberScheme::parse_prefix(&self.form.number_prefix)
    }

    fn number_digits(&self) -> Result<u32, ValueError> {
        NumberScheme::parse_digits(&self.form.number_digits)
    }

    fn number_next(&self) -> Result<Option<u64>, ValueError> {
        optional(NumberScheme::parse_value(&self.form.number_next))
    }

    fn staff_factor(&self) -> Result<bool, ValueError> {
        Ok(chosen(&self.form.staff_factor, &["optional", "required"])? == "required")
    }

    fn error(&self, field: Field) -> Option<ValueError> {
        match field {
            Field::Company => self.company().err(),
            Field::Street => self.street().err(),
            Field::PostalCode => self.postal_code().err(),
            Field::City => self.city().err(),
            Field::Country => self.country().err(),
            Field::Phone => self.phone().err(),
            Field::Email => self.email().err(),
            Field::Website => self.website().err(),
            Field::Language => self.language().err(),
            Field::AddressForm => self.address_form().err(),
            Field::NumberPrefix => self.number_prefix().err(),
            Field::NumberDigits => self.number_digits().err(),
            Field::NumberNext => self.number_next().err(),
            Field::StaffFactor => self.staff_factor().err(),
        }
    }

    /// The checked profile, or the error of the first field that has one.
    fn profile(&self) -> Result<NewProfile, ValueError> {
        Ok(NewProfile {
            company: self.company()?,
            street: self.street()?,
            postal_code: self.postal_code()?,
            city: self.city()?,
            country: self.country()?,
            phone: self.phone()?,
            email: self.email()?,
            website: self.website()?,
            language: self.language()?,
            address_form: self.address_form()?,
            scheme: NumberScheme::new(self.number_prefix()?, self.number_digits()?),
            number_next: self.number_next()?,
            staff_factor: self.staff_factor()?,
        })
    }
}

/// Nothing typed is no value; anything else must be right.
fn optional<T>(parsed: Result<T, ValueError>) -> Result<Option<T>, ValueError> {
    match parsed {
        Ok(value) => Ok(Some(value)),
        Err(ValueError::Required) => Ok(None),
        Err(error) => Err(error),
    }
}

fn chosen(typed: &str, choices: &[&'static str]) -> Result<&'static str, ValueError> {
    choices
        .iter()
        .copied()
        .find(|choice| *choice == typed)
        .ok_or(ValueError::NotAChoice)
}

impl ResellerForm {
    /// Checks every field.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self, phones: &dyn PhoneNumbers) -> Result<NewProfile, FieldErrors> {
        let rules = Rules { form: self, phones };
        rules.profile().map_err(|_| {
            let mut errors = FieldErrors::default();
            for field in Field::FIELDS {
                errors.set(*field, rules.error(*field));
            }
            errors
        })
    }

    /// Checks one field: the error that [`Self::validate`] would report at it.
    pub fn validate_field(&self, field: Field, phones: &dyn PhoneNumbers) -> Option<ValueError> {
        Rules { form: self, phones }.error(field)
    }
}

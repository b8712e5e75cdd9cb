//! The rule of each field, in one place for the whole form and for a field that is left.

use super::{CustomerForm, Field, FieldErrors};
use crate::{
    country::Country,
    customer::NewCustomer,
    ports::PhoneNumbers,
    values::{CustomerNumber, EmailAddress, Line, PhoneNumber, PostalCode, ValueError, Website},
};

/// A form together with what it takes to check it: one method a field.
struct Rules<'a> {
    form: &'a CustomerForm,
    phones: &'a dyn PhoneNumbers,
}

impl Rules<'_> {
    fn number(&self) -> Result<CustomerNumber, ValueError> {
        CustomerNumber::parse(&self.form.number)
    }

    fn company(&self) -> Result<Option<Line<100>>, ValueError> {
        optional(Line::parse(&self.form.company))
    }

    fn last_name(&self) -> Result<Line<100>, ValueError> {
        Line::parse(&self.form.last_name)
    }

    fn first_name(&self) -> Result<Line<100>, ValueError> {
        Line::parse(&self.form.first_name)
    }

    fn street(&self) -> Result<Line<200>, ValueError> {
        Line::parse(&self.form.street)
    }

    fn postal_code(&self) -> Result<PostalCode, ValueError> {
        PostalCode::parse(&self.form.postal_code, self.place())
    }

    fn city(&self) -> Result<Line<100>, ValueError> {
        Line::parse(&self.form.city)
    }

    fn country(&self) -> Result<Country, ValueError> {
        self.form.country.parse()
    }

    fn phone(&self) -> Result<PhoneNumber, ValueError> {
        self.telephone(&self.form.phone)
    }

    fn mobile(&self) -> Result<PhoneNumber, ValueError> {
        self.telephone(&self.form.mobile)
    }

    fn email(&self) -> Result<EmailAddress, ValueError> {
        EmailAddress::parse(&self.form.email)
    }

    fn website(&self) -> Result<Option<Website>, ValueError> {
        optional(Website::parse(&self.form.website))
    }

    /// Where postal code and telephone numbers belong; an unknown country is its own error.
    fn place(&self) -> Country {
        self.country().unwrap_or(Country::GERMANY)
    }

    fn telephone(&self, raw: &str) -> Result<PhoneNumber, ValueError> {
        let typed = Line::<40>::parse(raw)?;
        self.phones
            .parse(typed.as_str(), self.place())
            .ok_or(ValueError::NotAPhoneNumber)
    }

    fn error(&self, field: Field) -> Option<ValueError> {
        match field {
            Field::Number => self.number().err(),
            Field::Company => self.company().err(),
            Field::LastName => self.last_name().err(),
            Field::FirstName => self.first_name().err(),
            Field::Street => self.street().err(),
            Field::PostalCode => self.postal_code().err(),
            Field::City => self.city().err(),
            Field::Country => self.country().err(),
            Field::Phone => self.phone().err(),
            Field::Mobile => self.mobile().err(),
            Field::Email => self.email().err(),
            Field::Website => self.website().err(),
        }
    }

    /// The checked customer, or the error of the first field that has one.
    fn customer(&self) -> Result<NewCustomer, ValueError> {
        Ok(NewCustomer {
            number: self.number()?,
            company: self.company()?,
            last_name: self.last_name()?,
            first_name: self.first_name()?,
            street: self.street()?,
            postal_code: self.postal_code()?,
            city: self.city()?,
            country: self.country()?,
            phone: self.phone()?,
            mobile: self.mobile()?,
            email: self.email()?,
            website: self.website()?,
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

impl CustomerForm {
    /// Checks every field.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self, phones: &dyn PhoneNumbers) -> Result<NewCustomer, FieldErrors> {
        let rules = Rules { form: self, phones };
        rules
            .customer()
            .map_err(|_| FieldErrors::of_each(|field| rules.error(field)))
    }

    /// Checks one field, for the moment it is left: the error that [`Self::validate`] would report
    /// at it.
    pub fn validate_field(&self, field: Field, phones: &dyn PhoneNumbers) -> Option<ValueError> {
        Rules { form: self, phones }.error(field)
    }
}

//! The rule of each field, in one place for the whole form and for a field that is left.

use chrono::NaiveDate;

use super::{DomainErrors, DomainField, DomainForm, choices};
use crate::{
    domain_record::{Flags, NewDomain},
    domain_state::Verification,
    form::FormField,
    ports::DomainNames,
    values::{DomainName, Line, ValueError},
};

/// A form together with what it takes to check it: one method a field.
struct Rules<'a> {
    form: &'a DomainForm,
    names: &'a dyn DomainNames,
}

impl Rules<'_> {
    fn domain(&self) -> Result<DomainName, ValueError> {
        let typed = Line::<253>::parse(&self.form.domain)?;
        self.names.parse(typed.as_str())
    }

    fn contract(&self) -> Result<Line<64>, ValueError> {
        Line::parse(&self.form.contract)
    }

    fn registrar(&self) -> Result<Line<32>, ValueError> {
        Line::parse(&self.form.registrar)
    }

    /// What an earlier choice left behind in the field of the deadline does not count.
    fn until(&self) -> Result<Option<NaiveDate>, ValueError> {
        let typed = self.form.verification_until.trim();
        if self.form.verification != "pending" || typed.is_empty() {
            return Ok(None);
        }
        choices::parse_day(typed).map(Some)
    }

    fn as_of(&self) -> Result<Option<NaiveDate>, ValueError> {
        match self.form.as_of.trim() {
            "" => Ok(None),
            typed => choices::parse_day(typed).map(Some),
        }
    }

    fn verification(&self) -> Result<Verification, ValueError> {
        choices::verification(&self.form.verification, self.until().unwrap_or_default())
    }

    fn error(&self, field: DomainField) -> Option<ValueError> {
        match field {
            DomainField::Domain => self.domain().err(),
            DomainField::Contract => self.contract().err(),
            DomainField::Registrar => self.registrar().err(),
            DomainField::Status => choices::status(&self.form.status).err(),
            DomainField::Verification => self.verification().err(),
            DomainField::VerificationUntil => self.until().err(),
            DomainField::Zone => choices::zone(&self.form.zone).err(),
            DomainField::TransferLock => choices::transfer_lock(&self.form.transfer_lock).err(),
            DomainField::RenewalMode => choices::renewal_mode(&self.form.renewal_mode).err(),
            DomainField::AsOf => self.as_of().err(),
        }
    }

    fn flags(&self) -> Result<Flags, ValueError> {
        self.until()?;
        Ok(Flags {
            verification: self.verification()?,
            zone: choices::zone(&self.form.zone)?,
            transfer_lock: choices::transfer_lock(&self.form.transfer_lock)?,
            renewal: choices::renewal_mode(&self.form.renewal_mode)?,
        })
    }

    /// The checked domain, or the error of a field that has one.
    fn new_domain(&self) -> Result<NewDomain, ValueError> {
        Ok(NewDomain {
            contract: self.contract()?,
            name: self.domain()?,
            registrar: self.registrar()?,
            active: choices::status(&self.form.status)?,
            flags: self.flags()?,
            as_of: self.as_of()?,
        })
    }
}

impl DomainForm {
    /// Checks every field.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self, names: &dyn DomainNames) -> Result<NewDomain, DomainErrors> {
        let rules = Rules { form: self, names };
        rules.new_domain().map_err(|_| {
            let mut errors = DomainErrors::default();
            for field in DomainField::FIELDS {
                errors.set(*field, rules.error(*field));
            }
            errors
        })
    }

    /// Checks one field, for the moment it is left: the error that [`Self::validate`] would report
    /// at it.
    pub fn validate_field(
        &self,
        field: DomainField,
        names: &dyn DomainNames,
    ) -> Option<ValueError> {
        Rules { form: self, names }.error(field)
    }
}

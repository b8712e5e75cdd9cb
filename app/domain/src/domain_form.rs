//! The form that creates or edits a domain: raw text in, a checked domain or one error a field out.

mod choices;
mod plausible_names;
mod rules;

pub use choices::{parse_day, written_day};
pub use plausible_names::PlausibleDomainNames;

use serde::{Deserialize, Serialize};

use crate::{
    form::{Form, FormField},
    refusal::Invalid,
    values::ValueError,
};

/// The faulty fields of the form.
pub type DomainErrors = crate::form::FieldErrors<DomainField>;

/// What was typed and chosen. The names are those of the HTML form's fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DomainForm {
    pub contract: String,
    /// In Unicode or ASCII form.
    pub domain: String,
    pub registrar: String,
    /// `active`, `inactive`
    pub status: String,
    /// `ok`, `pending`, `failed`, `unknown`
    pub verification: String,
    /// The deadline of a pending verification: 2026-12-31 or 31.12.2026. Of no meaning otherwise.
    pub verification_until: String,
    /// `ok`, `missing`, `unknown`
    pub zone: String,
    /// `on`, `off`, `unknown`
    pub transfer_lock: String,
    /// `AUTORENEW`, `AUTODELETE`, `AUTOEXPIRE`, `unknown`
    pub renewal_mode: String,
    /// The day on which all four values were read, written like the deadline; empty: those that differ
    /// from what is stored were read now, the others when they were.
    pub as_of: String,
}

impl Default for DomainForm {
    fn default() -> Self {
        let unknown = || "unknown".to_owned();
        Self {
            contract: String::new(),
            domain: String::new(),
            registrar: String::new(),
            status: "active".to_owned(),
            verification: unknown(),
            verification_until: String::new(),
            zone: unknown(),
            transfer_lock: unknown(),
            renewal_mode: unknown(),
            as_of: String::new(),
        }
    }
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainField {
    Domain,
    Contract,
    Registrar,
    Status,
    Verification,
    VerificationUntil,
    Zone,
    TransferLock,
    RenewalMode,
    AsOf,
}

impl DomainField {
    /// In the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Domain,
        Self::Contract,
        Self::Registrar,
        Self::Status,
        Self::Verification,
        Self::VerificationUntil,
        Self::Zone,
        Self::TransferLock,
        Self::RenewalMode,
        Self::AsOf,
    ];

    /// The values to choose from; empty for a field of text.
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Status => &["active", "inactive"],
            Self::Verification => &["ok", "pending", "failed", "unknown"],
            Self::Zone => &["ok", "missing", "unknown"],
            Self::TransferLock => &["on", "off", "unknown"],
            Self::RenewalMode => &["AUTORENEW", "AUTODELETE", "AUTOEXPIRE", "unknown"],
            Self::Domain
            | Self::Contract
            | Self::Registrar
            | Self::VerificationUntil
            | Self::AsOf => &[],
        }
    }
}

impl FormField for DomainField {
    const FIELDS: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Contract => "contract",
            Self::Registrar => "registrar",
            Self::Status => "status",
            Self::Verification => "verification",
            Self::VerificationUntil => "verification_until",
            Self::Zone => "zone",
            Self::TransferLock => "transfer_lock",
            Self::RenewalMode => "renewal_mode",
            Self::AsOf => "as_of",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Domain | Self::Contract | Self::Registrar)
    }

    fn invalid(errors: DomainErrors) -> Invalid {
        Invalid::Domain(errors)
    }

    fn errors_in(invalid: Invalid) -> Option<DomainErrors> {
        match invalid {
            Invalid::Domain(errors) => Some(errors),
            _ => None,
        }
    }
}

impl Form for DomainForm {
    type Field = DomainField;

    fn value(&self, field: DomainField) -> &str {
        match field {
            DomainField::Domain => &self.domain,
            DomainField::Contract => &self.contract,
            DomainField::Registrar => &self.registrar,
            DomainField::Status => &self.status,
            DomainField::Verification => &self.verification,
            DomainField::VerificationUntil => &self.verification_until,
            DomainField::Zone => &self.zone,
            DomainField::TransferLock => &self.transfer_lock,
            DomainField::RenewalMode => &self.renewal_mode,
            DomainField::AsOf => &self.as_of,
        }
    }

    fn value_mut(&mut self, field: DomainField) -> &mut String {
        match field {
            DomainField::Domain => &mut self.domain,
            DomainField::Contract => &mut self.contract,
            DomainField::Registrar => &mut self.registrar,
            DomainField::Status => &mut self.status,
            DomainField::Verification => &mut self.verification,
            DomainField::VerificationUntil => &mut self.verification_until,
            DomainField::Zone => &mut self.zone,
            DomainField::TransferLock => &mut self.transfer_lock,
            DomainField::RenewalMode => &mut self.renewal_mode,
            DomainField::AsOf => &mut self.as_of,
        }
    }

    fn error(&self, field: DomainField) -> Option<ValueError> {
        self.validate_field(field, &PlausibleDomainNames)
    }

    /// A deadline counts only while the verification is pending.
    fn recheck(&self, left: DomainField, errors: &mut DomainErrors) {
        errors.set(left, self.error(left));
        if left == DomainField::Verification {
            let until = DomainField::VerificationUntil;
            errors.set(until, self.error(until));
        }
    }
}

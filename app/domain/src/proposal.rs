//! A correction of its master data that an end customer proposes: what would change, and what the
//! reseller makes of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    customer::NewCustomer,
    customer_form::{CustomerForm, Field, FieldErrors, PlausiblePhoneNumbers},
    form::Form,
    ports::PhoneNumbers,
    values::{CustomerId, ProposalId, Version},
};

/// A proposal, beside what is stored today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: ProposalId,
    /// Who proposed it: first and last name, or the user name.
    pub by: String,
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
    /// When the reseller decided; `None` while it waits.
    #[serde(with = "chrono::serde::ts_seconds_option")]
    pub decided_at: Option<DateTime<Utc>>,
    /// In the order of the form.
    pub changes: Vec<Change>,
    /// The customer's version that `today` was read from.
    pub version: Version,
}

/// A customer for whom something is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingProposal {
    pub customer: CustomerId,
    pub number: String,
    /// Company, or first and last name where there is none.
    pub name: String,
    /// Who proposed it: first and last name, or the user name.
    pub by: String,
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
}

/// One field of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: Field,
    /// What is stored today.
    pub today: String,
    pub proposed: String,
    /// `None` while it waits.
    pub accepted: Option<bool>,
}

impl Proposal {
    /// Replaces stored telephone numbers by the form that people read.
    pub fn with_readable_phones(mut self, phones: &dyn PhoneNumbers) -> Self {
        for change in &mut self.changes {
            if matches!(change.field, Field::Phone | Field::Mobile) {
                change.today = phones.readable(&change.today);
                change.proposed = phones.readable(&change.proposed);
            }
        }
        self
    }

    /// Nobody has decided yet.
    pub fn is_open(&self) -> bool {
        self.decided_at.is_none()
    }
}

/// The fields in which what was typed differs from what is stored. The number is the reseller's to
/// change and never among them.
pub fn changed_fields(today: &CustomerForm, typed: &NewCustomer) -> Vec<(Field, String)> {
    let typed = CustomerForm::from(typed);
    Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Number && typed.value(*field) != today.value(*field))
        .map(|field| (field, typed.value(field).to_owned()))
        .collect()
}

/// The master data with these changes. What was proposed when something else was stored need not fit
/// any more (a postal code to its country), so the whole is checked again.
///
/// # Errors
/// The fields that do not fit.
pub fn with_changes(
    today: &CustomerForm,
    changes: &[(Field, String)],
) -> Result<NewCustomer, FieldErrors> {
    let mut form = today.clone();
    for (field, proposed) in changes {
        if *field != Field::Number {
            form.value_mut(*field).clone_from(proposed);
        }
    }
    // Both sides hold E.164, which needs no numbering plan.
    form.validate(&PlausiblePhoneNumbers)
}

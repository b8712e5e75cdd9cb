//! A domain as a record of its own: with the customer it belongs to, if any.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    assignment::{Moved, Picked},
    domain_form::DomainForm,
    domain_state::{Advice, DomainState, RenewalMode, TransferLock, Verification, Zone},
    values::{CustomerId, DomainId, DomainName, Line, Version},
};

/// A domain, checked: what [`DomainForm::validate`] returns and the database stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDomain {
    pub contract: Line<64>,
    pub name: DomainName,
    /// The registrar's short name ("INWX").
    pub registrar: Line<32>,
    pub active: bool,
    pub flags: Flags,
    /// The day on which all of them were read; without one, those that are new were read now.
    pub as_of: Option<NaiveDate>,
}

/// The four values of "Domainzustand", without the times at which they were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    pub verification: Verification,
    pub zone: Zone,
    pub transfer_lock: TransferLock,
    pub renewal: RenewalMode,
}

/// Everything that is stored of one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRecord {
    pub id: DomainId,
    /// Counts the edits and the assignments; a change names the version that it was decided on.
    pub version: Version,
    /// As the form that edits it holds it; the name is in its Unicode form.
    pub record: DomainForm,
    pub owner: Option<Owner>,
    pub state: DomainState,
    pub advice: Advice,
    /// As the registrar wrote it; empty where it said nothing.
    pub registrar_status: String,
}

/// The customer that a domain is assigned to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    pub id: CustomerId,
    pub number: String,
    pub last_name: String,
}

/// A domain that could be assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainChoice {
    pub id: DomainId,
    /// Unicode form.
    pub shown_name: String,
    pub contract: String,
    /// Whom it would be taken from.
    pub owner: Option<Owner>,
}

/// A domain that is to be assigned.
pub type PickedDomain = Picked<DomainId>;

/// A domain that was assigned or set free.
pub type MovedDomain = Moved<DomainId>;

//! Somebody who works for a reseller: an account with a right.

use serde::{Deserialize, Serialize};

use crate::{
    audit_log::Moment,
    principal::{Actor, Desk},
    refusal::Refusal,
    rights::Right,
    staff_form::StaffForm,
    user::{Invitation, NewUser},
    values::{AccountId, SessionId, Version},
};

/// A staff account, checked: what [`StaffForm::validate`] returns and the database stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStaff {
    pub person: NewUser,
    pub right: Right,
}

impl From<&NewStaff> for StaffForm {
    /// The text of what is stored.
    fn from(new: &NewStaff) -> Self {
        Self {
            person: (&new.person).into(),
            right: new.right.word().to_owned(),
        }
    }
}

/// A staff account as the page of all of them shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    pub id: AccountId,
    /// Counts the edits; an edit names the version it started from.
    pub version: Version,
    /// As the form that edits it holds it.
    pub record: StaffForm,
    pub right: Right,
    pub active: bool,
    pub invitation: Invitation,
    /// When it last signed in, in German time; `None`: never.
    pub last_sign_in: Option<Moment>,
    /// The account of whoever asks.
    pub own: bool,
}

impl StaffRow {
    /// Whether a link for the first password makes sense.
    pub fn can_be_invited(&self) -> bool {
        self.active && self.invitation != Invitation::Accepted
    }
}

/// What would take the own right away, or the own access, is somebody else's to do: so there is always
/// somebody left who can undo it.
///
/// # Errors
/// [`Refusal::OwnAccount`]: the account is that of whoever sits at the desk.
pub fn of_somebody_else(desk: &Desk, account: AccountId) -> Result<(), Refusal> {
    match desk.actor() {
        Actor::Account(own) if own == account => Err(Refusal::OwnAccount),
        Actor::Account(_) | Actor::Operator => Ok(()),
    }
}

/// Where somebody else is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSessions {
    pub user_name: String,
    /// The latest use first.
    pub sessions: Vec<OthersSession>,
}

/// A browser in which an account is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersSession {
    pub id: SessionId,
    /// Browser and system ("Firefox · Linux"); empty where it did not say.
    pub browser: String,
    /// How many minutes ago it began.
    pub begun: u32,
    /// How many minutes ago it was last used.
    pub last_seen: u32,
}

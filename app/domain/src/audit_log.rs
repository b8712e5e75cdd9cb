//! The audit log as it is read: entries, what they changed, and which of them a page shows.

mod kinds;
mod query;

pub use kinds::{KINDS, KindGroup};
pub use query::{Cursor, LogQuery, Person, Place, day_in, written_day};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::values::{AccountId, CustomerId};

/// How many entries a page has.
pub const ENTRIES: u32 = 50;

/// How many entries a customer's own page shows.
pub const HISTORY: u32 = 20;

/// One page of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    /// The newest first.
    pub entries: Vec<LogEntry>,
    /// The page before this one, if there is one.
    pub newer: Option<Cursor>,
    /// The page after this one, if there is one.
    pub older: Option<Cursor>,
    /// Who works for the reseller, for the filter.
    pub people: Vec<LogPerson>,
}

/// Somebody who works for the reseller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPerson {
    pub id: AccountId,
    pub name: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// When, in German time.
    pub moment: Moment,
    pub actor: LogActor,
    /// As stored: `customer.changed`.
    pub kind: String,
    /// What it happened to: a customer's number and name, a domain, …; empty where it is not known.
    pub subject: String,
    /// The customer whose page shows it, if that customer is still there.
    pub customer: Option<CustomerId>,
    /// What differs.
    pub changes: Vec<Change>,
}

/// A minute, in German time whatever the server's: the log is read where the resellers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    #[serde(with = "crate::day")]
    pub day: NaiveDate,
    pub hour: u8,
    pub minute: u8,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogActor {
    /// The provider, at the command line.
    Operator,
    /// Somebody who signed in; without a name if the account is gone.
    Account {
        id: AccountId,
        name: String,
        /// An end customer in the portal.
        portal: bool,
    },
}

/// A field that differs. A value that was not there is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// As stored: `postal_code`.
    pub field: String,
    pub before: String,
    pub after: String,
}

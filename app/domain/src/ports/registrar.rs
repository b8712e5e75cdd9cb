//! Where the state of a domain comes from.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{
    domain_record::{Flags, NewDomain},
    domain_state::{Checked, DomainState},
    refusal::Refusal,
    values::DomainName,
};

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// What a registrar says of a domain: the values of "Domainzustand", each with the time it was read,
/// and its own word for the domain's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub state: DomainState,
    /// As the registrar wrote it; an open set.
    pub status: String,
}

/// Where the values of "Domainzustand" come from.
///
/// What it says is stored with its time, so that no page ever waits for a registrar.
#[async_trait]
pub trait Registrar: Send + Sync {
    /// What is known of a domain now. `stored` is what was known before, if anything.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`]: it does not answer, and what is stored stays.
    async fn reading(
        &self,
        domain: &DomainName,
        stored: Option<&Reading>,
    ) -> Result<Reading, Refusal>;
}

/// The registrar by way of a person: somebody looked there and typed what it said, or imported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedIn {
    pub flags: Flags,
    /// When it was read there.
    pub at: DateTime<Utc>,
    /// All of it was read then, also what is the same as before.
    pub all: bool,
}

impl TypedIn {
    /// What a form or a row of a file says now. A day is kept as its noon, which is the same day in
    /// every time zone that matters; nothing was read later than now.
    pub fn of(new: &NewDomain, now: DateTime<Utc>) -> Self {
        let noon = |day: NaiveDate| day.and_time(NOON).and_utc().min(now);
        Self {
            flags: new.flags,
            at: new.as_of.map_or(now, noon),
            all: new.as_of.is_some(),
        }
    }

    /// A value that is another one than before was read then; nobody reads "unknown".
    fn checked<T: PartialEq + Default>(&self, typed: T, stored: Option<Checked<T>>) -> Checked<T> {
        match stored {
            Some(stored) if stored.value == typed && !self.all => stored,
            _ => {
                let at = (typed != T::default()).then_some(self.at);
                Checked { value: typed, at }
            }
        }
    }

    /// What was typed, put beside what was stored.
    pub fn beside(&self, stored: Option<&DomainState>) -> DomainState {
        let Flags {
            verification,
            zone,
            transfer_lock,
            renewal,
        } = self.flags;
        DomainState {
            verification: self.checked(verification, stored.map(|s| s.verification)),
            zone: self.checked(zone, stored.map(|s| s.zone)),
            transfer_lock: self.checked(transfer_lock, stored.map(|s| s.transfer_lock)),
            renewal: self.checked(renewal, stored.map(|s| s.renewal)),
        }
    }
}

#[async_trait]
impl Registrar for TypedIn {
    async fn reading(
        &self,
        _domain: &DomainName,
        stored: Option<&Reading>,
    ) -> Result<Reading, Refusal> {
        Ok(Reading {
            state: self.beside(stored.map(|stored| &stored.state)),
            status: stored
                .map(|stored| stored.status.clone())
                .unwrap_or_default(),
        })
    }
}

//! Giving domains and products to a customer, or to nobody.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{domain_record::Owner, refusal::Refusal, values::CustomerId};

/// What is to be assigned, and what the person who decided it had seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked<Id> {
    pub id: Id,
    pub seen: Seen,
}

/// Whom something belonged to when somebody decided to assign it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seen {
    /// It was not shown: whoever has it loses it.
    Anybody,
    /// This customer, or nobody. Meanwhile another one: the decision was about something else.
    Owner(Option<CustomerId>),
}

impl<Id> Picked<Id> {
    /// Picked by somebody who saw whom it belongs to.
    pub fn of(id: Id, owner: Option<&Owner>) -> Self {
        let seen = Seen::Owner(owner.map(|owner| owner.id));
        Self { id, seen }
    }
}

/// As the value of a form's field: the id, and behind a space that of the customer who was seen to
/// have it, or `-` for nobody.
impl<Id: fmt::Display> fmt::Display for Picked<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seen {
            Seen::Anybody => write!(f, "{}", self.id),
            Seen::Owner(None) => write!(f, "{} -", self.id),
            Seen::Owner(Some(owner)) => write!(f, "{} {owner}", self.id),
        }
    }
}

/// A text that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing picked")]
pub struct NotPicked;

impl<Id: FromStr> FromStr for Picked<Id> {
    type Err = NotPicked;

    fn from_str(text: &str) -> Result<Self, NotPicked> {
        let (id, seen) = match text.split_once(' ') {
            None => (text, Seen::Anybody),
            Some((id, "-")) => (id, Seen::Owner(None)),
            Some((id, owner)) => {
                let owner = owner.parse().map_err(|_| NotPicked)?;
                (id, Seen::Owner(Some(owner)))
            }
        };
        let id = id.parse().map_err(|_| NotPicked)?;
        Ok(Self { id, seen })
    }
}

/// What was assigned or set free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved<Id> {
    pub id: Id,
    /// A domain's in Unicode form.
    pub name: String,
    /// Whom it belonged to before.
    pub from: Option<Owner>,
}

impl<Id> Moved<Id> {
    /// Whom it belongs to until it moves.
    pub fn owner(&self) -> Option<CustomerId> {
        self.from.as_ref().map(|owner| owner.id)
    }
}

/// Which of the records that were found move to the customer, or to nobody: all or none of those
/// that were picked, and what is there already stays.
///
/// # Errors
/// [`Refusal::NotFound`]: one of them is gone. [`Refusal::Changed`]: one belongs to somebody else
/// than was seen.
pub fn decide<Id: Ord>(
    picked: &BTreeMap<Id, Seen>,
    found: Vec<Moved<Id>>,
    customer: Option<CustomerId>,
) -> Result<Vec<Moved<Id>>, Refusal> {
    if found.len() != picked.len() {
        return Err(Refusal::NotFound);
    }
    let is_as_seen = |record: &Moved<Id>| match picked.get(&record.id) {
        Some(Seen::Owner(owner)) => *owner == record.owner(),
        Some(Seen::Anybody) | None => true,
    };
    if !found.iter().all(is_as_seen) {
        return Err(Refusal::Changed);
    }
    let moves = |record: &Moved<Id>| record.owner() != customer;
    Ok(found.into_iter().filter(moves).collect())
}

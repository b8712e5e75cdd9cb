//! Which domains are to be assigned.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::values::{CustomerId, DomainId};

/// A domain that is to be assigned, and what the person who decided it had seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    pub domain: DomainId,
    pub seen: Seen,
}

/// Whom a domain belonged to when somebody decided to assign it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seen {
    /// It was not shown: whoever has it loses it.
    Anybody,
    /// This customer, or nobody. Meanwhile another one: the decision was about something else.
    Owner(Option<CustomerId>),
}

/// As the value of a form's field: the domain's id, and behind a space that of the customer who was
/// seen to have it, or `-` for nobody.
impl fmt::Display for Picked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seen {
            Seen::Anybody => write!(f, "{}", self.domain),
            Seen::Owner(None) => write!(f, "{} -", self.domain),
            Seen::Owner(Some(owner)) => write!(f, "{} {owner}", self.domain),
        }
    }
}

/// A text that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no picked domain")]
pub struct NotPicked;

impl FromStr for Picked {
    type Err = NotPicked;

    fn from_str(text: &str) -> Result<Self, NotPicked> {
        let (domain, seen) = match text.split_once(' ') {
            None => (text, Seen::Anybody),
            Some((domain, "-")) => (domain, Seen::Owner(None)),
            Some((domain, owner)) => {
                let owner = owner.parse().map_err(|_| NotPicked)?;
                (domain, Seen::Owner(Some(owner)))
            }
        };
        let domain = domain.parse().map_err(|_| NotPicked)?;
        Ok(Self { domain, seen })
    }
}

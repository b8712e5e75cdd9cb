//! Ids and versions.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A row's id. `Kind` keeps the ids of different tables apart: they cannot be mixed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<Kind>(Uuid, PhantomData<Kind>);

/// Marks the id of a reseller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfReseller {}

/// Marks the id of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfCustomer {}

/// Marks the id of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfAccount {}

/// Marks the id of a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfDomain {}

/// Marks the id of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfProposal {}

/// Marks the id of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfSession {}

/// Marks the id of a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfPasskey {}

/// Marks the id of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfProduct {}

/// Marks the id of something that can be assigned to a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfRecord {}

/// A domain or a product: which of them, the list says that it stands in.
pub type RecordId = Id<OfRecord>;

/// A reseller: the tenant to whom rows belong.
pub type ResellerId = Id<OfReseller>;

/// A customer. Not its number: the number is the reseller's to change.
pub type CustomerId = Id<OfCustomer>;

/// A domain record. Not its name: the name can be corrected.
pub type DomainId = Id<OfDomain>;

/// A correction that an end customer proposed.
pub type ProposalId = Id<OfProposal>;

/// A session as its owner names it. Not the secret in the cookie.
pub type SessionId = Id<OfSession>;

/// A passkey as its owner's pages name it. Not what the authenticator calls it.
pub type PasskeyId = Id<OfPasskey>;

/// A product.
pub type ProductId = Id<OfProduct>;

/// A sign-in.
pub type AccountId = Id<OfAccount>;

impl<Kind> Id<Kind> {
    /// A new id (UUIDv7: later ones sort after earlier ones).
    #[allow(clippy::new_without_default, reason = "no two are equal")]
    pub fn new() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    /// The id that a table holds.
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The id as a table holds it.
    pub fn uuid(&self) -> Uuid {
        self.0
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<Kind> FromStr for Id<Kind> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::from_uuid)
    }
}

/// How often a customer was edited, plus one. An edit names the version it started from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub i32);

/// Counts the changes to one reseller's list; equal versions mean equal lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListVersion(pub i64);

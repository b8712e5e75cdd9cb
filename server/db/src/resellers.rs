//! Resellers: the tenants.

use domain::{
    refusal::Refusal,
    values::{AccountId, ResellerId},
};

use crate::Db;

/// A reseller and its first account, which has no password yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReseller {
    /// Its own customer number at the provider: 1 to 32 characters, unique with case ignored.
    pub number: String,
    /// 1 to 100 characters.
    pub company: String,
    /// Of the account: 1 to 100 characters, unique over all resellers with case ignored.
    pub user_name: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    pub email: String,
}

/// Why no reseller was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddResellerError {
    #[error("another reseller has this number")]
    NumberTaken,
    #[error("another account has this user name")]
    UserNameTaken,
    /// The named column holds what it must not (empty, too long, a control character).
    #[error("{0} is empty, too long or holds a forbidden character")]
    Invalid(&'static str),
    #[error(transparent)]
    Refused(Refusal),
}

impl Db {
    /// Stores a reseller and its first account, with an audit entry.
    ///
    /// # Errors
    /// [`AddResellerError`]
    pub async fn add_reseller(
        &self,
        new: NewReseller,
    ) -> Result<(ResellerId, AccountId), AddResellerError> {
        let _ = new;
        todo!()
    }

    /// The reseller with this number, case ignored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn reseller_by_number(&self, number: &str) -> Result<Option<ResellerId>, Refusal> {
        let _ = number;
        todo!()
    }
}

//! One-time links, by which an account sets its own password. Only their SHA-256 is stored.

use std::time::Duration;

use domain::{refusal::Refusal, values::AccountId};

use crate::Db;

/// What a one-time link is for. Stored as `invitation`, `reset`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenPurpose {
    /// The first password of a new account.
    Invitation,
    /// A new password for somebody who forgot the old one.
    Reset,
}

/// Whose link it is, for the page that asks for the new password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenOwner {
    pub account: AccountId,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// The reseller's company.
    pub company: String,
}

impl Db {
    /// Stores a link for an account, by the SHA-256 of its secret; older open ones of the same
    /// purpose become void.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] where there is no such account; [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn create_token(
        &self,
        account: AccountId,
        purpose: TokenPurpose,
        hash: &[u8; 32],
        valid_for: Duration,
    ) -> Result<(), Refusal> {
        let _ = (account, purpose, hash, valid_for);
        todo!()
    }

    /// Whose link this is; `None` where it is unknown, used, too old, or its account not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn token_owner(
        &self,
        hash: &[u8; 32],
        purpose: TokenPurpose,
    ) -> Result<Option<TokenOwner>, Refusal> {
        let _ = (hash, purpose);
        todo!()
    }

    /// Uses up the link and sets the password, as [`Db::set_password`] does, in one transaction.
    /// `false`: the link is not valid (any more), nothing happened.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn redeem_token(
        &self,
        hash: &[u8; 32],
        purpose: TokenPurpose,
        password_hash: &str,
    ) -> Result<bool, Refusal> {
        let _ = (hash, purpose, password_hash);
        todo!()
    }
}

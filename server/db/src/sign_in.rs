//! Accounts and their passwords, as far as signing in needs them.

use domain::{
    principal::{Actor, Role},
    refusal::Refusal,
    values::{AccountId, ResellerId},
};

use crate::Db;

/// What a password is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    pub account: AccountId,
    pub reseller: ResellerId,
    pub role: Role,
    /// Only an active account may sign in.
    pub active: bool,
    /// As a PHC string; `None` until the account has set a password.
    pub password_hash: Option<String>,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
}

impl Db {
    /// The account of this user name, case ignored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn credentials(&self, user_name: &str) -> Result<Option<Credentials>, Refusal> {
        let _ = user_name;
        todo!()
    }

    /// Replaces the hash of an unchanged password by a stronger one. Nothing happens where the
    /// stored hash is no longer `old`: the password was changed meanwhile.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn renew_password_hash(
        &self,
        account: AccountId,
        old: &str,
        new: &str,
    ) -> Result<(), Refusal> {
        let _ = (account, old, new);
        todo!()
    }

    /// Sets a password. In the same transaction all sessions of the account end, its open one-time
    /// links become void, and the audit log says who did it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn set_password(
        &self,
        actor: Actor,
        account: AccountId,
        password_hash: &str,
    ) -> Result<(), Refusal> {
        let _ = (actor, account, password_hash);
        todo!()
    }
}

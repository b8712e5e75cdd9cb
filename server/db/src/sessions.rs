//! Sessions. The database knows only the SHA-256 of a session's id, so a copy of it opens none.

use chrono::{DateTime, Utc};
use domain::{
    principal::Role,
    refusal::Refusal,
    values::{AccountId, ResellerId},
};
use serde_json::Value;

use crate::Db;

/// A session that is still valid.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSession {
    /// What the session layer keeps in it.
    pub data: Value,
    /// Who signed in; `None` before sign-in.
    pub account: Option<SessionAccount>,
    /// When it was last touched.
    pub last_seen_at: DateTime<Utc>,
    /// It ends then unless it is touched.
    pub idle_until: DateTime<Utc>,
    /// It ends then in any case.
    pub expires_at: DateTime<Utc>,
}

/// The account of a session, as it is stored now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionAccount {
    pub account: AccountId,
    pub reseller: ResellerId,
    pub role: Role,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub reseller_number: String,
}

impl Db {
    /// Stores a new session. `false`: there is one with this id already, nothing was stored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn insert_session(
        &self,
        id_hash: &[u8; 32],
        account: Option<AccountId>,
        data: &Value,
        idle_until: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<bool, Refusal> {
        let _ = (id_hash, account, data, idle_until, expires_at);
        todo!()
    }

    /// The session, unless it has ended or its account may no longer sign in. One statement.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn load_session(&self, id_hash: &[u8; 32]) -> Result<Option<StoredSession>, Refusal> {
        let _ = id_hash;
        todo!()
    }

    /// Replaces what the session holds. `false`: it does not exist (any more), nothing was stored:
    /// a session that was ended meanwhile must not come back.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn save_session(
        &self,
        id_hash: &[u8; 32],
        account: Option<AccountId>,
        data: &Value,
        idle_until: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<bool, Refusal> {
        let _ = (id_hash, account, data, idle_until, expires_at);
        todo!()
    }

    /// Notes that the session is in use: it stays valid until `idle_until`.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn touch_session(
        &self,
        id_hash: &[u8; 32],
        idle_until: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let _ = (id_hash, idle_until);
        todo!()
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn delete_session(&self, id_hash: &[u8; 32]) -> Result<(), Refusal> {
        let _ = id_hash;
        todo!()
    }

    /// Removes what is over: ended sessions, old one-time links and forgotten sign-in attempts.
    /// To be called every few minutes.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn delete_expired_sessions(&self) -> Result<(), Refusal> {
        todo!()
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn end_sessions_of(&self, account: AccountId) -> Result<(), Refusal> {
        let _ = account;
        todo!()
    }
}

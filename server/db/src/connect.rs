//! The pools, and what is checked before the program trusts a database.

use std::str::FromStr;

use sqlx::{PgPool, postgres::PgConnectOptions};

use domain::refusal::Refusal;

/// The database of the program; a clone shares its connections.
#[derive(Debug, Clone)]
pub struct Db {
    /// Connections as `mkm_app`; only [`crate::tenant::TenantTx`] takes from it.
    pub(crate) tenants: PgPool,
    /// Connections as `mkm_auth`: before sign-in there is no reseller.
    pub(crate) auth: PgPool,
}

/// Why the program does not use this database.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("DATABASE_URL is not a PostgreSQL URL: {0}")]
    BadUrl(#[source] sqlx::Error),
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// Such a role ignores row-level security, which keeps the resellers apart.
    #[error("the role {0} is a superuser or has BYPASSRLS; sign in as mkm_owner instead")]
    Privileged(String),
    #[error("PostgreSQL {found} is too old, 15 or later is needed")]
    TooOld { found: String },
    /// The tables are missing or older than the program.
    #[error("the database is not up to date: run `mkm migrate`")]
    NotMigrated,
    /// A newer program has changed the tables.
    #[error("the database is newer than this program (migration {found})")]
    TooNew { found: i64 },
    /// The login may not become `mkm_app` or `mkm_auth`.
    #[error("the role {0} is no member of mkm_app and mkm_auth: run the statements of `mkm roles`")]
    RolesMissing(String),
}

impl Db {
    /// Opens the pools: at most 10 connections in all.
    ///
    /// # Errors
    /// [`ConnectError`]
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        let options = PgConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
        Self::connect_with(options).await
    }

    /// As [`Self::connect`], from options.
    ///
    /// # Errors
    /// [`ConnectError`]
    pub async fn connect_with(options: PgConnectOptions) -> Result<Self, ConnectError> {
        let _ = options;
        todo!()
    }

    /// Asks the database for a sign of life, within 2 s.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`]
    pub async fn ping(&self) -> Result<(), Refusal> {
        todo!()
    }

    /// Ends all connections, after the running transactions.
    pub async fn close(&self) {
        todo!()
    }
}

//! Tables and roles: what must be in a database before the program can use it.

use sqlx::{
    Connection, PgConnection,
    migrate::{MigrateError as SqlxMigrateError, Migrator},
};

/// Every migration, in order; append-only.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// The roles that the tables are granted to. Run once in a cluster, by a superuser; running it again
/// changes nothing.
pub const ROLES_SQL: &str = include_str!("../roles.sql");

/// Why the tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// `roles.sql` was not run in this cluster.
    #[error("the role {0} does not exist: run the statements of `mkm roles` as a superuser first")]
    RoleMissing(&'static str),
    #[error("a migration failed: {0}")]
    Failed(#[source] SqlxMigrateError),
}

/// Brings the tables of the database up to date, as the role of the URL (the owner, `mkm_owner`).
///
/// # Errors
/// [`MigrateError`]
pub async fn migrate(url: &str) -> Result<(), MigrateError> {
    let _ = PgConnection::connect(url);
    todo!()
}

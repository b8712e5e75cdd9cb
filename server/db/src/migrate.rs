//! Tables and roles: what must be in a database before the program can use it.

mod keys;

use sqlx::{
    Connection, PgConnection,
    migrate::{MigrateError as SqlxMigrateError, Migrator},
};

use crate::connect::{ConnectError, check_login};

/// Every migration, in order; append-only.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// The roles that the tables are granted to. Run once in a cluster, by a superuser; running it again
/// changes nothing.
pub const ROLES_SQL: &str = include_str!("../roles.sql");

/// Why the tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database cannot be reached, or this login must not be used.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A migration cannot be applied, or an applied one has changed.
    #[error("a migration failed: {0}")]
    Failed(#[source] SqlxMigrateError),
}

/// Brings the tables of the database up to date, as the role of the URL (the owner, `mkm_owner`).
///
/// # Errors
/// [`MigrateError`]
pub async fn migrate(url: &str) -> Result<(), MigrateError> {
    let mut connection = PgConnection::connect(url)
        .await
        .map_err(ConnectError::Unreachable)?;
    check_login(&mut connection).await?;
    MIGRATOR
        .run(&mut connection)
        .await
        .map_err(MigrateError::Failed)?;
    keys::fill(&mut connection)
        .await
        .map_err(|error| MigrateError::Failed(SqlxMigrateError::Execute(error)))?;
    connection
        .close()
        .await
        .map_err(ConnectError::Unreachable)?;
    Ok(())
}

//! What a restore asks of the database that it writes to.

use std::str::FromStr;

use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use crate::connect::{ConnectError, check_login};

/// A database that rows can be restored to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreTarget {
    /// Of the server, as PostgreSQL numbers it (150018).
    pub version: i32,
    /// Nothing is in it.
    pub empty: bool,
    /// Tells it from every other database.
    pub identity: String,
}

/// Looks at the database as the owner of the tables to come.
///
/// # Errors
/// [`ConnectError`]
pub async fn restore_target(url: &str) -> Result<RestoreTarget, ConnectError> {
    let options = PgConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
    let mut connection = options.connect().await.map_err(ConnectError::Unreachable)?;
    check_login(&mut connection).await?;
    let target = look(&mut connection)
        .await
        .map_err(ConnectError::Unreachable)?;
    connection
        .close()
        .await
        .map_err(ConnectError::Unreachable)?;
    Ok(target)
}

async fn look(connection: &mut PgConnection) -> sqlx::Result<RestoreTarget> {
    let found = sqlx::query!(
        r#"
        select
            current_setting('server_version_num')::integer as "version!",
            not exists (
                select from pg_class
                where relnamespace = 'public'::regnamespace
                    and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
            ) and not exists (
                select from pg_proc
                where pronamespace = 'public'::regnamespace
                    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
            ) as "empty!"
        "#
    )
    .fetch_one(&mut *connection)
    .await?;
    Ok(RestoreTarget {
        version: found.version,
        empty: found.empty,
        identity: database_identity(connection).await?,
    })
}

/// Tells a database from every other one, whoever asks.
///
/// # Errors
/// The database does not answer.
pub async fn database_identity(connection: &mut PgConnection) -> sqlx::Result<String> {
    sqlx::query_scalar!(
        r#"
        select format('%s/%s', (select system_identifier from pg_control_system()), oid) as "identity!"
        from pg_database where datname = current_database()
        "#
    )
    .fetch_one(connection)
    .await
}

/// Tells PostgreSQL how many rows there are: a restored database does not know.
///
/// # Errors
/// [`ConnectError`]
pub async fn analyze(url: &str) -> Result<(), ConnectError> {
    let options = PgConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
    let mut connection = options.connect().await.map_err(ConnectError::Unreachable)?;
    sqlx::raw_sql("set client_min_messages = error; analyze")
        .execute(&mut connection)
        .await
        .map_err(ConnectError::Unreachable)?;
    connection.close().await.map_err(ConnectError::Unreachable)
}

//! Figures for whoever runs the program: counts and times, nothing of anybody.

mod slow;
mod waits;

pub use slow::SlowStatement;
pub(crate) use waits::Waits;

use std::str::FromStr;

use domain::refusal::Refusal;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use crate::{ConnectError, Db, MIGRATOR, error::Failure, pool::Pool};

/// A pool of connections at this moment, and how long it made others wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolFigures {
    /// `tenants` or `auth`.
    pub name: &'static str,
    /// Open connections.
    pub size: u32,
    /// Those that nobody uses.
    pub idle: u32,
    /// How many there can be.
    pub most: u32,
    /// How often one was asked for since the program began.
    pub asked: u64,
    /// How long all of those waited together, in microseconds.
    pub waited: u64,
}

/// Mails on their way out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutboxFigures {
    pub waiting: u64,
    /// For how long the oldest of them has been asked for, in seconds.
    pub oldest: Option<f64>,
    /// Given up.
    pub failed: u64,
}

/// How far the tables are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MigrationFigures {
    pub applied: u64,
    /// How many this program knows.
    pub known: u64,
}

/// What there is in the database.
#[derive(Debug, Clone, PartialEq)]
pub struct DatabaseFigures {
    /// As PostgreSQL says it: `15.18 (Debian 15.18-0+deb12u1)`.
    pub server: String,
    /// In bytes.
    pub size: u64,
    pub resellers: u64,
    /// Those that work for themselves, for a reseller, and the end customers.
    pub reseller_accounts: u64,
    pub staff_accounts: u64,
    pub portal_accounts: u64,
    pub inactive_accounts: u64,
    /// Sessions of somebody who is signed in.
    pub sessions: u64,
    pub outbox: OutboxFigures,
    /// `None`: `pg_stat_statements` is not installed.
    pub slow: Option<Vec<SlowStatement>>,
}

impl Db {
    /// The pools at this moment.
    pub fn pools(&self) -> [PoolFigures; 2] {
        [
            pool("tenants", &self.tenants, &self.waits.tenants),
            pool("auth", &self.auth, &self.waits.auth),
        ]
    }

    /// Mails that wait, and mails that were given up.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn outbox_figures(&self) -> Result<OutboxFigures, Refusal> {
        Ok(outbox(self).await?)
    }

    /// Everything that `mkm status` shows.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn database_figures(&self) -> Result<DatabaseFigures, Refusal> {
        Ok(database(self).await?)
    }
}

fn pool(name: &'static str, pool: &Pool, waits: &waits::Wait) -> PoolFigures {
    let size = pool.size();
    let (asked, waited) = waits.so_far();
    PoolFigures {
        name,
        size: u32::try_from(size.open).unwrap_or(u32::MAX),
        idle: u32::try_from(size.idle).unwrap_or(u32::MAX),
        most: size.most,
        asked,
        waited,
    }
}

async fn outbox(db: &Db) -> Result<OutboxFigures, Failure> {
    let found = sqlx::query!(
        r#"
        select
            count(*) filter (where state = 'waiting') as "waiting!",
            extract(epoch from now() - min(queued_at) filter (where state = 'waiting'))::float8 as oldest,
            count(*) filter (where state = 'failed') as "failed!"
        from outgoing_mail
        "#
    )
    .fetch_one(&mut *db.sign_in_connection().await?)
    .await?;
    Ok(OutboxFigures {
        waiting: whole(found.waiting),
        oldest: found.oldest,
        failed: whole(found.failed),
    })
}

async fn database(db: &Db) -> Result<DatabaseFigures, Failure> {
    let found = sqlx::query!(
        r#"
        select
            current_setting('server_version') as "server!",
            pg_database_size(current_database()) as "size!",
            (select count(*) from reseller) as "resellers!",
            count(*) filter (where role = 'reseller') as "reseller_accounts!",
            count(*) filter (where role = 'staff') as "staff_accounts!",
            count(*) filter (where role = 'portal') as "portal_accounts!",
            count(*) filter (where not active) as "inactive_accounts!",
            (
                select count(*) from session
                where account_id is not null and not awaits_factor and idle_until > now()
            ) as "sessions!"
        from account
        "#
    )
    .fetch_one(&mut *db.sign_in_connection().await?)
    .await?;
    Ok(DatabaseFigures {
        server: found.server,
        size: whole(found.size),
        resellers: whole(found.resellers),
        reseller_accounts: whole(found.reseller_accounts),
        staff_accounts: whole(found.staff_accounts),
        portal_accounts: whole(found.portal_accounts),
        inactive_accounts: whole(found.inactive_accounts),
        sessions: whole(found.sessions),
        outbox: outbox(db).await?,
        slow: slow::slow(db).await?,
    })
}

/// Which migrations a database has, asked as its owner; it may be older or newer than the program.
///
/// # Errors
/// [`ConnectError`]
pub async fn migration_figures(url: &str) -> Result<MigrationFigures, ConnectError> {
    let options = PgConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
    let mut connection = options.connect().await.map_err(ConnectError::Unreachable)?;
    let applied = applied(&mut connection)
        .await
        .map_err(ConnectError::Unreachable)?;
    connection
        .close()
        .await
        .map_err(ConnectError::Unreachable)?;
    Ok(MigrationFigures {
        applied: whole(applied),
        known: u64::try_from(MIGRATOR.iter().count()).unwrap_or(0),
    })
}

async fn applied(connection: &mut PgConnection) -> sqlx::Result<i64> {
    let there =
        sqlx::query_scalar!(r#"select to_regclass('_sqlx_migrations') is not null as "exists!""#)
            .fetch_one(&mut *connection)
            .await?;
    if !there {
        return Ok(0);
    }
    sqlx::query_scalar!(r#"select count(*) as "applied!" from _sqlx_migrations where success"#)
        .fetch_one(connection)
        .await
}

fn whole(amount: i64) -> u64 {
    u64::try_from(amount).unwrap_or(0)
}

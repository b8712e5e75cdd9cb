//! The pools, and what is checked before the program trusts a database.

use std::{
    str::FromStr,
    sync::Arc,
    time::{Duration, Instant},
};

use domain::refusal::Refusal;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use crate::{
    MIGRATOR,
    error::Failure,
    figures::Waits,
    lists::KeptLists,
    pool::{Lent, Pool},
    replica::Replica,
};

/// How many connections each pool opens at most.
#[derive(Debug, Clone, Copy)]
pub struct Connections {
    /// For work on a reseller's rows.
    pub tenants: u32,
    /// For sign-in and sessions.
    pub auth: u32,
}

impl Default for Connections {
    /// Ten in all: what the smallest PostgreSQL can spare.
    fn default() -> Self {
        Self {
            tenants: 7,
            auth: 3,
        }
    }
}

/// How long a request waits for a connection before it is told that the database is busy.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(3);

/// A replica that does not answer within this time is passed by.
const REPLICA_TIMEOUT: Duration = Duration::from_millis(500);

/// What PostgreSQL's codes begin with where it knows no such role, password or database.
const REFUSES_THE_LOGIN: [&str; 2] = ["28", "3D"];

/// The database of the program; a clone shares its connections.
#[derive(Debug, Clone)]
pub struct Db {
    /// Connections as `mkm_app`; only [`crate::tenant::TenantTx`] takes from it.
    pub(crate) tenants: Pool,
    /// Connections as `mkm_auth`: before sign-in there is no reseller.
    pub(crate) auth: Pool,
    pub(crate) waits: Arc<Waits>,
    pub(crate) kept: KeptLists,
    /// Where lists and searches are read, if not here.
    pub(crate) replica: Option<Replica>,
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
    TooOld {
        /// As the server names it.
        found: String,
    },
    /// The login may not become `mkm_app` and `mkm_auth`.
    #[error(
        "the role {0} is no member of mkm_app and mkm_auth: a superuser must run the statements that `mkm roles` prints"
    )]
    RolesMissing(String),
    /// The tables are missing or older than the program.
    #[error("the database is not up to date: run `mkm migrate`")]
    NotMigrated,
    /// A newer program has changed the tables.
    #[error("the database is newer than this program (migration {found})")]
    TooNew {
        /// The latest migration of the database.
        found: i64,
    },
}

impl ConnectError {
    /// Nothing is wrong with what was said: the database or the way to it is away, or it is not ready yet.
    /// Whoever tries again later may find it.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(sqlx::Error::Database(error)) => error.code().is_some_and(|code| {
                !REFUSES_THE_LOGIN
                    .iter()
                    .any(|class| code.starts_with(class))
            }),
            Self::Unreachable(error) => !matches!(error, sqlx::Error::Configuration(_)),
            _ => false,
        }
    }
}

impl Db {
    /// Checks the database and opens the pools: at most 10 connections in all.
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
        Self::connect_with_at_most(options, Connections::default()).await
    }

    /// As [`Self::connect_with`], with other sizes of the pools.
    ///
    /// # Errors
    /// [`ConnectError`]
    pub async fn connect_with_at_most(
        options: PgConnectOptions,
        most: Connections,
    ) -> Result<Self, ConnectError> {
        let mut connection = options.connect().await.map_err(ConnectError::Unreachable)?;
        check_login(&mut connection).await?;
        check_migrations(&mut connection).await?;
        connection
            .close()
            .await
            .map_err(ConnectError::Unreachable)?;
        let options = with_limits(options);
        Ok(Self {
            tenants: Pool::new(
                options.clone(),
                "set role mkm_app",
                most.tenants,
                ACQUIRE_TIMEOUT,
            ),
            auth: Pool::new(options, "set role mkm_auth", most.auth, ACQUIRE_TIMEOUT),
            waits: Arc::default(),
            kept: KeptLists::default(),
            replica: None,
        })
    }

    /// Reads lists and searches from a replica of this database, as long as it answers and has everything
    /// that was changed before; else from this database. It need not be there yet.
    ///
    /// # Errors
    /// [`ConnectError::BadUrl`]
    pub fn reading_from(self, replica: &str) -> Result<Self, ConnectError> {
        let options = PgConnectOptions::from_str(replica).map_err(ConnectError::BadUrl)?;
        let pool = Pool::new(
            with_limits(options),
            "set role mkm_app",
            self.tenants.size().most,
            REPLICA_TIMEOUT,
        );
        Ok(Self {
            replica: Some(Replica::new(pool)),
            ..self
        })
    }

    /// Asks the database for a sign of life, within 2 s.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`]
    pub async fn ping(&self) -> Result<(), Refusal> {
        let answer = async {
            let mut connection = self.sign_in_connection().await?;
            connection.ping().await.map_err(Failure::from)
        };
        match tokio::time::timeout(Duration::from_secs(2), answer).await {
            Ok(answer) => answer.map_err(Refusal::from),
            Err(_) => Err(Refusal::Unavailable),
        }
    }

    /// A connection as `mkm_auth`.
    pub(crate) async fn sign_in_connection(&self) -> Result<Lent, Failure> {
        let since = Instant::now();
        let taken = self.auth.acquire().await;
        self.waits.auth.note(since);
        Ok(taken?)
    }

    /// Ends all connections, after the running transactions.
    pub async fn close(&self) {
        tokio::join!(self.tenants.close(), self.auth.close());
        if let Some(replica) = &self.replica {
            replica.close().await;
        }
    }
}

/// Refuses a login under which row-level security would mean nothing.
pub(crate) async fn check_login(connection: &mut PgConnection) -> Result<(), ConnectError> {
    let login = sqlx::query!(
        r#"
        select
            role.rolname as "name!",
            role.rolsuper or role.rolbypassrls as "privileged!",
            coalesce(bool_and(pg_has_role(role.oid, needed.oid, 'member')), false)
                and count(needed.oid) = 2 as "member!",
            current_setting('server_version') as "version!",
            current_setting('server_version_num')::integer as "version_number!"
        from pg_catalog.pg_roles as role
        left join pg_catalog.pg_roles as needed on needed.rolname in ('mkm_app', 'mkm_auth')
        where role.rolname = session_user
        group by role.rolname, role.oid, role.rolsuper, role.rolbypassrls
        "#
    )
    .fetch_one(connection)
    .await
    .map_err(ConnectError::Unreachable)?;
    if login.version_number < 150_000 {
        Err(ConnectError::TooOld {
            found: login.version,
        })
    } else if login.privileged {
        Err(ConnectError::Privileged(login.name))
    } else if !login.member {
        Err(ConnectError::RolesMissing(login.name))
    } else {
        Ok(())
    }
}

/// Refuses tables that this program does not know.
async fn check_migrations(connection: &mut PgConnection) -> Result<(), ConnectError> {
    let found = applied_migration(connection)
        .await
        .map_err(ConnectError::Unreachable)?;
    let known = MIGRATOR.iter().map(|migration| migration.version).max();
    if found < known {
        return Err(ConnectError::NotMigrated);
    }
    match found {
        Some(found) if Some(found) > known => Err(ConnectError::TooNew { found }),
        _ => Ok(()),
    }
}

/// The latest migration that was applied; none in an empty database.
async fn applied_migration(connection: &mut PgConnection) -> sqlx::Result<Option<i64>> {
    let exists =
        sqlx::query_scalar!(r#"select to_regclass('_sqlx_migrations') is not null as "exists!""#)
            .fetch_one(&mut *connection)
            .await?;
    if !exists {
        return Ok(None);
    }
    sqlx::query_scalar!("select max(version) from _sqlx_migrations where success")
        .fetch_one(connection)
        .await
}

/// Nothing may hold a connection or a lock for long.
fn with_limits(options: PgConnectOptions) -> PgConnectOptions {
    options.application_name("mkm").options([
        ("statement_timeout", "5s"),
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("timezone", "UTC"),
    ])
}

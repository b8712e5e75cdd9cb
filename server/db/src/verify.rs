//! Whether a living database still is what the migrations and the program made of it.

mod audit_chain;
mod counts;
mod list_keys;
mod migrations;
mod structure;
mod values;

use std::str::FromStr;

use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

use crate::connect::ConnectError;

/// What one check looked at, and what it found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    /// How many tables, rows, … it looked at.
    pub looked_at: u64,
    pub faults: Vec<Fault>,
}

/// The checks, in the order in which they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// Row-level security on every table.
    RowSecurity,
    Policies,
    /// Keys, indexes and foreign keys with the reseller first.
    Keys,
    /// Triggers and constraints at work.
    Guards,
    Migrations,
    /// Foreign keys hold for the rows.
    References,
    /// Check constraints hold for the rows.
    Conditions,
    /// Sort and search keys are what `domain` makes of the columns.
    ListKeys,
    /// Stored counts are the counted rows.
    Counts,
    AuditChain,
}

/// Something is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// What it is about: a table, a constraint, a migration; of a row the table and its ids, for there is
    /// nobody's name in it.
    pub place: String,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    RowSecurityNotForced,
    PolicyMissing,
    PolicyHalf,
    PolicyLoose,
    KeyWithoutReseller,
    ForeignKeyWithoutReseller,
    UnknownOwnersFunction,
    TriggerOff,
    NotValidated,
    MigrationMissing,
    MigrationUnknown,
    MigrationChanged,
    MigrationUnfinished,
    ReferenceDangling,
    ConditionBroken,
    ListKeyWrong,
    CountWrong,
    /// An entry is not what was sealed.
    EntryChanged,
    /// An entry that no link seals.
    EntryUnsealed,
    /// A link whose entry is gone.
    EntryGone,
    /// Links are missing in between.
    LinkGone,
}

/// Why a database could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The login may not become `mkm_backup`, which sees every row and changes none.
    #[error("the role {0} may not become mkm_backup")]
    NotBackup(String),
    /// There are no tables of MKM.
    #[error("the database has no tables of MKM")]
    Empty,
    #[error("the database could not be read: {0}")]
    Sql(#[from] sqlx::Error),
}

impl Fault {
    fn new(kind: FaultKind, place: impl Into<String>) -> Self {
        let place = place.into();
        Self { kind, place }
    }
}

/// The faults of one kind, at these places.
fn faults(kind: FaultKind, places: Vec<String>) -> impl Iterator<Item = Fault> {
    places.into_iter().map(move |place| Fault::new(kind, place))
}

fn counted(amount: Option<i64>) -> u64 {
    u64::try_from(amount.unwrap_or(0)).unwrap_or(0)
}

/// Connects, and becomes `mkm_backup` for good. Gives the version of the server too, as PostgreSQL numbers
/// it (150018).
///
/// # Errors
/// [`VerifyError`]
pub async fn become_backup(url: &str) -> Result<(PgConnection, i32), VerifyError> {
    let options = PgConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
    let mut connection = options.connect().await.map_err(ConnectError::Unreachable)?;
    let login = sqlx::query!(
        r#"
        select
            session_user::text as "name!",
            coalesce(
                (select rolbypassrls and pg_has_role(session_user, oid, 'member')
                 from pg_catalog.pg_roles where rolname = 'mkm_backup'),
                false
            ) as "may!",
            current_setting('server_version_num')::integer as "version!"
        "#
    )
    .fetch_one(&mut connection)
    .await?;
    if !login.may {
        return Err(VerifyError::NotBackup(login.name));
    }
    sqlx::raw_sql(
        "set role mkm_backup; set search_path = public, pg_catalog; set timezone = 'UTC'",
    )
    .execute(&mut connection)
    .await?;
    Ok((connection, login.version))
}

/// Makes every check on one state of the database, changing nothing. The rows are looked at only where the
/// tables are those of this program: the findings end before, otherwise.
///
/// # Errors
/// [`VerifyError`]
pub async fn verify(url: &str) -> Result<Vec<Finding>, VerifyError> {
    let (mut connection, _) = become_backup(url).await?;
    let there =
        sqlx::query_scalar!(r#"select to_regclass('_sqlx_migrations') is not null as "exists!""#)
            .fetch_one(&mut connection)
            .await?;
    if !there {
        return Err(VerifyError::Empty);
    }
    sqlx::raw_sql("begin isolation level repeatable read read only")
        .execute(&mut connection)
        .await?;
    let findings = all(&mut connection).await?;
    sqlx::raw_sql("rollback").execute(&mut connection).await?;
    connection.close().await?;
    Ok(findings)
}

async fn all(connection: &mut PgConnection) -> sqlx::Result<Vec<Finding>> {
    let mut findings = vec![
        structure::row_security(connection).await?,
        structure::policies(connection).await?,
        structure::keys(connection).await?,
        structure::guards(connection).await?,
    ];
    let migrations = migrations::check(connection).await?;
    let same_tables = !migrations
        .faults
        .iter()
        .any(|fault| fault.kind != FaultKind::MigrationChanged);
    findings.push(migrations);
    if same_tables {
        findings.push(values::references(connection).await?);
        findings.push(values::conditions(connection).await?);
        findings.push(list_keys::check(connection).await?);
        findings.push(counts::check(connection).await?);
        findings.push(audit_chain::check(connection).await?);
    }
    Ok(findings)
}

//! The only way to a reseller's rows.

use std::ops::{Deref, DerefMut};

use domain::principal::{Actor, Desk};
use sqlx::{AssertSqlSafe, PgConnection, Postgres, Transaction};
use uuid::Uuid;

use crate::Db;

/// A transaction that sees and changes the rows of one reseller, and no others: row-level security
/// reads the setting that is made here and lost at its end. Dropped without commit, it is undone.
#[derive(Debug)]
pub(crate) struct TenantTx {
    transaction: Transaction<'static, Postgres>,
    desk: Desk,
}

impl TenantTx {
    /// For changes.
    pub(crate) async fn begin(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk, "begin").await
    }

    /// For reading with several statements that must fit together.
    pub(crate) async fn snapshot(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk, "begin isolation level repeatable read read only").await
    }

    async fn open(db: &Db, desk: &Desk, begin: &'static str) -> sqlx::Result<Self> {
        let reseller = desk.reseller().uuid();
        // One round trip; the text of a UUID cannot break out of the quotes.
        let statement = format!("{begin}; set local app.reseller_id = '{reseller}'");
        let transaction = db.tenants.begin_with(AssertSqlSafe(statement)).await?;
        Ok(Self {
            transaction,
            desk: *desk,
        })
    }

    pub(crate) fn reseller(&self) -> Uuid {
        self.desk.reseller().uuid()
    }

    /// Who does it, as `audit_entry.actor` and `audit_entry.actor_account` hold it.
    pub(crate) fn actor(&self) -> (&'static str, Option<Uuid>) {
        actor_columns(self.desk.actor())
    }

    /// Allows a single statement of this transaction more than the usual 5 s: for work on many rows
    /// that nobody waits for in a browser.
    pub(crate) async fn take_time(&mut self) -> sqlx::Result<()> {
        sqlx::raw_sql(
            "set local statement_timeout = '120s'; \
             set local idle_in_transaction_session_timeout = '60s'",
        )
        .execute(&mut *self.transaction)
        .await
        .map(drop)
    }

    pub(crate) async fn commit(self) -> sqlx::Result<()> {
        self.transaction.commit().await
    }
}

impl Deref for TenantTx {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.transaction
    }
}

impl DerefMut for TenantTx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.transaction
    }
}

/// An actor as `audit_entry.actor` and `audit_entry.actor_account` hold it.
pub(crate) fn actor_columns(actor: Actor) -> (&'static str, Option<Uuid>) {
    match actor {
        Actor::Account(account) => ("account", Some(account.uuid())),
        Actor::Operator => ("operator", None),
    }
}

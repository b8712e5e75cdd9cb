//! The only way to a reseller's rows.

use std::{
    ops::{Deref, DerefMut},
    time::Instant,
};

use domain::{
    principal::{Actor, Desk, PortalDesk},
    values::ResellerId,
};
use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

use crate::{Db, pool::Tx};

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// They are counted.
    Changes,
    /// Planned for these very parameters, because a plan for any parameters cannot use the index that
    /// fits them. Not for everything: foreign keys would be planned again for each row.
    Search,
    /// Planned once for any parameters, where these change nothing about the plan.
    PlannedOnce,
    /// One state of the rows for several statements.
    Snapshot,
}

impl Purpose {
    fn begin(self) -> &'static str {
        match self {
            Self::Changes => "begin",
            Self::Search => "begin; set local plan_cache_mode = force_custom_plan",
            Self::PlannedOnce => "begin; set local plan_cache_mode = force_generic_plan",
            Self::Snapshot => "begin isolation level repeatable read read only",
        }
    }
}

/// A transaction that sees and changes the rows of one reseller, and no others: row-level security
/// reads the setting that is made here and lost at its end. Dropped without commit, it is undone.
#[derive(Debug)]
pub(crate) struct TenantTx {
    transaction: Tx,
    reseller: ResellerId,
    actor: Actor,
    purpose: Purpose,
}

impl TenantTx {
    /// For changes.
    pub(crate) async fn begin(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk.reseller(), desk.actor(), Purpose::Changes).await
    }

    /// For searching.
    pub(crate) async fn search(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk.reseller(), desk.actor(), Purpose::Search).await
    }

    /// For reading with a statement that has one plan.
    pub(crate) async fn planned_once(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk.reseller(), desk.actor(), Purpose::PlannedOnce).await
    }

    /// For reading with several statements that must fit together.
    pub(crate) async fn snapshot(db: &Db, desk: &Desk) -> sqlx::Result<Self> {
        Self::open(db, desk.reseller(), desk.actor(), Purpose::Snapshot).await
    }

    /// For reading what one portal account may see. The statements name the account: row-level
    /// security only keeps the resellers apart.
    pub(crate) async fn portal_snapshot(db: &Db, portal: &PortalDesk) -> sqlx::Result<Self> {
        let actor = Actor::Account(portal.account());
        Self::open(db, portal.reseller(), actor, Purpose::Snapshot).await
    }

    /// For what a portal account changes.
    pub(crate) async fn portal(db: &Db, portal: &PortalDesk) -> sqlx::Result<Self> {
        let actor = Actor::Account(portal.account());
        Self::open(db, portal.reseller(), actor, Purpose::Changes).await
    }

    async fn open(
        db: &Db,
        reseller: ResellerId,
        actor: Actor,
        purpose: Purpose,
    ) -> sqlx::Result<Self> {
        // One round trip; the text of a UUID cannot break out of the quotes.
        let begin = purpose.begin();
        let statement = format!("{begin}; set local app.reseller_id = '{reseller}'");
        let since = Instant::now();
        let transaction = db.tenants.begin_with(AssertSqlSafe(statement)).await;
        db.waits.tenants.note(since);
        Ok(Self {
            transaction: transaction?,
            reseller,
            actor,
            purpose,
        })
    }

    /// Goes on with a transaction for changes that has begun elsewhere: the demo adds a reseller and its
    /// customers in one, an import works for one reseller after the other.
    pub(crate) async fn adopt(mut transaction: Tx, desk: &Desk) -> sqlx::Result<Self> {
        work_for(&mut transaction, desk.reseller().uuid()).await?;
        Ok(Self {
            transaction,
            reseller: desk.reseller(),
            actor: desk.actor(),
            purpose: Purpose::Changes,
        })
    }

    /// Gives the transaction back that was adopted.
    pub(crate) async fn hand_back(mut self) -> sqlx::Result<Tx> {
        count_change(&mut self.transaction, self.reseller.uuid()).await?;
        Ok(self.transaction)
    }

    pub(crate) fn reseller(&self) -> Uuid {
        self.reseller.uuid()
    }

    /// Who does it, as `audit_entry.actor` and `audit_entry.actor_account` hold it.
    pub(crate) fn actor(&self) -> (&'static str, Option<Uuid>) {
        actor_columns(self.actor)
    }

    /// Tells PostgreSQL how many rows there are now. Without it a reseller who was not there before
    /// counts as having hardly any, and the wrong index is used until autovacuum comes by.
    pub(crate) async fn analyze(&mut self) -> sqlx::Result<()> {
        sqlx::raw_sql(
            "set local role none; analyze customer, product, domain, customer_account, account; \
             set local role mkm_app",
        )
        .execute(&mut *self.transaction)
        .await
        .map(drop)
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

    pub(crate) async fn commit(mut self) -> sqlx::Result<()> {
        if self.purpose == Purpose::Changes {
            count_change(&mut self.transaction, self.reseller.uuid()).await?;
        }
        self.transaction.commit().await
    }
}

/// Ends a transaction in the role `mkm_auth`, which may not count: what it changed for the reseller, if only
/// the audit log, is seen by readers of a replica as well.
pub(crate) async fn commit_counted(mut transaction: Tx, reseller: Uuid) -> sqlx::Result<()> {
    work_for(&mut transaction, reseller).await?;
    count_change(&mut transaction, reseller).await?;
    transaction.commit().await
}

/// What a transaction that has begun does from now on, it does in the role and for the reseller.
async fn work_for(connection: &mut PgConnection, reseller: Uuid) -> sqlx::Result<()> {
    let statement = format!("set local role mkm_app; set local app.reseller_id = '{reseller}'");
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(connection)
        .await?;
    Ok(())
}

/// What a reader of a replica waits for; nothing where nothing was changed.
async fn count_change(connection: &mut PgConnection, reseller: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into reseller_state as state (reseller_id, changes)
             select $1, 1
             where pg_current_xact_id_if_assigned() is not null
             on conflict on constraint reseller_state_pkey do update set changes = state.changes + 1",
        reseller
    )
    .execute(connection)
    .await
    .map(drop)
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

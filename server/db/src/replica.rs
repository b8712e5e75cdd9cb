//! Lists and searches from a replica, which is some moments behind: never without what was changed before
//! they were asked for.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use domain::principal::Desk;

use crate::{Db, error::Failure, pool::Pool, tenant::TenantTx};

/// After a fault the replica is left alone for this time.
const REST: Duration = Duration::from_secs(5);

/// A standby of the program's database.
#[derive(Debug, Clone)]
pub(crate) struct Replica {
    /// Connections as `mkm_app`.
    pool: Pool,
    rests_until: Arc<Mutex<Option<Instant>>>,
}

impl Replica {
    pub(crate) fn new(pool: Pool) -> Self {
        Self {
            pool,
            rests_until: Arc::default(),
        }
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    fn rests(&self) -> bool {
        let until = self.rests_until.lock();
        until
            .unwrap_or_else(PoisonError::into_inner)
            .is_some_and(|until| Instant::now() < until)
    }

    /// Somebody else will be asked for a while.
    fn rest(&self, fault: &sqlx::Error) {
        tracing::warn!(error = %fault, "the replica is passed by");
        let mut until = self
            .rests_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *until = Some(Instant::now() + REST);
    }
}

impl Db {
    /// Runs what only reads, on the replica where there is one that has every change of this reseller.
    /// Where it has not, or fails, the database itself is read.
    pub(crate) async fn read<T, F>(
        &self,
        desk: &Desk,
        read: impl Fn(Self) -> F,
    ) -> Result<T, Failure>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let Some(replica) = self.replica.as_ref().filter(|replica| !replica.rests()) else {
            return read(self.clone()).await;
        };
        let copy = Self {
            tenants: replica.pool.clone(),
            replica: None,
            ..self.clone()
        };
        // What the database itself does not say is no fault of the replica.
        let needed = changes(self, desk).await?.unwrap_or(0);
        match changes(&copy, desk).await {
            Ok(Some(counted)) if counted >= needed => match read(copy).await {
                Err(Failure::Sql(fault)) => replica.rest(&fault),
                answer => return answer,
            },
            Ok(_) => {}
            Err(Failure::Sql(fault)) => replica.rest(&fault),
            Err(refused) => return Err(refused),
        }
        read(self.clone()).await
    }
}

/// How many changes of this reseller there are; none where none was ever made. A replica that was made
/// a database of its own has none to tell: it follows no longer.
async fn changes(db: &Db, desk: &Desk) -> Result<Option<i64>, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let follows = sqlx::query!(
        r#"
        select pg_is_in_recovery() as "follows!",
            coalesce((select changes from reseller_state where reseller_id = $1), 0) as "changes!"
        "#,
        tx.reseller()
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok((follows.follows || db.replica.is_some()).then_some(follows.changes))
}

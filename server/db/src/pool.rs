//! Connections that are opened once and lent to one request after the other.
//!
//! One that is at rest when it comes back is lent again as it is. sqlx's own pool asks the database for a sign
//! of life each time: half of all ways to the database for a page of a list.

mod lent;
mod manager;

use std::{fmt, time::Duration};

use deadpool::managed::{PoolError, QueueMode};
use sqlx::{SqlSafeStr, postgres::PgConnectOptions};
use tokio::time::timeout;

pub(crate) use lent::{Lent, Tx};
use manager::Manager;

/// How often [`Pool::close`] looks whether everybody is done.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// At most so many connections to one database, all in one role. A clone shares them.
#[derive(Clone)]
pub(crate) struct Pool {
    connections: deadpool::managed::Pool<Manager>,
    most: u32,
    patience: Duration,
}

/// What there is at a moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// Open connections.
    pub(crate) open: usize,
    /// Those that nobody uses.
    pub(crate) idle: usize,
    /// How many there may be.
    pub(crate) most: u32,
}

impl Pool {
    /// Opens nothing yet. Whoever asks for a connection waits for it no longer than `patience`.
    pub(crate) fn new(
        options: PgConnectOptions,
        set_role: &'static str,
        most: u32,
        patience: Duration,
    ) -> Self {
        // The one used last is the one least likely to be gone.
        let pool = deadpool::managed::Pool::builder(Manager::new(options, set_role))
            .max_size(most as usize)
            .queue_mode(QueueMode::Lifo)
            .build();
        let Ok(connections) = pool else {
            unreachable!("only time limits in it could be wrong, and it has none");
        };
        Self {
            connections,
            most,
            patience,
        }
    }

    /// A connection that answers.
    ///
    /// # Errors
    /// [`sqlx::Error::PoolTimedOut`] where none was to be had in time, and what opening one says.
    pub(crate) async fn acquire(&self) -> sqlx::Result<Lent> {
        within(self.patience, self.lend()).await
    }

    /// A transaction.
    ///
    /// # Errors
    /// As [`Self::acquire`].
    pub(crate) async fn begin(&self) -> sqlx::Result<Tx> {
        self.begin_with("begin").await
    }

    /// A transaction that begins with these statements.
    ///
    /// # Errors
    /// As [`Self::acquire`].
    pub(crate) async fn begin_with(&self, statements: impl SqlSafeStr) -> sqlx::Result<Tx> {
        let beginning = async { Tx::begin(self.lend().await?, statements.into_sql_str()).await };
        within(self.patience, beginning).await
    }

    /// Lends no more, and ends all connections as they come back.
    pub(crate) async fn close(&self) {
        self.connections.close();
        while self.connections.status().size > 0 {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    pub(crate) fn size(&self) -> Size {
        let status = self.connections.status();
        Size {
            open: status.size,
            idle: status.available,
            most: self.most,
        }
    }

    async fn lend(&self) -> sqlx::Result<Lent> {
        let lent = self.connections.get().await;
        lent.map(Lent::new).map_err(|error| match error {
            PoolError::Backend(error) => error,
            PoolError::Closed => sqlx::Error::PoolClosed,
            _ => sqlx::Error::PoolTimedOut,
        })
    }
}

/// Without the options of its connections: the password is among them.
impl fmt::Debug for Pool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.size().fmt(formatter)
    }
}

/// An error where the answer takes too long; a connection that was asked is good for nothing then.
async fn within<T>(
    time: Duration,
    answer: impl Future<Output = sqlx::Result<T>>,
) -> sqlx::Result<T> {
    timeout(time, answer)
        .await
        .unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

//! A connection on loan, and a transaction on one.

use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

use deadpool::managed::Object;
use futures_util::{FutureExt, future::BoxFuture};
use sqlx::{Connection, Executor, PgConnection, SqlStr};
use tokio::runtime::Handle;

use super::{Manager, within};

/// How long a connection may take to come to rest after whoever used it is gone. One that still works for
/// somebody who hung up is given up: a new one costs less than a place in the pool that is taken.
const AT_REST_WITHIN: Duration = Duration::from_secs(1);

/// A connection that goes back when this is dropped: at once where it is at rest, else as soon as it is.
#[derive(Debug)]
pub(crate) struct Lent(Option<Object<Manager>>);

impl Lent {
    pub(super) fn new(connection: Object<Manager>) -> Self {
        Self(Some(connection))
    }
}

impl Deref for Lent {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match &self.0 {
            Some(connection) => connection,
            None => unreachable!("it is only taken where it is dropped"),
        }
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match &mut self.0 {
            Some(connection) => connection,
            None => unreachable!("it is only taken where it is dropped"),
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(mut connection) = self.0.take() else {
            return;
        };
        // Where nothing is outstanding this neither sends nor waits. A request that was dropped half-way
        // leaves an answer behind that must be read before the next one.
        match connection.flush().now_or_never() {
            Some(Ok(())) => drop(connection),
            Some(Err(_)) => drop(Object::take(connection)),
            None => bring_to_rest(connection, |connection| connection.flush().boxed()),
        }
    }
}

/// A transaction; dropped without commit, it is undone, also where it has hardly begun. Of sqlx's own that
/// is not known (its issues 4385 and 4393).
#[derive(Debug)]
pub(crate) struct Tx {
    connection: Lent,
    open: bool,
}

impl Tx {
    /// `begin` and, after it, whatever else there is to say, in one go.
    pub(super) async fn begin(connection: Lent, begin: SqlStr) -> sqlx::Result<Self> {
        // Before the first await: whoever is dropped in it leaves a transaction as well.
        let mut tx = Self {
            connection,
            open: true,
        };
        tx.connection.execute(sqlx::raw_sql(begin)).await?;
        Ok(tx)
    }

    /// Makes its changes last.
    ///
    /// # Errors
    /// Whatever the database says; then nothing is known about the changes.
    pub(crate) async fn commit(mut self) -> sqlx::Result<()> {
        self.connection.execute("commit").await?;
        self.open = false;
        Ok(())
    }
}

impl Deref for Tx {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.connection
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        if let Some(connection) = self.connection.0.take() {
            bring_to_rest(connection, |connection| roll_back(connection).boxed());
        }
    }
}

async fn roll_back(connection: &mut PgConnection) -> sqlx::Result<()> {
    connection.execute("rollback").await.map(drop)
}

/// Works on the connection until it may be lent again, while nobody waits for it.
fn bring_to_rest(
    mut connection: Object<Manager>,
    work: impl FnOnce(&mut PgConnection) -> BoxFuture<'_, sqlx::Result<()>> + Send + 'static,
) {
    // Without a runtime there is nobody left to lend it to.
    let Ok(runtime) = Handle::try_current() else {
        return drop(Object::take(connection));
    };
    runtime.spawn(async move {
        if let Err(error) = within(AT_REST_WITHIN, work(&mut connection)).await {
            tracing::warn!(%error, "a connection is given up");
            drop(Object::take(connection));
        }
    });
}

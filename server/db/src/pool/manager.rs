//! How a connection is opened, and how it is known that it is still one.

use std::{io, time::Duration};

use deadpool::managed::{self, Metrics, RecycleError, RecycleResult};
use sqlx::{ConnectOptions, Connection, Executor, PgConnection, postgres::PgConnectOptions};
use tokio::time::sleep;

use super::within;

/// How long a connection that was idle may take to answer, before another one is tried. Where the
/// database went away without a word (its machine lost power, a firewall forgot the connection) nobody
/// says so; all connections of a pool must be tried within the time that a request waits, so that the first
/// request after its return is answered.
const ALIVE_WITHIN: Duration = Duration::from_millis(400);

/// A connection that was lent less than this time ago is taken without a question: no database goes away
/// and comes back within it. Under load that is every connection.
const LENT_JUST_NOW: Duration = Duration::from_millis(200);

/// Then a connection is replaced, and the memory that PostgreSQL keeps for it is freed.
const LIFETIME: Duration = Duration::from_mins(30);

/// Between two attempts to reach a database that is coming up: the first pause, and the longest. So long at most
/// does somebody wait for a database that is there.
const PAUSES: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(100));

/// What PostgreSQL says while it starts, and where connections that were just dropped still count.
const COMES_UP: [&str; 2] = ["57P03", "53300"];

/// Opens connections that work in one role.
#[derive(Debug)]
pub(super) struct Manager {
    options: PgConnectOptions,
    set_role: &'static str,
}

impl Manager {
    pub(super) fn new(options: PgConnectOptions, set_role: &'static str) -> Self {
        Self { options, set_role }
    }

    async fn open(&self) -> sqlx::Result<PgConnection> {
        let mut connection = self.options.connect().await?;
        connection.execute(self.set_role).await?;
        Ok(connection)
    }
}

impl managed::Manager for Manager {
    type Type = PgConnection;
    type Error = sqlx::Error;

    /// Tries again for as long as whoever asks waits, where the database is coming up.
    async fn create(&self) -> sqlx::Result<PgConnection> {
        let (mut pause, longest) = PAUSES;
        loop {
            // Boxed: the future of opening is large, and would be part of that of every request.
            match Box::pin(self.open()).await {
                Err(error) if comes_up(&error) => sleep(pause).await,
                opened => return opened,
            }
            pause = longest.min(pause * 2);
        }
    }

    async fn recycle(
        &self,
        connection: &mut PgConnection,
        metrics: &Metrics,
    ) -> RecycleResult<sqlx::Error> {
        if metrics.age() > LIFETIME {
            return Err(RecycleError::message("it has served its time"));
        }
        if metrics.last_used() < LENT_JUST_NOW {
            return Ok(());
        }
        Ok(within(ALIVE_WITHIN, connection.ping()).await?)
    }
}

fn comes_up(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => error.kind() == io::ErrorKind::ConnectionRefused,
        sqlx::Error::Database(error) => error
            .code()
            .is_some_and(|code| COMES_UP.contains(&code.as_ref())),
        _ => false,
    }
}

//! Changes are finished even if nobody waits for them any more.

use domain::refusal::Refusal;
use tracing::Instrument;

use crate::error::{Failure, internal};

/// Runs a change as a task of its own: a browser that hangs up drops the request's future, and a
/// dropped future could leave the change half-way.
pub(crate) async fn finish<T: Send + 'static>(
    change: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::spawn(change.in_current_span()).await {
        Ok(outcome) => outcome.map_err(Refusal::from),
        Err(fault) => Err(internal(&fault)),
    }
}

/// Takes a connection, or a transaction, without being stopped half-way: a browser that hangs up
/// would leave a connection that is being opened, or one inside a transaction that sqlx does not
/// know of (sqlx issues 4385, 4393). What nobody waits for any more goes back to the pool.
pub(crate) async fn uninterrupted<T: Send + 'static>(
    taking: impl Future<Output = sqlx::Result<T>> + Send + 'static,
) -> sqlx::Result<T> {
    tokio::spawn(taking)
        .await
        .unwrap_or(Err(sqlx::Error::WorkerCrashed))
}

//! Changes are finished even if nobody waits for them any more.

use std::time::Duration;

use domain::refusal::Refusal;
use tokio::time::timeout;
use tracing::Instrument;

use crate::error::{Failure, internal};

/// Longest time for what people change by a form: longer than they are kept waiting, and than its
/// statements may take together. Only a database that vanished without a word takes longer; the
/// connection must not be kept for an answer that never comes.
const CHANGE_TIME: Duration = Duration::from_secs(20);

/// Runs a change as a task of its own: a browser that hangs up drops the request's future, and a
/// dropped future could leave the change half-way.
pub(crate) async fn finish<T: Send + 'static>(
    change: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Refusal> {
    finish_whenever(async move {
        match timeout(CHANGE_TIME, change).await {
            Ok(outcome) => outcome,
            Err(_) => Err(sqlx::Error::PoolTimedOut.into()),
        }
    })
    .await
}

/// As [`finish`], for work of many statements, as long as it may take.
pub(crate) async fn finish_whenever<T: Send + 'static>(
    change: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::spawn(change.in_current_span()).await {
        Ok(outcome) => outcome.map_err(Refusal::from),
        Err(fault) => Err(internal(&fault)),
    }
}

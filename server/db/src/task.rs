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

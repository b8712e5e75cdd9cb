//! Reading the audit log.

use async_trait::async_trait;

use crate::{
    audit_log::{LogEntry, LogPage, LogQuery},
    principal::Desk,
    refusal::Refusal,
    values::CustomerId,
};

/// The audit log of one reseller. Nothing here changes it: entries are written where things change.
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// A page of the log, the newest entry first.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    async fn page(&self, desk: &Desk, query: &LogQuery) -> Result<LogPage, Refusal>;

    /// The newest entries about a customer and what belongs or belonged to it, at most
    /// [`crate::audit_log::HISTORY`].
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    async fn history(&self, desk: &Desk, customer: CustomerId) -> Result<Vec<LogEntry>, Refusal>;
}

//! The start page.

use async_trait::async_trait;

use crate::{overview::Overview, principal::Desk, refusal::Refusal};

/// What a reseller should know first.
#[async_trait]
pub trait Overviews: Send + Sync {
    /// All numbers of the start page, of one moment.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    async fn overview(&self, desk: &Desk) -> Result<Overview, Refusal>;
}

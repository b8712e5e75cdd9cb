//! Finding things by their beginning.

use async_trait::async_trait;

use crate::{principal::Desk, refusal::Refusal, search::Hit};

/// The jump box.
#[async_trait]
pub trait Search: Send + Sync {
    /// What begins with the text: customers by number (an exact one first), name and company, domains,
    /// portal users; a handful of each. Empty where nothing was typed.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    async fn search(&self, desk: &Desk, typed: &str) -> Result<Vec<Hit>, Refusal>;
}

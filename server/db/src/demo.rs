//! Demo data: two resellers with German-looking customers, the same at every run.

use domain::refusal::Refusal;

use crate::Db;

/// What became of the demo data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoOutcome {
    Loaded,
    /// The demo's resellers exist; nothing was changed.
    AlreadyThere,
}

impl Db {
    /// Stores the demo data, all or nothing: resellers 100001 (account `demo`) and 100002
    /// (`demo2`), both with this password hash, the handbook's two customers in the first one, and
    /// so many more in each. `progress` gets a German sentence now and then.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn load_demo(
        &self,
        password_hash: &str,
        customers_per_reseller: u32,
        progress: impl Fn(&str) + Send + Sync,
    ) -> Result<DemoOutcome, Refusal> {
        let _ = (password_hash, customers_per_reseller, progress);
        todo!()
    }
}

//! What the operator loads: the provider's catalogue, and who bought what.

mod articles;
mod purchases;
mod reseller_part;

use chrono::NaiveDate;
use domain::{
    refusal::Refusal,
    values::{CustomerNumber, Line},
};

use crate::{Db, task::finish_whenever};

/// An article of the provider's shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub number: Line<32>,
    pub name: Line<200>,
}

/// A product that a reseller bought in the shop. Reseller, article and contract together say which
/// one it is: imported again, it is updated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    /// The reseller's number at the provider.
    pub reseller: Line<32>,
    /// Number of the article.
    pub article: Line<32>,
    pub contract: Line<64>,
    pub since: NaiveDate,
    pub active: bool,
    /// To whom it is assigned, where the reseller has not assigned it.
    pub customer: Option<CustomerNumber>,
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    pub created: u32,
    /// Stored before, with other values.
    pub changed: u32,
    /// Stored before, with the same values.
    pub unchanged: u32,
}

/// What of the given purchases cannot be stored: indexes, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PurchaseFaults {
    pub no_such_reseller: Vec<usize>,
    pub no_such_article: Vec<usize>,
    pub no_such_customer: Vec<usize>,
    /// An earlier entry is the same product.
    pub repeated: Vec<usize>,
}

impl PurchaseFaults {
    /// All can be stored.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Db {
    /// Stores articles, or their new names; all or none. Of a number that comes twice, the last name
    /// counts.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn import_articles(&self, articles: Vec<Article>) -> Result<Imported, Refusal> {
        let db = self.clone();
        finish_whenever(async move { articles::import(&db, &articles).await }).await
    }

    /// Stores bought products of any resellers, or what changed of them; all or none.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn import_purchases(
        &self,
        purchases: Vec<Purchase>,
    ) -> Result<Result<Imported, PurchaseFaults>, Refusal> {
        let db = self.clone();
        finish_whenever(async move { purchases::import(&db, &purchases).await }).await
    }
}

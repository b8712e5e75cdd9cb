//! The lists of customers, domains and products.

use std::sync::Arc;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{
    domain_record::Owner,
    list::{Columns, ListKind, ListPage, ListQuery},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, ListVersion, RecordId},
};

/// The lists of one reseller. Every method sees only that reseller's rows.
///
/// All methods may return [`Refusal::Unavailable`] (database away, overloaded) and
/// [`Refusal::Internal`].
#[async_trait]
pub trait Lists: Send + Sync {
    /// One page of a list, filtered and sorted, with the counts.
    async fn page(&self, desk: &Desk, query: &ListQuery) -> Result<ListPage, Refusal>;

    /// A whole list for the browser, or [`WholeList::Unchanged`] where `known` is still current.
    async fn whole(
        &self,
        desk: &Desk,
        kind: ListKind,
        known: Option<ListVersion>,
    ) -> Result<WholeList, Refusal>;

    /// Domains or products that are about to be assigned, each with whom it belongs to now, by name.
    /// What is not there any more is left out, and so are customers.
    async fn owned(
        &self,
        desk: &Desk,
        kind: ListKind,
        ids: &[RecordId],
    ) -> Result<Vec<Owned>, Refusal>;

    /// Customers that something could be assigned to, at most so many: whoever has that number
    /// first, then by name. Every word must occur in number, name or company.
    async fn customer_choices(
        &self,
        desk: &Desk,
        search: &str,
        most: u32,
    ) -> Result<Vec<CustomerChoice>, Refusal>;
}

/// Answer of [`Lists::whole`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WholeList {
    Unchanged,
    Changed {
        version: ListVersion,
        columns: Arc<Columns>,
    },
}

/// A domain or product, and whom it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owned {
    pub id: RecordId,
    /// Of a domain in Unicode form.
    pub name: String,
    pub owner: Option<Owner>,
}

/// A customer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerChoice {
    pub id: CustomerId,
    pub number: String,
    pub last_name: String,
    pub first_name: String,
    /// Empty where there is none.
    pub company: String,
}

//! The customer list: what the URL asks for, and what comes of it.
//!
//! The server answers a [`ListQuery`] by SQL, the browser by [`CustomerColumns::page`]; both order
//! by the same stored keys ([`crate::keys`]), so both show the same rows.

mod columns;
mod query;

pub use columns::CustomerColumns;
pub use query::{
    ColumnFilters, Direction, ListQuery, PageNumber, PageSize, ProductFilter, SortColumn,
};

use serde::{Deserialize, Serialize};

use crate::customer::CustomerRow;

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    pub rows: Vec<CustomerRow>,
    /// Customers that match the filters.
    pub matched: u32,
    /// Customers of the reseller.
    pub total: u32,
    /// The page that `rows` are, from 1: a page beyond the last one asked for is the last one.
    pub page: u32,
}

//! The whole list as columns, small on the wire and quick to filter and sort in the browser.

use serde::{Deserialize, Serialize};

use super::{ListPage, ListQuery};
use crate::customer::CustomerRow;

/// All customers of one reseller.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerColumns {}

/// The bytes are not a list of this program version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a customer list")]
pub struct DecodeError;

impl CustomerColumns {
    /// Columns of these rows, in any order.
    pub fn from_rows(rows: impl IntoIterator<Item = CustomerRow>) -> Self {
        todo!()
    }

    /// The form on the wire.
    pub fn encode(&self) -> Vec<u8> {
        todo!()
    }

    /// # Errors
    /// [`DecodeError`]
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        todo!()
    }

    /// Number of customers.
    pub fn len(&self) -> usize {
        todo!()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The page that the query asks for, as the server's SQL would answer it.
    pub fn page(&self, query: &ListQuery) -> ListPage {
        todo!()
    }

    /// The page of `query` that shows the customer with this number; `None` where a filter hides it.
    pub fn page_showing(&self, query: &ListQuery, number: &str) -> Option<u32> {
        todo!()
    }

    /// With this row added, or replacing the one that has the same number.
    pub fn with(self, row: CustomerRow) -> Self {
        todo!()
    }

    /// Without the customer of this number.
    pub fn without(self, number: &str) -> Self {
        todo!()
    }
}

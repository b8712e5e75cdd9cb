//! The whole list as columns, small on the wire and quick to filter and sort in the browser.

mod lines;
mod names;
mod order;
mod prepared;
mod rows;
mod wire;

pub use wire::DecodeError;

use self::{prepared::Prepared, rows::Rows};
use super::{Direction, ListPage, ListQuery};
use crate::customer::CustomerRow;

/// All customers of one reseller.
#[derive(Debug, Clone, Default)]
pub struct CustomerColumns {
    rows: Box<Rows>,
    prepared: Box<Prepared>,
}

/// Two lists are equal if their rows are.
impl PartialEq for CustomerColumns {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Eq for CustomerColumns {}

impl From<Rows> for CustomerColumns {
    fn from(rows: Rows) -> Self {
        Self {
            rows: Box::new(rows),
            prepared: Box::default(),
        }
    }
}

impl CustomerColumns {
    /// Columns of these rows, in any order. A line break in a text, which no stored value has,
    /// becomes a space.
    pub fn from_rows(rows: impl IntoIterator<Item = CustomerRow>) -> Self {
        rows.into_iter().collect::<Rows>().into()
    }

    /// Number of customers.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// There are no customers.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The page that the query asks for, as the server's SQL would answer it.
    pub fn page(&self, query: &ListQuery) -> ListPage {
        let found = self.found(query);
        let matched = count(found.len());
        let shown = found
            .iter()
            .skip(query.rows_before(matched) as usize)
            .take(query.rows.rows() as usize);
        ListPage {
            rows: shown.map(|place| self.rows.get(*place as usize)).collect(),
            matched,
            total: count(self.len()),
            page: query.shown_page(matched),
        }
    }

    /// The page of `query` that shows the customer with this number, case ignored; `None` where a
    /// filter hides it or there is none.
    pub fn page_showing(&self, query: &ListQuery, number: &str) -> Option<u32> {
        let wanted = self.rows.position(number)?;
        let found = self.found(query);
        let before = found.iter().position(|place| *place as usize == wanted)?;
        Some(count(before) / query.rows.rows() + 1)
    }

    /// With this row added, or replacing the one that has the same number, case ignored.
    pub fn with(self, row: CustomerRow) -> Self {
        let mut rows = self.without(&row.number).rows;
        rows.insert(row);
        Self::from(*rows)
    }

    /// Without the customer of this number, case ignored.
    pub fn without(self, number: &str) -> Self {
        let mut rows = self.rows;
        if let Some(at) = rows.position(number) {
            rows.remove(at);
        }
        Self::from(*rows)
    }

    /// The places of the rows that match, in the order asked for.
    fn found(&self, query: &ListQuery) -> Vec<u32> {
        let order = self.prepared.order(&self.rows, query.sort);
        let (filled, empty) = order.parts();
        let matching = self.prepared.matching(&self.rows, query);
        let stays = |place: &&u32| matching.as_ref().is_none_or(|rows| rows[**place as usize]);
        match query.direction {
            Direction::Ascending => {
                let places = filled.iter().chain(empty);
                places.filter(stays).copied().collect()
            }
            Direction::Descending => {
                let places = filled.iter().rev().chain(empty.iter().rev());
                places.filter(stays).copied().collect()
            }
        }
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

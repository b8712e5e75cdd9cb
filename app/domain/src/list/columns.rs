//! The whole list as columns, small on the wire and quick to filter and sort in the browser.

mod ahead;
mod data;
mod gathered;
mod lines;
mod names;
mod order;
mod prepared;
mod rows;
mod wire;

pub use ahead::Ahead;
pub use gathered::Gathered;
pub use wire::{DecodeError, Decoding};

use self::{prepared::Prepared, rows::Rows};
use super::{Direction, ListKind, ListPage, ListQuery, Row, Value};

/// So many rows are searched and ordered in a fraction of a millisecond.
const SHORT: usize = 2_000;

/// All rows of one reseller.
#[derive(Debug, Clone)]
pub struct Columns {
    kind: ListKind,
    rows: Box<Rows>,
    prepared: Box<Prepared>,
}

/// Two lists are equal if their rows are.
impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.rows == other.rows
    }
}

impl Eq for Columns {}

impl Columns {
    /// Columns of these rows, in any order. A line break in a text, which no stored value has,
    /// becomes a space.
    pub fn from_rows(kind: ListKind, rows: impl IntoIterator<Item = Row>) -> Self {
        let mut gathered = Gathered::of(kind);
        gathered.extend(rows);
        gathered.into_columns()
    }

    fn of(kind: ListKind, rows: Rows) -> Self {
        Self {
            kind,
            rows: Box::new(rows),
            prepared: Box::new(Prepared::of(kind.description())),
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// There are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How much memory it takes, in bytes, with all that searching and sorting will prepare.
    pub fn bytes(&self) -> usize {
        self.rows.bytes() + self.prepared.bytes(&self.rows)
    }

    /// Whether [`Self::page`] has next to nothing to do: the list is short, or only cut where it is in order.
    pub fn is_at_hand(&self, query: &ListQuery) -> bool {
        self.len() <= SHORT
            || query.is_unfiltered() && self.prepared.is_ordered_by(query.sort_column())
    }

    /// The page that the query asks for, as the server's SQL would answer it.
    pub fn page(&self, query: &ListQuery) -> ListPage {
        if query.is_unfiltered() {
            // Nothing is gone through: the page begins at a place that is known.
            return self.cut(query, self.len(), self.in_order(query));
        }
        let found = self.found(query);
        self.cut(query, found.len(), found.iter().copied())
    }

    fn cut(
        &self,
        query: &ListQuery,
        matched: usize,
        places: impl Iterator<Item = u32>,
    ) -> ListPage {
        let matched = count(matched);
        let shown = places
            .skip(query.rows_before(matched) as usize)
            .take(query.rows.rows() as usize);
        ListPage {
            rows: shown.map(|place| self.rows.get(place as usize)).collect(),
            matched,
            total: count(self.len()),
            page: query.shown_page(matched),
        }
    }

    /// The page of `query` that shows the row of this name ([`super::Description::name`]), case
    /// ignored; `None` where a filter hides it or there is none.
    pub fn page_showing(&self, query: &ListQuery, name: &Value) -> Option<u32> {
        let wanted = self.rows.position(self.kind.description(), name)?;
        let found = self.found(query);
        let before = found.iter().position(|place| *place as usize == wanted)?;
        Some(count(before) / query.rows.rows() + 1)
    }

    /// With this row added, or replacing the one that has the same name, case ignored.
    pub fn with(self, row: Row) -> Self {
        let description = self.kind.description();
        let name = row.0.get(description.name).cloned();
        let without = match name {
            Some(name) => self.without(&name),
            None => self,
        };
        let mut rows = without.rows;
        rows.insert(description, row);
        Self::of(without.kind, *rows)
    }

    /// Without the row of this name, case ignored.
    pub fn without(self, name: &Value) -> Self {
        let mut rows = self.rows;
        if let Some(at) = rows.position(self.kind.description(), name) {
            rows.remove(at);
        }
        Self::of(self.kind, *rows)
    }

    /// The places of the rows that match, in the order asked for.
    fn found(&self, query: &ListQuery) -> Vec<u32> {
        let description = self.kind.description();
        let matching = self.prepared.matching(&self.rows, description, query);
        let stays = |place: &u32| matching.as_ref().is_none_or(|rows| rows[*place as usize]);
        self.in_order(query).filter(stays).collect()
    }

    /// The places of all rows in the order asked for.
    fn in_order(&self, query: &ListQuery) -> Box<dyn Iterator<Item = u32> + '_> {
        let description = self.kind.description();
        let column = query.sort_column();
        let order = self.prepared.order(&self.rows, description, column);
        let (filled, empty) = order.parts();
        match query.direction {
            Direction::Ascending => Box::new(filled.iter().chain(empty).copied()),
            Direction::Descending => {
                Box::new(filled.iter().rev().chain(empty.iter().rev()).copied())
            }
        }
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// How many places, from the first on, hold what is less than what is looked for, where all that do
/// stand before all that do not.
fn partition_point(len: usize, is_less: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low.midpoint(high);
        if is_less(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

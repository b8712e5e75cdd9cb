//! What a list shows.

mod filters;
mod url;

pub use filters::MAX_FILTER_CHARS;

use serde::{Deserialize, Serialize};

use super::{Column, ListKind, PageNumber, PageSize};

/// What a list shows. Everything a person can share or come back to stands in the URL; unknown or
/// malformed parts of it fall back to the default.
///
/// # Order
/// By the key of the chosen column, then as the list is ordered by itself, all bytewise; counts
/// order by how many there are. [`Direction::Descending`] reverses all of it.
/// [`super::Column::empty_last`] says whether rows without a value come last in either direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListQuery {
    pub kind: ListKind,
    /// `q`: words that must all occur in the row.
    pub search: String,
    /// `sort`: the place of the column.
    pub sort: u8,
    /// `richtung`
    pub direction: Direction,
    /// `seite`, from 1.
    pub page: PageNumber,
    /// `zeilen`
    pub rows: PageSize,
    /// `f_…`: in the order of [`super::Description::filters`]; empty ones match everything.
    pub filters: Vec<String>,
}

/// The list of customers.
impl Default for ListQuery {
    fn default() -> Self {
        Self::of(ListKind::default())
    }
}

/// `auf` or `ab`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

impl Direction {
    /// Up for down and down for up.
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl ListQuery {
    /// The list as it is without a query in the URL.
    pub fn of(kind: ListKind) -> Self {
        let description = kind.description();
        Self {
            kind,
            search: String::new(),
            sort: place(description.default_sort),
            direction: Direction::default(),
            page: PageNumber::default(),
            rows: PageSize::default(),
            filters: vec![String::new(); description.filters.len()],
        }
    }

    /// The place of the column that orders the list.
    pub fn sort_column(&self) -> usize {
        let description = self.kind.description();
        let column = usize::from(self.sort);
        match description.columns.get(column) {
            Some(Column { sort: Some(_), .. }) => column,
            _ => description.default_sort,
        }
    }

    /// The same list ordered by that column, up.
    pub fn ordered_by(self, column: usize) -> Self {
        Self {
            sort: place(column),
            ..self
        }
    }

    /// A click on a column's header: up, on the column that is sorted already the other direction.
    /// Leads back to page 1.
    pub fn sorted_by(&self, column: usize) -> Self {
        let direction = if self.sort_column() == column {
            self.direction.reversed()
        } else {
            Direction::Ascending
        };
        Self {
            sort: place(column),
            direction,
            ..self.at_page(1)
        }
    }

    /// The same list at another page.
    pub fn at_page(&self, page: u32) -> Self {
        Self {
            page: PageNumber(page),
            ..self.clone()
        }
    }

    /// The page that is shown where so many rows match: the one asked for, or the last one.
    pub fn shown_page(&self, matched: u32) -> u32 {
        self.page.within(self.rows.pages(matched))
    }

    /// How many matching rows precede those of the page that is shown.
    pub fn rows_before(&self, matched: u32) -> u32 {
        (self.shown_page(matched) - 1) * self.rows.rows()
    }

    /// The same order and page size without any filter, at page 1.
    pub fn without_filters(&self) -> Self {
        Self {
            sort: self.sort,
            direction: self.direction,
            rows: self.rows,
            ..Self::of(self.kind)
        }
    }
}

/// Lists have far fewer columns than a byte has values.
fn place(column: usize) -> u8 {
    u8::try_from(column).unwrap_or_default()
}

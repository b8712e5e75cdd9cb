//! What the list shows.

mod filters;
mod url;

pub use filters::{ColumnFilters, FoldedFilters, MAX_FILTER_CHARS, ProductFilter};

use serde::{Deserialize, Serialize};

use super::{PageNumber, PageSize};

/// What the list shows. Everything a person can share or come back to stands in the URL; unknown or
/// malformed parts of it fall back to the default.
///
/// # Order
/// By the key of the chosen column, then by the number's key, then by the number itself, all
/// bytewise; `Products` orders by how many there are. [`Direction::Descending`] reverses all of it.
/// Rows whose company key is empty come last in either direction when the company orders the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListQuery {
    /// `q`: words that must all occur in the row.
    pub search: String,
    /// `sort`
    pub sort: SortColumn,
    /// `richtung`
    pub direction: Direction,
    /// `seite`, from 1.
    pub page: PageNumber,
    /// `zeilen`
    pub rows: PageSize,
    /// `f_…`
    pub filters: ColumnFilters,
}

/// The column that orders the list; the German word is its value in the URL.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SortColumn {
    /// `nummer`
    Number,
    /// `name`
    #[default]
    LastName,
    /// `vorname`
    FirstName,
    /// `firma`
    Company,
    /// `produkte`
    Products,
}

impl SortColumn {
    /// In the order of the table.
    pub const ALL: [Self; 5] = [
        Self::Number,
        Self::LastName,
        Self::FirstName,
        Self::Company,
        Self::Products,
    ];
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
    /// A click on a column's header: up, on the column that is sorted already the other direction.
    /// Leads back to page 1.
    pub fn sorted_by(&self, column: SortColumn) -> Self {
        let direction = if self.sort == column {
            self.direction.reversed()
        } else {
            Direction::Ascending
        };
        Self {
            sort: column,
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

    /// The page that is shown where so many customers match: the one asked for, or the last one.
    pub fn shown_page(&self, matched: u32) -> u32 {
        self.page.within(self.rows.pages(matched))
    }

    /// How many matching rows precede those of the page that is shown.
    pub fn rows_before(&self, matched: u32) -> u32 {
        (self.shown_page(matched) - 1) * self.rows.rows()
    }

    /// Neither search nor column filter narrows the list.
    pub fn is_unfiltered(&self) -> bool {
        self.search_words().is_empty() && self.filters.folded().is_empty()
    }

    /// The same order and page size without any filter, at page 1.
    pub fn without_filters(&self) -> Self {
        Self {
            sort: self.sort,
            direction: self.direction,
            rows: self.rows,
            ..Self::default()
        }
    }

    /// The words of `search`, folded for search; a row matches if each occurs in its search key
    /// ([`crate::keys::SortKeys::search`]).
    pub fn search_words(&self) -> Vec<String> {
        filters::folded(&self.search)
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

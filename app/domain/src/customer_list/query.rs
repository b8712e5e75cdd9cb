//! The state of the list as the URL holds it.

use serde::{Deserialize, Serialize};

/// What the list shows. Everything a person can share or come back to stands in the URL; unknown or
/// malformed parts of it fall back to the default.
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

/// A page, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageNumber(pub u32);

impl Default for PageNumber {
    fn default() -> Self {
        Self(1)
    }
}

/// One filter per column; empty ones match everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFilters {
    /// `f_nummer`
    pub number: String,
    /// `f_name`
    pub last_name: String,
    /// `f_vorname`
    pub first_name: String,
    /// `f_firma`
    pub company: String,
    /// `f_produkte`
    pub products: ProductFilter,
}

/// `f_produkte`: absent, `ohne` or `mit`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProductFilter {
    #[default]
    Any,
    Without,
    With,
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

/// `auf` or `ab`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// Rows per page: 25, 50 or 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageSize {
    Rows25,
    #[default]
    Rows50,
    Rows100,
}

impl PageSize {
    pub const ALL: [Self; 3] = [Self::Rows25, Self::Rows50, Self::Rows100];

    pub fn rows(self) -> u32 {
        match self {
            Self::Rows25 => 25,
            Self::Rows50 => 50,
            Self::Rows100 => 100,
        }
    }
}

impl ListQuery {
    /// Reads the decoded pairs of a URL's query; the last of a repeated name counts.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        todo!()
    }

    /// The URL's query, percent-encoded, without `?`; parts that have their default are left out,
    /// so the default query is the empty text.
    pub fn to_query_string(&self) -> String {
        todo!()
    }

    /// A click on a column's header: up, on the column that is sorted already the other direction.
    /// Leads back to page 1.
    pub fn sorted_by(&self, column: SortColumn) -> Self {
        todo!()
    }

    /// The same list at another page.
    pub fn at_page(&self, page: u32) -> Self {
        todo!()
    }

    /// Neither search nor column filter narrows the list.
    pub fn is_unfiltered(&self) -> bool {
        todo!()
    }

    /// The same order and page size without any filter, at page 1.
    pub fn without_filters(&self) -> Self {
        todo!()
    }

    /// The words of `search`, folded for search; a row matches if each occurs in its search key.
    pub fn search_words(&self) -> Vec<String> {
        todo!()
    }
}

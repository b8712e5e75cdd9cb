//! Pages: how many there are and what one holds.

use serde::{Deserialize, Serialize};

use super::Row;

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    pub rows: Vec<Row>,
    /// Rows that match the filters.
    pub matched: u32,
    /// Rows of the reseller.
    pub total: u32,
    /// The page that `rows` are, from 1: a page beyond the last one asked for is the last one.
    pub page: u32,
}

/// A page, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageNumber(pub u32);

impl Default for PageNumber {
    fn default() -> Self {
        Self(1)
    }
}

impl PageNumber {
    /// The page that is shown where this one was asked for: at least 1, at most `pages`.
    pub fn within(self, pages: u32) -> u32 {
        self.0.min(pages).max(1)
    }
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
    /// The choices, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Rows25, Self::Rows50, Self::Rows100];

    /// How many rows; in the URL this is the value of `zeilen`.
    pub fn rows(self) -> u32 {
        match self {
            Self::Rows25 => 25,
            Self::Rows50 => 50,
            Self::Rows100 => 100,
        }
    }

    /// Pages that so many rows fill; at least one, which is empty without rows.
    pub fn pages(self, matched: u32) -> u32 {
        matched.div_ceil(self.rows()).max(1)
    }
}

//! Filters as they are typed and as they are compared.

use serde::{Deserialize, Serialize};

use crate::{customer::CustomerRow, keys::fold_for_search};

/// Characters of a filter that count; the rest is cut off.
pub const MAX_FILTER_CHARS: usize = 200;

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
    /// `ohne`
    Without,
    /// `mit`
    With,
}

impl ProductFilter {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Any, Self::With, Self::Without];

    /// Whether a row with so many products stays.
    pub fn matches(self, products: u32) -> bool {
        match self {
            Self::Any => true,
            Self::Without => products == 0,
            Self::With => products > 0,
        }
    }
}

/// [`ColumnFilters`] ready to compare: a row matches if each text occurs in that column folded for
/// search, which is the column's part of [`crate::keys::SortKeys::search`]. Empty texts match
/// everything. None holds NUL or a line break.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoldedFilters {
    pub number: String,
    pub last_name: String,
    pub first_name: String,
    pub company: String,
    pub products: ProductFilter,
}

impl ColumnFilters {
    /// The filters as they are compared.
    pub fn folded(&self) -> FoldedFilters {
        FoldedFilters {
            number: folded(&self.number),
            last_name: folded(&self.last_name),
            first_name: folded(&self.first_name),
            company: folded(&self.company),
            products: self.products,
        }
    }
}

impl FoldedFilters {
    /// Every row matches.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The texts in the order of the columns, which is that of the search key.
    pub fn texts(&self) -> [&str; 4] {
        [
            &self.number,
            &self.last_name,
            &self.first_name,
            &self.company,
        ]
    }

    /// Whether a row stays. Slow, because it folds the row: for single rows.
    pub fn matches(&self, row: &CustomerRow) -> bool {
        let columns = [&row.number, &row.last_name, &row.first_name, &row.company];
        let mut pairs = columns.into_iter().zip(self.texts());
        self.products.matches(row.products)
            && pairs.all(|(column, text)| fold_for_search(column).contains(text))
    }
}

/// What counts of a typed filter, folded for search.
pub(super) fn folded(typed: &str) -> String {
    fold_for_search(limited(typed))
}

/// At most [`MAX_FILTER_CHARS`] characters.
pub(super) fn limited(typed: &str) -> &str {
    match typed.char_indices().nth(MAX_FILTER_CHARS) {
        Some((end, _)) => &typed[..end],
        None => typed,
    }
}

//! What a list consists of: a table that the code for all lists reads.

use serde::{Deserialize, Serialize};

use crate::{
    customer_list, domain_list,
    keys::{fold_for_search_into, fold_into},
    product_list,
};

/// Which list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ListKind {
    #[default]
    Customers,
    Domains,
    Products,
}

impl ListKind {
    pub const ALL: [Self; 3] = [Self::Customers, Self::Domains, Self::Products];

    /// What this list consists of.
    pub fn description(self) -> &'static Description {
        match self {
            Self::Customers => &customer_list::DESCRIPTION,
            Self::Domains => &domain_list::DESCRIPTION,
            Self::Products => &product_list::DESCRIPTION,
        }
    }
}

/// What a list consists of. Columns are named by their place.
#[derive(Debug)]
pub struct Description {
    /// What a row holds, shown or not, in the order of the wire.
    pub columns: &'static [Column],
    pub filters: &'static [Filter],
    /// The column that orders the list where the URL names none.
    pub default_sort: usize,
    /// The column whose key orders the list by itself, and with `name` breaks every tie.
    pub order: usize,
    /// The column whose values are different in every row: they tell rows apart, and order those
    /// that are equal otherwise.
    pub name: usize,
    /// First byte of the encoded list; another number for every other form of what follows, and for
    /// another folding, because the browser relies on the order that the server made.
    pub form: u8,
}

/// Writes something made of the first text to the end of the second one.
pub type Write = fn(&str, &mut String);

/// A column.
#[derive(Debug)]
pub struct Column {
    pub form: Form,
    /// The value of `sort` in the URL; without one it orders no list.
    pub sort: Option<&'static str>,
    /// The key by which texts are ordered, bytewise.
    pub key: Write,
    /// Rows whose key is empty come last in either direction.
    pub empty_last: bool,
    /// The text in which filters are looked for.
    pub folded: Write,
    /// Words of `q` are looked for here.
    pub searched: bool,
}

/// How a column is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Texts that hardly repeat.
    Lines,
    /// Texts that repeat, or by which the list is ordered.
    Names,
    /// Counts and codes.
    Counts,
    Ids,
}

impl Column {
    const fn of(form: Form) -> Self {
        Self {
            form,
            sort: None,
            key: fold_into,
            empty_last: false,
            folded: fold_for_search_into,
            searched: false,
        }
    }

    /// Texts that hardly repeat, searched by `q`. The list can be ordered by them only where it is
    /// ordered so by itself.
    pub const fn lines(sort: &'static str) -> Self {
        Self {
            sort: Some(sort),
            searched: true,
            ..Self::of(Form::Lines)
        }
    }

    /// Texts, ordered as they are folded, searched by `q`.
    pub const fn names(sort: &'static str) -> Self {
        Self {
            sort: Some(sort),
            searched: true,
            ..Self::of(Form::Names)
        }
    }

    /// Counts and codes.
    pub const fn counts(sort: Option<&'static str>) -> Self {
        Self {
            sort,
            ..Self::of(Form::Counts)
        }
    }

    /// The rows' ids.
    pub const fn ids() -> Self {
        Self::of(Form::Ids)
    }

    /// Ordered by another key.
    pub const fn by(self, key: Write) -> Self {
        Self { key, ..self }
    }

    /// Rows without a value come last in either direction.
    pub const fn empty_last(self) -> Self {
        Self {
            empty_last: true,
            ..self
        }
    }

    /// Found by another text.
    pub const fn found_by(self, folded: Write) -> Self {
        Self { folded, ..self }
    }

    /// Not searched by `q`.
    pub const fn unsearched(self) -> Self {
        Self {
            searched: false,
            ..self
        }
    }
}

/// A filter.
#[derive(Debug)]
pub struct Filter {
    /// Its name in the URL, `f_…`.
    pub name: &'static str,
    pub column: usize,
    pub by: By,
}

impl Filter {
    pub(crate) const fn new(name: &'static str, column: usize, by: By) -> Self {
        Self { name, column, by }
    }
}

/// What a filter compares.
#[derive(Debug)]
pub enum By {
    /// The text occurs in the column.
    Text,
    /// Each word occurs in the column.
    Words,
    /// One of few words; none of them lets every row stay.
    Choice(&'static [Choice]),
}

/// A word that can be chosen.
#[derive(Debug)]
pub struct Choice {
    /// In the URL.
    pub word: &'static str,
    /// Whether a row with this count or code stays.
    pub matches: fn(u32) -> bool,
}

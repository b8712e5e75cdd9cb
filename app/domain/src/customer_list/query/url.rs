//! The query as the URL holds it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Direction, ListQuery, ProductFilter, SortColumn, filters::limited};
use crate::customer_list::{PageNumber, PageSize};

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl SortColumn {
    /// The value of `sort`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "nummer",
            Self::LastName => "name",
            Self::FirstName => "vorname",
            Self::Company => "firma",
            Self::Products => "produkte",
        }
    }

    fn from_word(word: &str) -> Self {
        known(Self::ALL, |column| column.word() == word)
    }
}

impl Direction {
    /// The value of `richtung`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ascending => "auf",
            Self::Descending => "ab",
        }
    }

    fn from_word(word: &str) -> Self {
        known([Self::Ascending, Self::Descending], |way| {
            way.word() == word
        })
    }
}

impl ProductFilter {
    /// The value of `f_produkte`; empty for all.
    pub fn word(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Without => "ohne",
            Self::With => "mit",
        }
    }

    pub fn from_word(word: &str) -> Self {
        known(Self::ALL, |filter| filter.word() == word)
    }
}

/// The value that is meant, or the default.
fn known<T: Copy + Default>(all: impl IntoIterator<Item = T>, meant: impl Fn(T) -> bool) -> T {
    all.into_iter()
        .find(|value| meant(*value))
        .unwrap_or_default()
}

fn page_number(text: &str) -> PageNumber {
    match text.parse() {
        Ok(page) if page > 0 => PageNumber(page),
        _ => PageNumber::default(),
    }
}

fn page_size(text: &str) -> PageSize {
    text.parse()
        .map(|rows: u32| known(PageSize::ALL, |size| size.rows() == rows))
        .unwrap_or_default()
}

/// A filter as it is kept: without NUL, which PostgreSQL does not take, and not endless.
fn typed(text: &str) -> String {
    if text.contains('\0') {
        limited(&text.replace('\0', "")).to_owned()
    } else {
        limited(text).to_owned()
    }
}

impl ListQuery {
    /// Reads the decoded pairs of a URL's query; the last of a repeated name counts.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            query.read(name.as_ref(), value.as_ref());
        }
        query
    }

    /// Reads a URL's query without `?`, percent-encoded, spaces also as `+`.
    pub fn from_query_string(text: &str) -> Self {
        let pairs = text.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        });
        Self::from_pairs(pairs)
    }

    fn read(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.search = typed(value),
            "sort" => self.sort = SortColumn::from_word(value),
            "richtung" => self.direction = Direction::from_word(value),
            "seite" => self.page = page_number(value),
            "zeilen" => self.rows = page_size(value),
            "f_nummer" => self.filters.number = typed(value),
            "f_name" => self.filters.last_name = typed(value),
            "f_vorname" => self.filters.first_name = typed(value),
            "f_firma" => self.filters.company = typed(value),
            "f_produkte" => self.filters.products = ProductFilter::from_word(value),
            _ => {}
        }
    }

    /// The names and values of the URL's query, not encoded; parts that have their default are left
    /// out. A form that keeps the state has these as its hidden fields.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let unless = |default: bool, text: &str| {
            if default {
                String::new()
            } else {
                text.to_owned()
            }
        };
        let page = self.page.0.to_string();
        let rows = self.rows.rows().to_string();
        let pairs = [
            ("q", self.search.clone()),
            (
                "sort",
                unless(self.sort == SortColumn::default(), self.sort.word()),
            ),
            (
                "richtung",
                unless(
                    self.direction == Direction::default(),
                    self.direction.word(),
                ),
            ),
            ("seite", unless(self.page == PageNumber::default(), &page)),
            ("zeilen", unless(self.rows == PageSize::default(), &rows)),
            ("f_nummer", self.filters.number.clone()),
            ("f_name", self.filters.last_name.clone()),
            ("f_vorname", self.filters.first_name.clone()),
            ("f_firma", self.filters.company.clone()),
            ("f_produkte", self.filters.products.word().to_owned()),
        ];
        pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// The URL's query, percent-encoded, without `?`; parts that have their default are left out,
    /// so the default query is the empty text.
    pub fn to_query_string(&self) -> String {
        let encoded: Vec<String> = self
            .to_pairs()
            .into_iter()
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(&value, ENCODED)))
            .collect();
        encoded.join("&")
    }
}

fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    let bytes: Cow<'_, [u8]> = percent_decode_str(&spaced).into();
    String::from_utf8_lossy(&bytes).into_owned()
}

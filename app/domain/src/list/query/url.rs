//! The query as the URL holds it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Direction, ListQuery, filters::limited, place};
use crate::list::{By, ListKind, PageNumber, PageSize};

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

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
        kind: ListKind,
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let mut query = Self::of(kind);
        for (name, value) in pairs {
            query.read(name.as_ref(), value.as_ref());
        }
        query
    }

    /// Reads a URL's query without `?`, percent-encoded, spaces also as `+`.
    pub fn from_query_string(kind: ListKind, text: &str) -> Self {
        let pairs = text.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        });
        Self::from_pairs(kind, pairs)
    }

    fn read(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.search = typed(value),
            "sort" => self.sort = self.column_of(value),
            "richtung" => self.direction = Direction::from_word(value),
            "seite" => self.page = page_number(value),
            "zeilen" => self.rows = page_size(value),
            _ => self.read_filter(name, value),
        }
    }

    fn read_filter(&mut self, name: &str, value: &str) {
        let filters = self.kind.description().filters;
        let Some(at) = filters.iter().position(|filter| filter.name == name) else {
            return;
        };
        let is_known = |word: &str| match filters[at].by {
            By::Text | By::Words => true,
            By::Choice(choices) => choices.iter().any(|choice| choice.word == word),
        };
        let text = typed(value);
        let text = if is_known(&text) { text } else { String::new() };
        self.set_filter(at, text);
    }

    /// The column that is meant, or the one that orders the list by default.
    fn column_of(&self, word: &str) -> u8 {
        let description = self.kind.description();
        let mut columns = description.columns.iter();
        let meant = columns.position(|column| column.sort == Some(word));
        place(meant.unwrap_or(description.default_sort))
    }

    /// The names and values of the URL's query, not encoded; parts that have their default are left
    /// out. A form that keeps the state has these as its hidden fields.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let description = self.kind.description();
        let column = self.sort_column();
        let unless = |is_default: bool, text: &str| {
            if is_default {
                String::new()
            } else {
                text.to_owned()
            }
        };
        let sort = description.columns[column].sort.unwrap_or_default();
        let down = self.direction != Direction::default();
        let page = self.page.0.to_string();
        let rows = self.rows.rows().to_string();
        let mut pairs = vec![
            ("q", self.search.clone()),
            ("sort", unless(column == description.default_sort, sort)),
            ("richtung", unless(!down, self.direction.word())),
            ("seite", unless(self.page == PageNumber::default(), &page)),
            ("zeilen", unless(self.rows == PageSize::default(), &rows)),
        ];
        let filters = description.filters.iter().enumerate();
        pairs.extend(filters.map(|(at, filter)| (filter.name, self.filter(at).to_owned())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
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

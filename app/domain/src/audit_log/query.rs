//! Which entries a page shows: the state of the page, as its URL holds it.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::values::AccountId;

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Longer than a customer's number or a kind can be.
const LONGEST: usize = 64;

/// What of the log is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogQuery {
    pub person: Person,
    /// A customer's number, or its id where the customer is gone; empty for all.
    pub customer: String,
    /// A kind (`customer.changed`) or a group of them (`customer`); empty for all.
    pub kind: String,
    /// The first day, in German time.
    #[serde(with = "crate::day::option")]
    pub from: Option<NaiveDate>,
    /// The last day, in German time.
    #[serde(with = "crate::day::option")]
    pub to: Option<NaiveDate>,
    pub place: Place,
}

/// Whose entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Person {
    #[default]
    Anybody,
    /// The provider, at the command line.
    Operator,
    /// All end customers in the portal.
    Portal,
    Account(AccountId),
}

/// Which page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The first one.
    #[default]
    Newest,
    /// What comes after this entry.
    OlderThan(Cursor),
    /// What comes before this entry.
    NewerThan(Cursor),
}

/// An entry's place in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// When it was written, in microseconds since 1970.
    pub micros: i64,
    pub id: Uuid,
}

impl LogQuery {
    /// Nothing narrows the log.
    pub fn is_unfiltered(&self) -> bool {
        *self
            == Self {
                place: self.place,
                ..Self::default()
            }
    }

    /// The same filters at another place.
    pub fn at(&self, place: Place) -> Self {
        Self {
            place,
            ..self.clone()
        }
    }

    /// Reads a URL's query without `?`; what cannot be read counts as not given.
    pub fn from_query_string(text: &str) -> Self {
        let mut query = Self::default();
        for pair in text.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            query.read(name, &decoded(value));
        }
        query
    }

    fn read(&mut self, name: &str, value: &str) {
        match name {
            "person" => self.person = Person::from_word(value),
            "kunde" => self.customer = limited(value),
            "art" => self.kind = limited(value),
            "von" => self.from = read_day(value),
            "bis" => self.to = read_day(value),
            "aelter" => {
                if let Some(cursor) = Cursor::from_word(value) {
                    self.place = Place::OlderThan(cursor);
                }
            }
            "neuer" => {
                if let Some(cursor) = Cursor::from_word(value) {
                    self.place = Place::NewerThan(cursor);
                }
            }
            _ => {}
        }
    }

    /// The URL's query, percent-encoded, without `?`; what has its default is left out.
    pub fn to_query_string(&self) -> String {
        let day = |day: Option<NaiveDate>| day.map(written_day).unwrap_or_default();
        let (older, newer) = match self.place {
            Place::Newest => (String::new(), String::new()),
            Place::OlderThan(cursor) => (cursor.word(), String::new()),
            Place::NewerThan(cursor) => (String::new(), cursor.word()),
        };
        let pairs = [
            ("person", self.person.word()),
            ("kunde", self.customer.clone()),
            ("art", self.kind.clone()),
            ("von", day(self.from)),
            ("bis", day(self.to)),
            ("aelter", older),
            ("neuer", newer),
        ];
        pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(&value, ENCODED)))
            .collect::<Vec<_>>()
            .join("&")
    }
}

impl Person {
    /// The value of `person`; empty for anybody.
    pub fn word(self) -> String {
        match self {
            Self::Anybody => String::new(),
            Self::Operator => "anbieter".to_owned(),
            Self::Portal => "portal".to_owned(),
            Self::Account(id) => id.to_string(),
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "anbieter" => Self::Operator,
            "portal" => Self::Portal,
            id => id.parse().map_or(Self::Anybody, Self::Account),
        }
    }
}

impl Cursor {
    fn word(self) -> String {
        format!("{}.{}", self.micros, self.id)
    }

    fn from_word(word: &str) -> Option<Self> {
        let (micros, id) = word.split_once('.')?;
        Some(Self {
            // Until the year 9999: PostgreSQL ends somewhere too.
            micros: micros
                .parse()
                .ok()
                .filter(|micros| (0..=253_402_300_799_999_999).contains(micros))?,
            id: id.parse().ok()?,
        })
    }
}

/// A day as `<input type="date">` writes it.
pub fn written_day(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day that a stored value is, or begins with where it is a time.
pub fn day_in(value: &str) -> Option<NaiveDate> {
    let day = value.get(..10)?;
    let rest = &value[10..];
    let is_day = day.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (is_day && (rest.is_empty() || rest.starts_with('T')))
        .then(|| read_day(day))
        .flatten()
}

fn read_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    // PostgreSQL knows more years than people need.
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1..=9999).contains(&year))
}

fn limited(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| *c != '\0')
        .take(LONGEST)
        .collect()
}

fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    let bytes: Cow<'_, [u8]> = percent_decode_str(&spaced).into();
    String::from_utf8_lossy(&bytes).into_owned()
}

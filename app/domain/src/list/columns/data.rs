//! One column of the list.

use uuid::Uuid;

use super::{lines::Lines, names::Names};
use crate::{
    keys::is_same_number,
    list::{Column, Row, Value},
};

/// The values of all rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Data {
    Lines(Lines),
    Names(Names),
    Counts(Vec<u32>),
    Ids(Vec<Uuid>),
}

impl Data {
    pub fn len(&self) -> usize {
        match self {
            Self::Lines(lines) => lines.len(),
            Self::Names(names) => names.len(),
            Self::Counts(counts) => counts.len(),
            Self::Ids(ids) => ids.len(),
        }
    }

    pub fn bytes(&self) -> usize {
        self.text_bytes()
            + match self {
                Self::Lines(_) => 0,
                Self::Names(names) => size_of_val(names.codes()),
                Self::Counts(counts) => size_of_val(counts.as_slice()),
                Self::Ids(ids) => size_of_val(ids.as_slice()),
            }
    }

    /// What its texts take, once; folded they take about as much again.
    pub fn text_bytes(&self) -> usize {
        self.texts().map_or(0, Lines::bytes)
    }

    /// Its texts; of names each different one.
    pub fn texts(&self) -> Option<&Lines> {
        match self {
            Self::Lines(lines) => Some(lines),
            Self::Names(names) => Some(names.different()),
            Self::Counts(_) | Self::Ids(_) => None,
        }
    }

    pub fn get(&self, at: usize) -> Value {
        match self {
            Self::Lines(lines) => lines.get(at).into(),
            Self::Names(names) => names.get(at).into(),
            Self::Counts(counts) => counts[at].into(),
            Self::Ids(ids) => ids[at].into(),
        }
    }

    /// Where the value stands; the case of a text does not matter.
    pub fn position(&self, value: &Value) -> Option<usize> {
        match (self, value) {
            (Self::Lines(lines), Value::Text(wanted)) => {
                lines.iter().position(|text| is_same_number(text, wanted))
            }
            (Self::Ids(ids), Value::Id(wanted)) => ids.iter().position(|id| id == wanted),
            _ => None,
        }
    }

    /// Puts in what the row has at this place.
    pub fn insert(&mut self, column: &Column, at: usize, place: usize, row: &Row) {
        match self {
            Self::Lines(lines) => lines.insert(at, row.text(place)),
            Self::Names(names) => names.insert(at, row.text(place), column.key),
            Self::Counts(counts) => counts.insert(at, row.count(place)),
            Self::Ids(ids) => ids.insert(at, row.id(place)),
        }
    }

    pub fn remove(&mut self, at: usize) {
        match self {
            Self::Lines(lines) => lines.remove(at),
            Self::Names(names) => names.remove(at),
            Self::Counts(counts) => drop(counts.remove(at)),
            Self::Ids(ids) => drop(ids.remove(at)),
        }
    }
}

//! Rows on their way into columns.

use std::cmp::Ordering;

use uuid::Uuid;

use super::{Columns, data::Data, lines::Lines, names::Names, rows::Rows};
use crate::list::{Column, Description, Form, ListKind, Row, Value};

/// Rows that came one by one, in any order. Each is taken apart at once: a list of 100,000 rows never stands
/// in memory a second time, and six times as large.
#[derive(Debug)]
pub struct Gathered {
    kind: ListKind,
    /// Of each row what orders the list by itself.
    keys: Lines,
    columns: Vec<Values>,
}

/// The values of a column as they came: a text stands there as often as it does.
#[derive(Debug)]
enum Values {
    Texts(Lines),
    Counts(Vec<u32>),
    Ids(Vec<Uuid>),
}

impl Gathered {
    /// None yet.
    pub fn of(kind: ListKind) -> Self {
        let columns = kind.description().columns.iter();
        Self {
            kind,
            keys: Lines::default(),
            columns: columns.map(|column| Values::of(column.form)).collect(),
        }
    }

    /// One more row. A line break in a text, which no stored value has, becomes a space.
    pub fn push(&mut self, mut row: Row) {
        without_line_breaks(&mut row);
        self.keys.push(&order_key(self.kind.description(), &row));
        for (place, values) in self.columns.iter_mut().enumerate() {
            values.push(place, &row);
        }
    }

    /// The columns of all of them.
    pub fn into_columns(self) -> Columns {
        let description = self.kind.description();
        let places = self.in_order(description);
        let columns = self.columns.into_iter().zip(description.columns);
        let columns = columns.map(|(values, column)| values.into_data(column, &places));
        let columns = columns.collect();
        Columns::of(self.kind, Rows { columns })
    }

    /// The places of the rows in the order of the list. In no time if they came in it.
    fn in_order(&self, description: &Description) -> Vec<u32> {
        let mut places: Vec<u32> = (0..).take(self.keys.len()).collect();
        let key = |place: usize| self.keys.get(place);
        let names = self.columns.get(description.name);
        let by_name = |a, b| names.map_or(Ordering::Equal, |names| names.compare(a, b));
        places.sort_unstable_by(|a, b| {
            let (a, b) = (*a as usize, *b as usize);
            key(a).cmp(key(b)).then_with(|| by_name(a, b))
        });
        places
    }
}

impl Extend<Row> for Gathered {
    fn extend<T: IntoIterator<Item = Row>>(&mut self, rows: T) {
        rows.into_iter().for_each(|row| self.push(row));
    }
}

impl Values {
    fn of(form: Form) -> Self {
        match form {
            Form::Lines | Form::Names => Self::Texts(Lines::default()),
            Form::Counts => Self::Counts(Vec::new()),
            Form::Ids => Self::Ids(Vec::new()),
        }
    }

    /// Adds what the row has at this place.
    fn push(&mut self, place: usize, row: &Row) {
        match self {
            Self::Texts(texts) => texts.push(row.text(place)),
            Self::Counts(counts) => counts.push(row.count(place)),
            Self::Ids(ids) => ids.push(row.id(place)),
        }
    }

    /// As [`Value`]s compare.
    fn compare(&self, one: usize, other: usize) -> Ordering {
        match self {
            Self::Texts(texts) => texts.get(one).cmp(texts.get(other)),
            Self::Counts(counts) => counts[one].cmp(&counts[other]),
            Self::Ids(ids) => ids[one].cmp(&ids[other]),
        }
    }

    /// The values in the order of these places.
    fn into_data(self, column: &Column, places: &[u32]) -> Data {
        let places = places.iter().map(|place| *place as usize);
        match self {
            Self::Texts(texts) => {
                let texts = places.map(|place| texts.get(place));
                match column.form {
                    Form::Names => Data::Names(Names::of(texts, column.key)),
                    _ => Data::Lines(texts.collect()),
                }
            }
            Self::Counts(counts) => Data::Counts(places.map(|place| counts[place]).collect()),
            Self::Ids(ids) => Data::Ids(places.map(|place| ids[place]).collect()),
        }
    }
}

/// What orders the list by itself; rows that are equal in it are in the order of their names.
pub(super) fn order_key(description: &Description, row: &Row) -> String {
    let mut key = String::new();
    if let Some(column) = description.columns.get(description.order) {
        (column.key)(row.text(description.order), &mut key);
    }
    key
}

/// The columns end their texts with line breaks, so none may hold one; no stored value does.
pub(super) fn without_line_breaks(row: &mut Row) {
    for value in &mut row.0 {
        if let Value::Text(text) = value
            && text.contains('\n')
        {
            *text = text.replace('\n', " ");
        }
    }
}

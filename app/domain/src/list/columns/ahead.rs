//! What searching and sorting need, made in pieces ahead of the first who wants it.

use std::mem::take;

use super::{Columns, lines::Lines};
use crate::list::Write;

/// So many texts take a slow phone some milliseconds.
const PIECE: usize = 1_000;

/// How far it has come in one list.
#[derive(Debug, Default)]
pub struct Ahead {
    part: usize,
    /// What is there of the part.
    written: Lines,
}

impl Ahead {
    /// Makes one more piece of what the first order by each column, and the first search, would wait for; false if
    /// all is made. It is always asked with the same list.
    pub fn go_on(&mut self, list: &Columns) -> bool {
        let column = self.part / 2;
        if column == list.rows.columns.len() {
            return false;
        }
        let part = if self.part.is_multiple_of(2) {
            Part::Order(column)
        } else {
            Part::Folded(column)
        };
        if !part.is_wanted(list) {
            self.part += 1;
            return true;
        }
        let (from, to) = (self.written.len(), self.written.len() + PIECE);
        match part.texts(list) {
            Some((texts, write)) if from < texts.len() => {
                for at in from..to.min(texts.len()) {
                    self.written.push_written(texts.get(at), write);
                }
            }
            _ => {
                part.keep(list, take(&mut self.written));
                self.part += 1;
            }
        }
        true
    }
}

/// Of the column at this place.
enum Part {
    Order(usize),
    Folded(usize),
}

impl Part {
    /// Lists are ordered by the column, or searched in it.
    fn is_wanted(&self, list: &Columns) -> bool {
        let columns = list.kind.description().columns;
        match *self {
            Self::Order(column) => columns[column].sort.is_some(),
            Self::Folded(column) => columns[column].searched,
        }
    }

    /// The texts that are to be written anew; `None` where that is needless, or was done meanwhile.
    fn texts<'a>(&self, list: &'a Columns) -> Option<(&'a Lines, Write)> {
        let description = list.kind.description();
        let (column, is_made, write) = match *self {
            Self::Order(column) => {
                let needs_none = column == description.order;
                let is_made = needs_none || list.prepared.is_ordered_by(column);
                (column, is_made, description.columns[column].key)
            }
            Self::Folded(column) => {
                let is_made = list.prepared.is_folded(column);
                (column, is_made, description.columns[column].folded)
            }
        };
        let texts = list.rows.columns[column].texts()?;
        (!is_made).then_some((texts, write))
    }

    /// All of its texts are written.
    fn keep(self, list: &Columns, written: Lines) {
        let Columns {
            kind,
            rows,
            prepared,
        } = list;
        match self {
            Self::Order(column) => {
                let known = |_: &_| written;
                prepared.order_with(rows, kind.description(), column, known);
            }
            Self::Folded(column) => prepared.keep_folded(column, written),
        }
    }
}

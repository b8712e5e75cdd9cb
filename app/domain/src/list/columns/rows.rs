//! The rows as columns.

use super::{data::Data, partition_point};
use crate::list::{Description, Row, Value};

/// All rows in the order that the list has by itself, so that a row's place breaks every tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    pub columns: Vec<Data>,
}

impl Rows {
    pub fn of(description: &Description, rows: Vec<Row>) -> Self {
        let rows = in_order(description, rows);
        let columns = description.columns.iter().enumerate();
        Self {
            columns: columns
                .map(|(place, column)| Data::of(column, place, &rows))
                .collect(),
        }
    }

    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, Data::len)
    }

    pub fn bytes(&self) -> usize {
        self.columns.iter().map(Data::bytes).sum()
    }

    pub fn get(&self, at: usize) -> Row {
        Row(self.columns.iter().map(|column| column.get(at)).collect())
    }

    pub fn position(&self, description: &Description, name: &Value) -> Option<usize> {
        self.columns.get(description.name)?.position(name)
    }

    /// Puts a row whose name is new where it belongs.
    pub fn insert(&mut self, description: &Description, mut row: Row) {
        without_line_breaks(&mut row);
        let wanted = place_key(description, &row);
        let at = partition_point(self.len(), |at| {
            place_key(description, &self.get(at)) < wanted
        });
        let columns = description.columns.iter().enumerate();
        for (data, (place, column)) in self.columns.iter_mut().zip(columns) {
            data.insert(column, at, place, &row);
        }
    }

    pub fn remove(&mut self, at: usize) {
        self.columns.iter_mut().for_each(|column| column.remove(at));
    }
}

/// What orders the list by itself.
fn place_key(description: &Description, row: &Row) -> (String, Option<Value>) {
    let mut key = String::new();
    if let Some(column) = description.columns.get(description.order) {
        (column.key)(row.text(description.order), &mut key);
    }
    (key, row.0.get(description.name).cloned())
}

/// In no time if they are sorted already.
fn in_order(description: &Description, rows: Vec<Row>) -> Vec<Row> {
    let with_key = |mut row| {
        without_line_breaks(&mut row);
        (place_key(description, &row), row)
    };
    let mut keyed: Vec<_> = rows.into_iter().map(with_key).collect();
    keyed.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// The columns end their texts with line breaks, so none may hold one; no stored value does.
fn without_line_breaks(row: &mut Row) {
    for value in &mut row.0 {
        if let Value::Text(text) = value
            && text.contains('\n')
        {
            *text = text.replace('\n', " ");
        }
    }
}

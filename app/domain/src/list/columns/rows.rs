//! The rows as columns.

use super::{
    data::Data,
    gathered::{order_key, without_line_breaks},
    partition_point,
};
use crate::list::{Description, Row, Value};

/// All rows in the order that the list has by itself, so that a row's place breaks every tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    pub columns: Vec<Data>,
}

impl Rows {
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

/// What orders the list by itself, and rows that are equal in that.
fn place_key(description: &Description, row: &Row) -> (String, Option<Value>) {
    let name = row.0.get(description.name).cloned();
    (order_key(description, row), name)
}

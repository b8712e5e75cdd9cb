//! A row of any list.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A row: one value for each column of its list's description.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row(pub Vec<Value>);

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Value {
    Text(String),
    /// A count, or a code for one of few things.
    Count(u32),
    Id(Uuid),
}

impl Row {
    /// The text of a column; empty where it has none.
    pub fn text(&self, column: usize) -> &str {
        match self.0.get(column) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The count of a column; 0 where it has none.
    pub fn count(&self, column: usize) -> u32 {
        match self.0.get(column) {
            Some(Value::Count(count)) => *count,
            _ => 0,
        }
    }

    /// The id of a column; the nil one where it has none.
    pub fn id(&self, column: usize) -> Uuid {
        match self.0.get(column) {
            Some(Value::Id(id)) => *id,
            _ => Uuid::nil(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<bool> for Value {
    fn from(holds: bool) -> Self {
        Self::Count(u32::from(holds))
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

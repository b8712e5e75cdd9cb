//! One row of a file.

use csv::StringRecord;

use super::{Column, header::Header};

/// The cells of a row by their columns.
#[derive(Debug)]
pub struct Row<'a, C> {
    header: &'a Header<C>,
    record: &'a StringRecord,
}

impl<'a, C: Column> Row<'a, C> {
    pub(super) fn new(header: &'a Header<C>, record: &'a StringRecord) -> Self {
        Self { header, record }
    }

    /// What a cell holds, trimmed; empty where the file has no such column or the row is too short.
    pub fn cell(&self, column: C) -> &'a str {
        let place = self.header.place(column);
        place
            .and_then(|place| self.record.get(place))
            .unwrap_or_default()
            .trim()
    }
}

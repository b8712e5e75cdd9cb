//! The rows as columns.

use std::cmp::Ordering;

use super::text_column::TextColumn;
use crate::{
    customer::CustomerRow,
    keys::{is_same_number, number_key},
};

/// All rows in the order of their numbers, so that a row's place breaks every tie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// Number, last name, first name, company: the order of [`crate::keys::SortKeys::search`].
    pub texts: [TextColumn; 4],
    pub products: Vec<u32>,
    pub users: Vec<u32>,
}

impl FromIterator<CustomerRow> for Rows {
    fn from_iter<T: IntoIterator<Item = CustomerRow>>(rows: T) -> Self {
        let mut given: Vec<CustomerRow> = rows.into_iter().collect();
        given.sort_by_cached_key(|row| (number_key(&row.number), row.number.clone()));
        let mut rows = Self::default();
        for row in &given {
            for (column, text) in rows.texts.iter_mut().zip(texts_of(row)) {
                column.push(text);
            }
            rows.products.push(row.products);
            rows.users.push(row.users);
        }
        rows
    }
}

impl Rows {
    pub fn len(&self) -> usize {
        self.products.len()
    }

    pub fn get(&self, at: usize) -> CustomerRow {
        let [number, last_name, first_name, company] = self
            .texts
            .each_ref()
            .map(|column| column.get(at).to_owned());
        CustomerRow {
            number,
            last_name,
            first_name,
            company,
            products: self.products[at],
            users: self.users[at],
        }
    }

    pub fn position(&self, number: &str) -> Option<usize> {
        self.numbers()
            .iter()
            .position(|other| is_same_number(other, number))
    }

    /// Puts a row whose number is new where it belongs.
    pub fn insert(&mut self, row: &CustomerRow) {
        let at = self.place_for(&row.number);
        for (column, text) in self.texts.iter_mut().zip(texts_of(row)) {
            column.insert(at, text);
        }
        self.products.insert(at, row.products);
        self.users.insert(at, row.users);
    }

    pub fn remove(&mut self, at: usize) {
        for column in &mut self.texts {
            column.remove(at);
        }
        self.products.remove(at);
        self.users.remove(at);
    }

    fn numbers(&self) -> &TextColumn {
        &self.texts[0]
    }

    fn place_for(&self, number: &str) -> usize {
        let key = number_key(number);
        let is_before = |other: &str| {
            number_key(other).cmp(&key).then_with(|| other.cmp(number)) == Ordering::Less
        };
        // The rows are in this order already, so halving finds the place.
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.numbers().get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn texts_of(row: &CustomerRow) -> [&str; 4] {
    [&row.number, &row.last_name, &row.first_name, &row.company]
}

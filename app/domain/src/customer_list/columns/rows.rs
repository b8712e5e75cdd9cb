//! The rows as columns.

use super::{lines::Lines, names::Names};
use crate::{
    customer::CustomerRow,
    keys::{is_same_number, number_key},
};

/// All rows in the order of their numbers, so that a row's place breaks every tie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    pub numbers: Lines,
    /// Last name, first name, company: the order of [`crate::keys::SortKeys::search`].
    pub names: [Names; 3],
    pub products: Vec<u32>,
    pub users: Vec<u32>,
}

impl FromIterator<CustomerRow> for Rows {
    fn from_iter<T: IntoIterator<Item = CustomerRow>>(rows: T) -> Self {
        let rows = in_order(rows.into_iter());
        let mut numbers = Lines::default();
        rows.iter().for_each(|row| numbers.push(&row.number));
        Self {
            numbers,
            names: [0, 1, 2].map(|column| rows.iter().map(|row| names_of(row)[column]).collect()),
            products: rows.iter().map(|row| row.products).collect(),
            users: rows.iter().map(|row| row.users).collect(),
        }
    }
}

/// Sorted by number: in no time if they are already, as the database sends them.
fn in_order(rows: impl Iterator<Item = CustomerRow>) -> Vec<CustomerRow> {
    let with_key = |mut row| {
        without_line_breaks(&mut row);
        (number_key(&row.number), row)
    };
    let mut keyed: Vec<(String, CustomerRow)> = rows.map(with_key).collect();
    keyed.sort_unstable_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| one.number.cmp(&other.number))
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

impl Rows {
    pub fn len(&self) -> usize {
        self.products.len()
    }

    pub fn get(&self, at: usize) -> CustomerRow {
        let [last_name, first_name, company] =
            self.names.each_ref().map(|names| names.get(at).to_owned());
        CustomerRow {
            number: self.numbers.get(at).to_owned(),
            last_name,
            first_name,
            company,
            products: self.products[at],
            users: self.users[at],
        }
    }

    pub fn position(&self, number: &str) -> Option<usize> {
        self.numbers
            .iter()
            .position(|other| is_same_number(other, number))
    }

    /// Puts a row whose number is new where it belongs.
    pub fn insert(&mut self, mut row: CustomerRow) {
        without_line_breaks(&mut row);
        let key = number_key(&row.number);
        let at = self.numbers.partition_point(|other| {
            (number_key(other).as_str(), other) < (key.as_str(), row.number.as_str())
        });
        self.numbers.insert(at, &row.number);
        for (names, text) in self.names.iter_mut().zip(names_of(&row)) {
            names.insert(at, text);
        }
        self.products.insert(at, row.products);
        self.users.insert(at, row.users);
    }

    pub fn remove(&mut self, at: usize) {
        self.numbers.remove(at);
        for names in &mut self.names {
            names.remove(at);
        }
        self.products.remove(at);
        self.users.remove(at);
    }
}

fn names_of(row: &CustomerRow) -> [&str; 3] {
    [&row.last_name, &row.first_name, &row.company]
}

/// The columns end their texts with line breaks, so none may hold one; no stored value does.
fn without_line_breaks(row: &mut CustomerRow) {
    let CustomerRow {
        number,
        last_name,
        first_name,
        company,
        products: _,
        users: _,
    } = row;
    for text in [number, last_name, first_name, company] {
        if text.contains('\n') {
            *text = text.replace('\n', " ");
        }
    }
}

//! What searching and sorting need beyond the rows.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::{lines::Lines, order::Order, rows::Rows};
use crate::{
    customer_list::{ListQuery, SortColumn},
    keys::fold_for_search_into,
};

/// Made from the rows at the first use and kept; each part in its own cell, so that the first page
/// waits only for what it needs.
#[derive(Debug, Clone, Default)]
pub(super) struct Prepared {
    folded: OnceLock<Folded>,
    number: OnceLock<Order>,
    last_name: OnceLock<Order>,
    first_name: OnceLock<Order>,
    company: OnceLock<Order>,
    products: OnceLock<Order>,
}

/// The texts folded for search: of the numbers all, of the names each different one.
#[derive(Debug, Clone)]
struct Folded {
    numbers: Lines,
    names: [Lines; 3],
}

impl Prepared {
    pub fn order(&self, rows: &Rows, column: SortColumn) -> &Order {
        let [last_names, first_names, companies] = &rows.names;
        match column {
            SortColumn::Number => self.number.get_or_init(|| Order::of_places(rows.len())),
            SortColumn::LastName => self.last_name.get_or_init(|| Order::of_names(last_names)),
            SortColumn::FirstName => self.first_name.get_or_init(|| Order::of_names(first_names)),
            SortColumn::Company => self
                .company
                .get_or_init(|| Order::of_names_empty_last(companies)),
            SortColumn::Products => self
                .products
                .get_or_init(|| Order::of_counts(&rows.products)),
        }
    }

    /// For each row whether it matches; `None` where all do.
    pub fn matching(&self, rows: &Rows, query: &ListQuery) -> Option<Vec<bool>> {
        let filters = query.filters.folded();
        let words = query.search_words();
        if words.is_empty() && filters.is_empty() {
            return None;
        }
        let by_count = |products: &u32| filters.products.matches(*products);
        let mut matching: Vec<bool> = rows.products.iter().map(by_count).collect();
        for (column, text) in filters.texts().into_iter().enumerate() {
            if !text.is_empty() {
                self.narrow(rows, &mut matching, text, column..=column);
            }
        }
        for word in &words {
            self.narrow(rows, &mut matching, word, 0..=3);
        }
        Some(matching)
    }

    /// Keeps the rows that have the text in one of the columns: 0 is the number.
    fn narrow(
        &self,
        rows: &Rows,
        matching: &mut [bool],
        text: &str,
        columns: impl Iterator<Item = usize>,
    ) {
        let folded = self.folded(rows);
        let sought = Finder::new(text);
        let mut hits = vec![false; matching.len()];
        for column in columns {
            match column.checked_sub(1) {
                None => hits = folded.numbers.holding(&sought),
                Some(name) => {
                    let holding = folded.names[name].holding(&sought);
                    let codes = rows.names[name].codes();
                    for (hit, code) in hits.iter_mut().zip(codes) {
                        *hit |= holding[*code as usize];
                    }
                }
            }
        }
        for (stays, hit) in matching.iter_mut().zip(hits) {
            *stays &= hit;
        }
    }

    fn folded(&self, rows: &Rows) -> &Folded {
        self.folded.get_or_init(|| Folded {
            numbers: rows.numbers.mapped(fold_for_search_into),
            names: rows
                .names
                .each_ref()
                .map(|names| names.different().mapped(fold_for_search_into)),
        })
    }
}

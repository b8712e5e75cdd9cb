//! What searching and sorting need beyond the rows.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::{order::Order, rows::Rows, text_column::TextColumn};
use crate::{
    customer_list::{ListQuery, SortColumn},
    keys::fold_for_search_into,
};

/// Made from the rows at the first use and kept; each part in its own cell, so that the first page
/// waits only for what it needs.
#[derive(Debug, Clone, Default)]
pub(super) struct Prepared {
    folded: OnceLock<[TextColumn; 4]>,
    number: OnceLock<Order>,
    last_name: OnceLock<Order>,
    first_name: OnceLock<Order>,
    company: OnceLock<Order>,
    products: OnceLock<Order>,
}

impl Prepared {
    pub fn order(&self, rows: &Rows, column: SortColumn) -> &Order {
        let [_, last_names, first_names, companies] = &rows.texts;
        match column {
            SortColumn::Number => self.number.get_or_init(|| Order::of_places(rows.len())),
            SortColumn::LastName => self.last_name.get_or_init(|| Order::of_texts(last_names)),
            SortColumn::FirstName => self.first_name.get_or_init(|| Order::of_texts(first_names)),
            SortColumn::Company => self
                .company
                .get_or_init(|| Order::of_texts_empty_last(companies)),
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
        let folded = self.folded(rows);
        for (column, text) in folded.iter().zip(filters.texts()) {
            if !text.is_empty() {
                narrow(&mut matching, std::slice::from_ref(column), text);
            }
        }
        for word in &words {
            narrow(&mut matching, folded, word);
        }
        Some(matching)
    }

    fn folded(&self, rows: &Rows) -> &[TextColumn; 4] {
        self.folded.get_or_init(|| {
            rows.texts
                .each_ref()
                .map(|column| column.mapped(fold_for_search_into))
        })
    }
}

/// Keeps the rows that have the text in one of the columns.
fn narrow(matching: &mut [bool], columns: &[TextColumn], text: &str) {
    let finder = Finder::new(text);
    let mut hits = vec![false; matching.len()];
    for column in columns {
        column.mark(&finder, &mut hits);
    }
    for (stays, hit) in matching.iter_mut().zip(hits) {
        *stays &= hit;
    }
}

//! What searching and sorting need beyond the rows.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::{data::Data, lines::Lines, names::Names, order::Order, rows::Rows};
use crate::list::{By, Description, ListQuery};

/// Made from the rows at the first use and kept; each part in its own cell, so that the first page
/// waits only for what it needs.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    /// For each column its texts folded for search; of names each different one.
    folded: Vec<OnceLock<Lines>>,
    /// For each column the order of the rows by it.
    orders: Vec<OnceLock<Order>>,
}

impl Prepared {
    pub fn of(description: &Description) -> Self {
        let columns = description.columns.len();
        Self {
            folded: vec![OnceLock::new(); columns],
            orders: vec![OnceLock::new(); columns],
        }
    }

    /// What it takes once everything is made: texts are folded to about their own length.
    pub fn bytes(&self, rows: &Rows) -> usize {
        let folded: usize = rows.columns.iter().map(Data::text_bytes).sum();
        folded + self.orders.len() * rows.len() * size_of::<u32>()
    }

    /// Whether [`Self::order`] was made.
    pub fn is_ordered_by(&self, column: usize) -> bool {
        self.orders[column].get().is_some()
    }

    pub fn order(&self, rows: &Rows, description: &Description, column: usize) -> &Order {
        let key = description.columns[column].key;
        self.order_with(rows, description, column, |names| {
            names.different().mapped(key)
        })
    }

    /// [`Self::order`] where somebody else may know the keys of the different texts.
    pub fn order_with(
        &self,
        rows: &Rows,
        description: &Description,
        column: usize,
        keys: impl FnOnce(&Names) -> Lines,
    ) -> &Order {
        self.orders[column].get_or_init(|| {
            let of = &description.columns[column];
            match &rows.columns[column] {
                _ if column == description.order => Order::of_places(rows.len()),
                Data::Names(names) if of.empty_last => {
                    Order::of_names_empty_last(names, &keys(names))
                }
                Data::Names(names) => Order::of_names(names, &keys(names)),
                Data::Counts(counts) => Order::of_counts(counts),
                Data::Lines(_) | Data::Ids(_) => Order::of_places(rows.len()),
            }
        })
    }

    /// For each row whether it matches; `None` where all do.
    pub fn matching(
        &self,
        rows: &Rows,
        description: &Description,
        query: &ListQuery,
    ) -> Option<Vec<bool>> {
        if query.is_unfiltered() {
            return None;
        }
        let mut matching = vec![true; rows.len()];
        for (place, filter) in description.filters.iter().enumerate() {
            let column = [filter.column];
            match filter.by {
                By::Text => {
                    let text = query.folded(place);
                    if !text.is_empty() {
                        self.narrow(rows, description, &mut matching, &text, &column);
                    }
                }
                By::Words => {
                    for word in query.words(place) {
                        self.narrow(rows, description, &mut matching, &word, &column);
                    }
                }
                By::Choice(_) => {
                    let counts = &rows.columns[filter.column];
                    if let (Some(choice), Data::Counts(counts)) = (query.choice(place), counts) {
                        for (stays, count) in matching.iter_mut().zip(counts) {
                            *stays &= (choice.matches)(*count);
                        }
                    }
                }
            }
        }
        let searched: Vec<usize> = (0..description.columns.len())
            .filter(|column| description.columns[*column].searched)
            .collect();
        for word in query.search_words() {
            self.narrow(rows, description, &mut matching, &word, &searched);
        }
        Some(matching)
    }

    /// Keeps the rows that have the text in one of the columns.
    fn narrow(
        &self,
        rows: &Rows,
        description: &Description,
        matching: &mut [bool],
        text: &str,
        columns: &[usize],
    ) {
        let sought = Finder::new(text);
        let mut hits = vec![false; matching.len()];
        for column in columns {
            let Some(folded) = self.folded(rows, description, *column) else {
                continue;
            };
            let holding = folded.holding(&sought);
            if let Data::Names(names) = &rows.columns[*column] {
                for (hit, code) in hits.iter_mut().zip(names.codes()) {
                    *hit |= holding[*code as usize];
                }
            } else {
                for (hit, holds) in hits.iter_mut().zip(holding) {
                    *hit |= holds;
                }
            }
        }
        for (stays, hit) in matching.iter_mut().zip(hits) {
            *stays &= hit;
        }
    }

    /// The texts of a column folded for search; `None` where it has no texts.
    fn folded(&self, rows: &Rows, description: &Description, column: usize) -> Option<&Lines> {
        let texts = rows.columns[column].texts()?;
        let write = description.columns[column].folded;
        Some(self.folded[column].get_or_init(|| texts.mapped(write)))
    }

    /// Whether the texts of a column were folded.
    pub fn is_folded(&self, column: usize) -> bool {
        self.folded[column].get().is_some()
    }

    /// Keeps the folded texts of a column, which has some, unless they were made meanwhile.
    pub fn keep_folded(&self, column: usize, folded: Lines) {
        self.folded[column].get_or_init(|| folded);
    }
}

//! Filters as they are typed and as they are compared.

use super::ListQuery;
use crate::{
    keys::fold_for_search,
    list::{By, Choice},
};

/// Characters of a filter that count; the rest is cut off.
pub const MAX_FILTER_CHARS: usize = 200;

/// Filters are named by their place in the list's description. What is compared is folded, and holds
/// neither NUL nor a line break.
impl ListQuery {
    /// A filter as it was typed.
    pub fn filter(&self, place: usize) -> &str {
        self.filters.get(place).map_or("", String::as_str)
    }

    /// Another text in a filter.
    pub fn set_filter(&mut self, place: usize, text: String) {
        if let Some(filter) = self.filters.get_mut(place) {
            *filter = text;
        }
    }

    /// The text of a filter as it is looked for.
    pub fn folded(&self, place: usize) -> String {
        folded(self.filter(place))
    }

    /// The words of a filter that must all occur.
    pub fn words(&self, place: usize) -> Vec<String> {
        words(self.filter(place))
    }

    /// What was chosen, if anything was.
    pub fn choice(&self, place: usize) -> Option<&'static Choice> {
        match self.kind.description().filters.get(place)?.by {
            By::Choice(choices) => choices
                .iter()
                .find(|choice| choice.word == self.filter(place)),
            By::Text | By::Words => None,
        }
    }

    /// The words of `search`; a row matches if each occurs in its search key.
    pub fn search_words(&self) -> Vec<String> {
        words(&self.search)
    }

    /// Neither search nor filter narrows the list.
    pub fn is_unfiltered(&self) -> bool {
        let mut filters = self.kind.description().filters.iter().enumerate();
        let is_empty = |(place, filter): (usize, &crate::list::Filter)| match filter.by {
            By::Text | By::Words => self.folded(place).is_empty(),
            By::Choice(_) => self.choice(place).is_none(),
        };
        self.search_words().is_empty() && filters.all(is_empty)
    }
}

fn words(typed: &str) -> Vec<String> {
    folded(typed)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What counts of a typed filter, folded for search.
fn folded(typed: &str) -> String {
    fold_for_search(limited(typed))
}

/// At most [`MAX_FILTER_CHARS`] characters.
pub(super) fn limited(typed: &str) -> &str {
    match typed.char_indices().nth(MAX_FILTER_CHARS) {
        Some((end, _)) => &typed[..end],
        None => typed,
    }
}

//! The order of the rows by one column, computed once.

use super::{lines::Lines, names::Names};

/// Places of rows in ascending order. Equal ones keep the order of the list, which is that of the
/// list by itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    places: Vec<u32>,
    /// How many of `places` go first in either direction; the rest are rows without a value.
    filled: usize,
}

impl Order {
    /// The order of the list itself.
    pub fn of_places(len: usize) -> Self {
        let places = (0..).take(len).collect();
        Self {
            places,
            filled: len,
        }
    }

    pub fn of_counts(counts: &[u32]) -> Self {
        let mut order = Self::of_places(counts.len());
        order.places.sort_by_key(|place| counts[*place as usize]);
        order
    }

    /// By the keys of the different texts, bytewise.
    pub fn of_names(names: &Names, keys: &Lines) -> Self {
        Self {
            places: sorted(names.codes(), &ranks(keys)),
            filled: names.len(),
        }
    }

    /// As [`Self::of_names`]; rows whose key is empty come last in either direction.
    pub fn of_names_empty_last(names: &Names, keys: &Lines) -> Self {
        let ranks = ranks(keys);
        let empty = names.codes().iter();
        let empty = empty.filter(|code| ranks[**code as usize] == 0).count();
        let mut places = sorted(names.codes(), &ranks);
        places.rotate_left(empty);
        Self {
            filled: places.len() - empty,
            places,
        }
    }

    /// The rows with a value and those without, each ascending.
    pub fn parts(&self) -> (&[u32], &[u32]) {
        self.places.split_at(self.filled)
    }
}

/// For each different text its rank: 0 if its key is empty, and texts with the same key have one
/// rank. The texts are in the order of their keys already.
fn ranks(keys: &Lines) -> Vec<u32> {
    let mut rank = 0;
    let mut last = "";
    let rank_of = |text| {
        rank += u32::from(text != last);
        last = text;
        rank
    };
    keys.iter().map(rank_of).collect()
}

/// Sorts rows by the rank of their texts, by counting.
fn sorted(codes: &[u32], ranks: &[u32]) -> Vec<u32> {
    let rank = |code: &u32| ranks[*code as usize] as usize;
    let kinds = ranks.last().map_or(0, |last| *last as usize + 1);
    let mut starts = vec![0_usize; kinds + 1];
    for code in codes {
        starts[rank(code) + 1] += 1;
    }
    for kind in 1..starts.len() {
        starts[kind] += starts[kind - 1];
    }
    let mut places = vec![0; codes.len()];
    for (place, code) in (0..).zip(codes) {
        let next = &mut starts[rank(code)];
        places[*next] = place;
        *next += 1;
    }
    places
}

//! The order of the rows by one column, computed once.

use super::text_column::TextColumn;
use crate::keys::fold_into;

/// Places of rows in ascending order. Equal ones keep the order of the list, which is that of the
/// numbers.
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

    /// By the folded texts, bytewise.
    pub fn of_texts(texts: &TextColumn) -> Self {
        let entries = sorted(texts);
        Self {
            places: entries.iter().map(|(_, place)| *place).collect(),
            filled: entries.len(),
        }
    }

    /// As [`Self::of_texts`]; rows whose folded text is empty come last in either direction.
    pub fn of_texts_empty_last(texts: &TextColumn) -> Self {
        let entries = sorted(texts);
        let empty = entries.partition_point(|(head, _)| *head == 0);
        let mut places: Vec<u32> = entries.iter().map(|(_, place)| *place).collect();
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

/// Head of the key and place of each row, in the order of the keys.
fn sorted(texts: &TextColumn) -> Vec<(u128, u32)> {
    let keys = texts.mapped(fold_into);
    let mut entries: Vec<(u128, u32)> = keys.iter().map(head).zip(0..).collect();
    entries.sort_unstable_by(|a, b| {
        let tails = || tail(&keys, a).cmp(tail(&keys, b));
        a.0.cmp(&b.0).then_with(tails).then(a.1.cmp(&b.1))
    });
    entries
}

/// The first bytes of a key as one number that orders alike: most comparisons end here, without a
/// look at the text.
fn head(key: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes
        .iter_mut()
        .zip(key.bytes())
        .for_each(|(head, byte)| *head = byte);
    u128::from_be_bytes(bytes)
}

/// The key again where its head does not say everything; keys hold no NUL.
fn tail<'a>(keys: &'a TextColumn, (head, place): &(u128, u32)) -> &'a str {
    if head & 0xff == 0 {
        ""
    } else {
        keys.get(*place as usize)
    }
}

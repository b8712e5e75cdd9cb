//! A column whose texts repeat.

use std::collections::HashMap;

use super::{lines::Lines, partition_point};
use crate::list::Write;

/// Each different text once, in the order of the texts' keys, and for each row which of them it
/// has: sorting is counting then, and a search looks at each text once.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    different: Lines,
    /// For each row the place of its text in `different`.
    codes: Vec<u32>,
}

/// Two columns are equal if they have the same texts row by row.
impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Names {}

impl Names {
    /// The texts of the rows, ordered by their keys.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>, key: Write) -> Self {
        let mut found: HashMap<&str, u32> = HashMap::new();
        let mut codes = Vec::new();
        for text in texts {
            let next = code(found.len());
            codes.push(*found.entry(text).or_insert(next));
        }
        let mut sorted: Vec<(&str, u32)> = found.into_iter().collect();
        sorted.sort_by_cached_key(|(text, _)| (key_of(key, text), *text));
        let mut places = vec![0; sorted.len()];
        let mut different = Lines::default();
        for (place, (text, code)) in (0..).zip(&sorted) {
            places[*code as usize] = place;
            different.push(text);
        }
        codes
            .iter_mut()
            .for_each(|code| *code = places[*code as usize]);
        Self { different, codes }
    }

    /// `None` where a row has a text that is not there.
    pub fn from_parts(different: Lines, codes: Vec<u32>) -> Option<Self> {
        let known = different.len();
        let is_known = codes.iter().all(|code| (*code as usize) < known);
        is_known.then_some(Self { different, codes })
    }

    pub fn different(&self) -> &Lines {
        &self.different
    }

    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn get(&self, at: usize) -> &str {
        self.different.get(self.codes[at] as usize)
    }

    pub fn insert(&mut self, at: usize, text: &str, key: Write) {
        let wanted = (key_of(key, text), text);
        let place = partition_point(self.different.len(), |place| {
            let other = self.different.get(place);
            (key_of(key, other), other) < wanted
        });
        if place == self.different.len() || self.different.get(place) != text {
            self.make_room(code(place));
            self.different.insert(place, text);
        }
        self.codes.insert(at, code(place));
    }

    /// The text stays, for other rows may have it; one that no row has does no harm.
    pub fn remove(&mut self, at: usize) {
        self.codes.remove(at);
    }

    fn make_room(&mut self, place: u32) {
        for code in self.codes.iter_mut().filter(|code| **code >= place) {
            *code += 1;
        }
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }
}

fn key_of(key: Write, text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    key(text, &mut written);
    written
}

/// A list has far fewer rows than a code has values: they would not fit into memory.
fn code(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

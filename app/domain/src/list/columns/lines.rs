//! Many texts in one string.

use memchr::{memchr_iter, memmem::Finder};

/// Texts in an order, each ended by a line break. None of them holds one: who puts a text in sees
/// to that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lines {
    joined: String,
    /// For each text the offset behind its line break.
    ends: Vec<usize>,
}

impl Lines {
    /// From texts that are joined already; `None` where the last one is not ended.
    pub fn from_joined(joined: String) -> Option<Self> {
        let ends: Vec<usize> = memchr_iter(b'\n', joined.as_bytes())
            .map(|at| at + 1)
            .collect();
        let is_ended = ends.last().copied().unwrap_or_default() == joined.len();
        is_ended.then_some(Self { joined, ends })
    }

    pub fn joined(&self) -> &str {
        &self.joined
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn bytes(&self) -> usize {
        self.joined.len() + size_of_val(self.ends.as_slice())
    }

    pub fn get(&self, at: usize) -> &str {
        &self.joined[self.start(at)..self.ends[at] - 1]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    pub fn push(&mut self, text: &str) {
        self.joined.push_str(text);
        self.joined.push('\n');
        self.ends.push(self.joined.len());
    }

    pub fn insert(&mut self, at: usize, text: &str) {
        let start = self.start(at);
        self.joined.insert(start, '\n');
        self.joined.insert_str(start, text);
        self.ends.insert(at, start);
        let grown = self.ends[at..].iter_mut();
        grown.for_each(|end| *end += text.len() + 1);
    }

    pub fn remove(&mut self, at: usize) {
        let line = self.start(at)..self.ends[at];
        self.ends.remove(at);
        let shrunk = self.ends[at..].iter_mut();
        shrunk.for_each(|end| *end -= line.len());
        self.joined.replace_range(line, "");
    }

    /// The same texts, each written anew by `write`, which leaves no line break.
    pub fn mapped(&self, write: impl Fn(&str, &mut String)) -> Self {
        let mut mapped = Self {
            joined: String::with_capacity(self.joined.len()),
            ends: Vec::with_capacity(self.len()),
        };
        for text in self.iter() {
            mapped.push_written(text, &write);
        }
        mapped
    }

    /// One more text, written anew by `write`, which leaves no line break.
    pub fn push_written(&mut self, text: &str, write: impl Fn(&str, &mut String)) {
        write(text, &mut self.joined);
        self.joined.push('\n');
        self.ends.push(self.joined.len());
    }

    /// For each text whether it holds the one sought, which is not empty and has no line break.
    pub fn holding(&self, sought: &Finder<'_>) -> Vec<bool> {
        let bytes = self.joined.as_bytes();
        let mut hits = vec![false; self.len()];
        let (mut at, mut from) = (0, 0);
        while let Some(found) = sought.find(&bytes[from..]) {
            while self.ends[at] <= from + found {
                at += 1;
            }
            hits[at] = true;
            from = self.ends[at];
        }
        hits
    }

    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

impl<'a> FromIterator<&'a str> for Lines {
    fn from_iter<T: IntoIterator<Item = &'a str>>(texts: T) -> Self {
        let mut lines = Self::default();
        texts.into_iter().for_each(|text| lines.push(text));
        lines
    }
}

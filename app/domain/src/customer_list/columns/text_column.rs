//! One column of texts in one string.

use memchr::{memchr_iter, memmem::Finder};

/// Texts of one column, each ended by a line break, which none of them holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TextColumn {
    joined: String,
    /// For each text the offset behind its line break.
    ends: Vec<usize>,
}

impl TextColumn {
    /// From texts that are joined already; whatever follows the last line break is dropped.
    pub fn from_joined(mut joined: String) -> Self {
        let ends: Vec<usize> = memchr_iter(b'\n', joined.as_bytes())
            .map(|at| at + 1)
            .collect();
        joined.truncate(ends.last().copied().unwrap_or_default());
        Self { joined, ends }
    }

    pub fn joined(&self) -> &str {
        &self.joined
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, at: usize) -> &str {
        &self.joined[self.start(at)..self.ends[at] - 1]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    pub fn push(&mut self, text: &str) {
        push_line(&mut self.joined, text);
        self.ends.push(self.joined.len());
    }

    pub fn insert(&mut self, at: usize, text: &str) {
        let mut line = String::with_capacity(text.len() + 1);
        push_line(&mut line, text);
        let start = self.start(at);
        self.joined.insert_str(start, &line);
        self.ends.insert(at, start);
        self.ends[at..]
            .iter_mut()
            .for_each(|end| *end += line.len());
    }

    pub fn remove(&mut self, at: usize) {
        let line = self.start(at)..self.ends[at];
        self.ends.remove(at);
        self.ends[at..]
            .iter_mut()
            .for_each(|end| *end -= line.len());
        self.joined.replace_range(line, "");
    }

    /// The same column with each text written anew by `write`, which leaves no line break.
    pub fn mapped(&self, write: impl Fn(&str, &mut String)) -> Self {
        let mut joined = String::with_capacity(self.joined.len());
        let mut ends = Vec::with_capacity(self.len());
        for text in self.iter() {
            write(text, &mut joined);
            joined.push('\n');
            ends.push(joined.len());
        }
        Self { joined, ends }
    }

    /// Sets `hits` for every row whose text holds the one sought, which has no line break.
    pub fn mark(&self, sought: &Finder<'_>, hits: &mut [bool]) {
        let bytes = self.joined.as_bytes();
        let mut row = 0;
        let mut from = 0;
        while let Some(at) = sought.find(&bytes[from..]) {
            while self.ends[row] <= from + at {
                row += 1;
            }
            hits[row] = true;
            from = self.ends[row];
        }
    }

    fn start(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

fn push_line(joined: &mut String, text: &str) {
    if text.contains('\n') {
        joined.push_str(&text.replace('\n', " "));
    } else {
        joined.push_str(text);
    }
    joined.push('\n');
}

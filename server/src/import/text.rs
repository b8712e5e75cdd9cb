//! From the file's bytes to its text.

use std::borrow::Cow;

use csv::StringRecord;
use encoding_rs::{UTF_8, WINDOWS_1252};

/// UTF-8, with or without a byte order mark, or else what spreadsheets on Windows write.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text,
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The separator that the first line has most of, outside quotes; a comma where it has none.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(mark, _)| *mark == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    // Of equal counts the last one wins: the comma stands last.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(mark, _)| mark)
}

/// Where the lines of a text begin. They end as rows do: with a line feed, a carriage return, or both. The
/// reader itself counts line feeds alone.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| {
            **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        });
        Self(
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect(),
        )
    }

    /// The line on which a row of this text begins, from 1. Its place is that of the blank lines before it,
    /// which the reader passes over.
    pub(super) fn of_row(&self, text: &str, record: &StringRecord) -> u64 {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let before = text.as_bytes().get(start..).unwrap_or_default().iter();
        let blank = before
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let line = self
            .0
            .partition_point(|begin| *begin <= start.saturating_add(blank));
        u64::try_from(line).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn utf8_and_windows_1252_are_read() {
        assert_eq!(decode("Müller – 5 €".as_bytes()), "Müller – 5 €");
        assert_eq!(decode(b"\xef\xbb\xbfM\xc3\xbcller"), "Müller");
        assert_eq!(decode(b"M\xfcller \x96 5 \x80"), "Müller – 5 €");
    }

    #[test]
    fn lines_end_as_rows_do() {
        let text = "a,b\r1,2\r\n\n\r3,4\n\"5\r6\",7\r\r8,9";
        let lines = Lines::of(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let found: Vec<_> = reader
            .records()
            .map(|record| lines.of_row(text, &record.unwrap()))
            .collect();
        assert_eq!(found, [1, 2, 5, 6, 9]);
    }

    #[test]
    fn the_separator_is_the_one_in_the_first_line() {
        assert_eq!(delimiter("a;b;c\n1,2;3,4;5,6,7,8"), b';');
        assert_eq!(delimiter("a,b,c\n1;2;3;4;5"), b',');
        assert_eq!(delimiter("\"x;y;z\",b\n"), b',');
        assert_eq!(delimiter("a\tb\n"), b'\t');
        assert_eq!(delimiter("a"), b',');
    }
}

//! Random input, the hostile kind included.

use domain::customer::CustomerRow;
use proptest::{collection::vec, prelude::*, sample::select};

/// Characters that rules are about, among them some that come in several forms.
const CHARACTERS: &[char] = &[
    ' ', '\u{a0}', '\t', '\n', '\0', '\u{7f}', '\u{85}', '-', '‑', '.', '/', ':', '@', '+', '%',
    '&', '=', '?', '#', '_', '\'', '’', '"', '<', '0', '1', '9', 'a', 'A', 'e', 'E', 'o', 'u', 'ä',
    'Ä', 'ö', 'ü', 'Ü', 'ß', 'ẞ', 'é', 'e', '\u{301}', '\u{308}', '\u{327}', 'æ', 'Œ', 'ø', 'Ł',
    'đ', 'İ', 'ı', 'ſ', 'Σ', 'ς', 'ﬁ', '각', '\u{1100}', '\u{1161}', '\u{11a8}', '\u{928}',
    '\u{93c}', 'が', '\u{3099}', '字', '🏳', '\u{fe0f}', '\u{200d}', '\u{200c}', '\u{200b}',
    '\u{202e}', '\u{2066}', '\u{feff}', '\u{fffd}', '\u{fffe}', '\u{e000}', '\u{ad}', 'Å',
    '\u{2000}',
];

fn character() -> impl Strategy<Value = char> {
    prop_oneof![4 => select(CHARACTERS), 1 => any::<char>()]
}

/// Any text of at most `max` characters.
pub fn text(max: usize) -> impl Strategy<Value = String> {
    vec(character(), 0..=max).prop_map(|characters| characters.into_iter().collect())
}

/// Rows as a small reseller might have them: many near each other, no number twice.
pub fn rows() -> impl Strategy<Value = Vec<CustomerRow>> {
    vec(row(), 0..140).prop_map(|rows| {
        let mut seen = std::collections::HashSet::new();
        rows.into_iter()
            .filter(|row| seen.insert(row.number.to_lowercase()))
            .collect()
    })
}

/// One of them.
pub fn row() -> impl Strategy<Value = CustomerRow> {
    let word = || "[aeuoäüßAEMSm‑' é0-9-]{0,5}";
    let long = || "(Donaudampfschifffahrt)?[a-cA-C]{0,3}";
    let name = || prop_oneof![3 => word(), 1 => long(), 1 => one_line()];
    let number = prop_oneof!["[kKä]?-?[0-9]{1,3}[ab]?", one_line()];
    (number, name(), name(), name(), 0..4_u32, 0..3_u32).prop_map(
        |(number, last_name, first_name, company, products, users)| CustomerRow {
            number,
            last_name,
            first_name,
            company,
            products,
            users,
        },
    )
}

fn one_line() -> impl Strategy<Value = String> {
    text(6).prop_map(|text| text.replace('\n', ""))
}

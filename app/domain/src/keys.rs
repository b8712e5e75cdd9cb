//! Sort and search keys, made once when a customer is written, stored beside the columns, and
//! compared bytewise by PostgreSQL (`collate "C"`) and by the browser alike.

mod domain_keys;
mod fold;
mod product_keys;

pub use domain_keys::{DomainKeys, domain_keys};
pub use fold::{fold, fold_for_search};
pub(crate) use fold::{fold_for_search_into, fold_into};
pub use product_keys::{ProductKeys, product_keys, product_reference};

use crate::unicode::lower_case;

/// The keys of one customer. None of them holds a control character, apart from the line breaks in
/// `search`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKeys {
    /// As [`number_key`].
    pub number: String,
    /// Folded, as the two below.
    pub last_name: String,
    pub first_name: String,
    /// Empty where there is no company: such rows come last in either direction.
    pub company: String,
    /// Number (as typed, not padded), last name, first name and company, each folded for search, in
    /// this order with a line break between them.
    ///
    /// Folding leaves no line break in a text, so there are exactly three of them and SQL finds a
    /// single column by `split_part(search_key, E'\n', n)`, n from 1 to 4.
    pub search: String,
}

impl SortKeys {
    /// The keys of these columns; an absent company is the empty text.
    pub fn of(number: &str, last_name: &str, first_name: &str, company: &str) -> Self {
        Self {
            number: number_key(number),
            last_name: fold(last_name),
            first_name: fold(first_name),
            company: fold(company),
            search: [number, last_name, first_name, company]
                .map(fold_for_search)
                .join("\n"),
        }
    }
}

/// Folds a customer number so that bytewise order is the natural one: `K-9`, `K-10`, `K-10a`.
///
/// Each run of digits is written without leading zeros and preceded by how many are left, in two
/// digits: `K-10` becomes `k-0210`. Numbers that differ in case or leading zeros have equal keys;
/// the number itself, bytewise, breaks the tie. Runs of more than 99 digits, which no number has,
/// are not ordered by value.
pub fn number_key(number: &str) -> String {
    let folded = fold(number);
    let mut key = String::with_capacity(folded.len() + 4);
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let (words, tail) = split_where(rest, |c| c.is_ascii_digit());
        let (digits, tail) = split_where(tail, |c| !c.is_ascii_digit());
        key.push_str(words);
        push_digits(digits, &mut key);
        rest = tail;
    }
    key
}

/// Whether two customer numbers are the same to a reseller: case does not matter.
pub fn is_same_number(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        one.eq_ignore_ascii_case(other)
    } else {
        lower_case(one) == lower_case(other)
    }
}

/// What precedes the first character of that kind, and the rest.
fn split_where(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(is_end).unwrap_or(text.len()))
}

fn push_digits(digits: &str, key: &mut String) {
    if digits.is_empty() {
        return;
    }
    let significant = digits.trim_start_matches('0');
    let length = significant.len().min(99);
    for digit in [length / 10, length % 10] {
        key.extend(
            u32::try_from(digit)
                .ok()
                .and_then(|d| char::from_digit(d, 10)),
        );
    }
    key.push_str(significant);
}

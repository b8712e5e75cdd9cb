use std::cmp::Ordering;

use domain::keys::{fold, is_same_number, number_key};
use proptest::prelude::*;

use crate::arbitrary;

#[test]
fn numbers_sort_naturally() {
    let natural = [
        "0", "1", "9", "10", "99", "100", "123456", "1234578", "K-9", "K-10", "k-10a", "K-10b",
        "K-11", "K-100", "L-1", "M-1-2", "M-1-10", "M-2-1",
    ];
    let mut sorted = natural;
    sorted.reverse();
    sorted.sort_by_key(|number| number_key(number));
    assert_eq!(sorted, natural);
}

#[test]
fn thirty_two_digits_are_still_a_number() {
    let big = format!("1{}", "0".repeat(31));
    assert!(number_key(&"9".repeat(31)) < number_key(&big));
    assert!(number_key(&big) < number_key(&"9".repeat(32)));
}

#[test]
fn leading_zeros_and_case_leave_the_key_as_it_is() {
    assert_eq!(number_key("K-007"), number_key("k-7"));
    assert_eq!(number_key("000"), number_key("0"));
}

#[test]
fn zero_is_not_nothing() {
    assert!(number_key("K-") < number_key("K-0"));
    assert!(number_key("K-0") < number_key("K-1"));
}

#[test]
fn the_same_number_may_differ_in_case_only() {
    assert!(is_same_number("K-1ä", "k-1Ä"));
    assert!(is_same_number("K-1", "k-1"));
    assert!(!is_same_number("K-1", "K-01"));
    assert!(!is_same_number("K-1a", "K-1ä"));
}

/// The natural order, spelt out: runs of digits by their value, everything else by character.
fn natural(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one, other);
    loop {
        let (a, rest_of_one) = token(one);
        let (b, rest_of_other) = token(other);
        let order = a.cmp(&b);
        if order != Ordering::Equal || a == Token::End {
            return order;
        }
        (one, other) = (rest_of_one, rest_of_other);
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Token {
    End,
    BelowDigits(char),
    Value(u128),
    AboveDigits(char),
}

fn token(text: &str) -> (Token, &str) {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if digits > 0 {
        return (
            Token::Value(text[..digits].parse().unwrap()),
            &text[digits..],
        );
    }
    let mut characters = text.chars();
    let token = match characters.next() {
        None => Token::End,
        Some(c) if c < '0' => Token::BelowDigits(c),
        Some(c) => Token::AboveDigits(c),
    };
    (token, characters.as_str())
}

proptest! {
    #[test]
    fn the_bytewise_order_of_keys_is_the_natural_order(
        one in "[kKäl]?[-/:. ]?[0-9]{0,4}[-a:]?[0-9]{0,30}",
        other in "[kKäl]?[-/:. ]?[0-9]{0,4}[-a:]?[0-9]{0,30}",
    ) {
        let keys = number_key(&one).cmp(&number_key(&other));
        prop_assert_eq!(keys, natural(&fold(&one), &fold(&other)));
    }

    #[test]
    fn numbers_that_are_the_same_have_one_key(number in arbitrary::text(8)) {
        let lower = number.to_lowercase();
        if is_same_number(&number, &lower) {
            prop_assert_eq!(number_key(&number), number_key(&lower));
        }
    }
}

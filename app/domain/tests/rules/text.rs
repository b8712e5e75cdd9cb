use std::time::{Duration, Instant};

use domain::values::{CustomerNumber, Line, ValueError};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

use crate::arbitrary;

#[test]
fn white_space_around_a_text_goes() {
    assert_eq!(
        Line::<5>::parse(" \u{a0}Huber\n").unwrap().as_str(),
        "Huber"
    );
}

#[test]
fn a_text_is_stored_in_one_form_however_it_was_typed() {
    let parsed = Line::<6>::parse("Mu\u{308}ller").unwrap();
    assert_eq!(parsed.as_str(), "Müller");
}

#[test]
fn the_limit_counts_characters_not_bytes() {
    assert!(Line::<100>::parse(&"ü".repeat(100)).is_ok());
    assert_eq!(
        Line::<100>::parse(&"ü".repeat(101)),
        Err(ValueError::TooLong { max: 100 })
    );
}

#[test]
fn the_limit_counts_characters_as_they_are_stored() {
    assert!(Line::<100>::parse(&"u\u{308}".repeat(100)).is_ok());
}

#[test]
fn a_customer_number_has_at_most_32_characters() {
    assert!(CustomerNumber::parse(&"9".repeat(32)).is_ok());
    assert_eq!(
        CustomerNumber::parse(&"9".repeat(33)),
        Err(ValueError::TooLong { max: 32 })
    );
}

#[test]
fn a_customer_number_is_free_to_choose() {
    for number in ["1", "K-10", "2024/17", "Müller", "a b", "...", ".9"] {
        assert_eq!(CustomerNumber::parse(number).unwrap().as_str(), number);
    }
}

#[test]
fn a_customer_number_that_no_address_can_carry_is_refused() {
    for number in [".", "..", " .. "] {
        assert_eq!(
            CustomerNumber::parse(number),
            Err(ValueError::ForbiddenCharacter)
        );
    }
}

#[test]
fn megabytes_are_refused_without_being_read() {
    let huge = "a\u{301}".repeat(20_000_000);
    let start = Instant::now();
    assert_eq!(
        Line::<100>::parse(&huge),
        Err(ValueError::TooLong { max: 100 })
    );
    assert!(start.elapsed() < Duration::from_millis(50));
}

proptest! {
    #[test]
    fn what_is_accepted_is_trimmed_normal_short_and_stays_as_it_is(raw in arbitrary::text(14)) {
        if let Ok(line) = Line::<10>::parse(&raw) {
            let text = line.as_str();
            prop_assert_eq!(text, text.trim());
            prop_assert!(is_nfc(text));
            prop_assert!((1..=10).contains(&text.chars().count()));
            prop_assert!(!text.contains(char::is_control));
            prop_assert_eq!(Line::<10>::parse(text), Ok(line.clone()));
        }
    }

    #[test]
    fn a_customer_number_stays_as_it_is(raw in arbitrary::text(6)) {
        if let Ok(number) = CustomerNumber::parse(&raw) {
            prop_assert_eq!(CustomerNumber::parse(number.as_str()), Ok(number.clone()));
        }
    }
}

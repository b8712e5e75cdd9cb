use domain::values::{EmailAddress, PhoneNumber, ValueError};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

use crate::arbitrary;

#[test]
fn usual_addresses_are_taken_as_typed() {
    for address in [
        "max@example.de",
        "Max.Mueller+kunde@mail.example.co.uk",
        "o'brien@example.ie",
        "jürgen@müller.de",
        "a_b-c@x-y.example",
    ] {
        assert_eq!(EmailAddress::parse(address).unwrap().as_str(), address);
    }
}

#[test]
fn what_is_no_address_is_refused() {
    for text in [
        "max",
        "max@",
        "@example.de",
        "max@example",
        "max@@example.de",
        "max@example..de",
        "max@.example.de",
        "max@example.de.",
        ".max@example.de",
        "max müller@example.de",
        "max@exa mple.de",
        "Max <max@example.de>",
        "max@[127.0.0.1]",
        "max@-example.de",
        "max@example.de, anna@example.de",
        "mailto:max@example.de",
        "\"max müller\"@example.de",
        "\"@\"@example.de",
    ] {
        assert_eq!(
            EmailAddress::parse(text),
            Err(ValueError::NotAnEmail),
            "{text}"
        );
    }
}

#[test]
fn an_address_has_at_most_254_characters() {
    let long = format!("max@{}.de", "a.".repeat(130));
    assert_eq!(
        EmailAddress::parse(&long),
        Err(ValueError::TooLong { max: 254 })
    );
}

#[test]
fn no_address_is_a_missing_one() {
    assert_eq!(EmailAddress::parse("  "), Err(ValueError::Required));
}

#[test]
fn a_stored_telephone_number_is_e164() {
    for number in ["+4930901820", "+1234", "+123456789012345"] {
        assert_eq!(PhoneNumber::from_e164(number).unwrap().as_str(), number);
    }
    for text in [
        "",
        "+",
        "4930901820",
        "+123",
        "+1234567890123456",
        "+0301234",
        "+49 30901820",
        "+49x",
        "++4930901820",
        "+٤٩٣٠٩٠١",
    ] {
        assert_eq!(
            PhoneNumber::from_e164(text),
            Err(ValueError::NotAPhoneNumber),
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn an_accepted_address_has_one_at_no_space_and_stays(
        name in arbitrary::text(5),
        host in "[a-zäA-Z0-9.@-]{0,9}",
    ) {
        if let Ok(address) = EmailAddress::parse(&format!("{name}@{host}")) {
            let text = address.as_str();
            prop_assert!(is_nfc(text));
            prop_assert_eq!(text.matches('@').count(), 1);
            prop_assert!(!text.contains(char::is_whitespace));
            prop_assert!(text.rsplit('@').next().unwrap().contains('.'));
            prop_assert_eq!(EmailAddress::parse(text), Ok(address.clone()));
        }
    }
}

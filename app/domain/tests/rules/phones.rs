use domain::{
    country::Country, customer_form::PlausiblePhoneNumbers, ports::PhoneNumbers,
    values::PhoneNumber,
};
use proptest::prelude::*;

use crate::arbitrary;

fn is_plausible(typed: &str) -> bool {
    PlausiblePhoneNumbers
        .parse(typed, Country::GERMANY)
        .is_some()
}

#[test]
fn numbers_as_people_write_them_are_plausible() {
    for typed in [
        "030 901820",
        "+49 30 901820",
        "0049 30 901820",
        "(030) 90 18 20",
        "(+49) 30/901820",
        "+49 (0)30 / 90-18-20",
        "0171.1234567",
        "+49\u{a0}30\u{a0}901820",
        "030–901820",
        "1234",
        "+123456789012345",
    ] {
        assert!(is_plausible(typed), "{typed}");
    }
}

#[test]
fn what_cannot_be_dialled_is_not_plausible() {
    for typed in [
        "",
        "+",
        "123",
        "000123",
        "0000",
        "1234567890123456",
        "030 901820 x12",
        "Büro",
        "030 90+1820",
        "++49 30 901820",
        "٠٣٠٩٠١٨٢٠",
        "030,901820",
        "030 901820\0",
    ] {
        assert!(!is_plausible(typed), "{typed}");
    }
}

#[test]
fn a_number_written_in_full_is_read_in_full() {
    let read = PlausiblePhoneNumbers.parse("+49 30/901820", Country::GERMANY);
    assert_eq!(read, PhoneNumber::from_e164("+4930901820").ok());
}

#[test]
fn the_browser_shows_a_stored_number_as_it_is() {
    assert_eq!(PlausiblePhoneNumbers.readable("+4930901820"), "+4930901820");
}

proptest! {
    #[test]
    fn a_plausible_number_is_plausible_again(
        typed in prop_oneof![arbitrary::text(10), "[+0-9 ()/.-]{0,20}"],
    ) {
        if let Some(number) = PlausiblePhoneNumbers.parse(&typed, Country::GERMANY) {
            let again = PlausiblePhoneNumbers.parse(number.as_str(), Country::GERMANY);
            prop_assert_eq!(again, Some(number));
        }
    }
}

use std::collections::HashSet;

use domain::{
    country::Country,
    values::{PostalCode, ValueError},
};
use proptest::{prelude::*, sample::select};

use crate::arbitrary;

fn country(code: &str) -> Country {
    code.parse().unwrap()
}

fn stored(code: &str, typed: &str) -> Option<String> {
    let parsed = PostalCode::parse(typed, country(code)).ok()?;
    Some(parsed.as_str().to_owned())
}

#[test]
fn the_neighbours_come_first_and_the_rest_by_code() {
    let codes: Vec<&str> = Country::ALL.iter().map(|c| c.code()).collect();
    assert_eq!(codes[..3], ["DE", "AT", "CH"]);
    assert!(codes[3..].is_sorted());
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len());
    assert_eq!(country("DE"), Country::GERMANY);
}

#[test]
fn only_codes_in_upper_case_are_countries() {
    for code in ["", "de", "D", "DEU", "XX", "DE ", "\0"] {
        assert_eq!(code.parse::<Country>(), Err(ValueError::NotACountry));
    }
}

#[test]
fn postal_codes_have_the_form_of_their_country() {
    for (code, right) in [
        ("DE", "01067"),
        ("AT", "1010"),
        ("CH", "8001"),
        ("LI", "9490"),
        ("LU", "1009"),
        ("BE", "1000"),
        ("DK", "2100"),
        ("NO", "0150"),
        ("HU", "1051"),
        ("SI", "1000"),
        ("FR", "75008"),
        ("IT", "39100"),
        ("ES", "28013"),
        ("FI", "00100"),
        ("HR", "10000"),
        ("PL", "00-950"),
        ("CZ", "110 00"),
        ("SK", "811 01"),
        ("SE", "111 20"),
        ("GR", "105 57"),
        ("PT", "1100-148"),
        ("NL", "1012 AB"),
        ("GB", "SW1A 1AA"),
        ("GB", "M1 1AE"),
        ("GB", "B33 8TH"),
        ("GB", "CR2 6XH"),
        ("GB", "DN55 1PT"),
        ("GB", "W1A 0AX"),
        ("IE", "D6W XH39"),
        ("IE", "A65 F4E2"),
        ("LT", "LT-01001"),
        ("LV", "LV-1050"),
        ("MT", "VLT 1117"),
        ("AD", "AD500"),
        ("IS", "101"),
        ("RO", "010011"),
        ("BG", "1000"),
        ("US", "10001"),
        ("US", "10001-1234"),
        ("CA", "K1A 0B1"),
        ("JP", "100-0001"),
        ("BR", "01310-100"),
    ] {
        assert_eq!(stored(code, right).as_deref(), Some(right), "{code}");
        assert!(country(code).postal_pattern().unwrap().matches(right));
    }
}

#[test]
fn other_forms_are_refused_with_the_country() {
    for (code, wrong) in [
        ("DE", "1234"),
        ("DE", "123456"),
        ("DE", "1234a"),
        ("DE", "D12345"),
        ("DE", "１２３４５"),
        ("AT", "12345"),
        ("CH", "123"),
        ("NL", "1012"),
        ("NL", "101 2A"),
        ("PL", "00950x"),
        ("GB", "12345"),
        ("GB", "SW1A"),
        ("US", "1000"),
        ("US", "10001-12"),
        ("CA", "K1A 0BB"),
        ("AD", "XD500"),
        ("LT", "LV-01001"),
        ("AE", "ü"),
        ("AE", "1_2"),
        ("AE", "ß"),
    ] {
        assert_eq!(
            PostalCode::parse(wrong, country(code)),
            Err(ValueError::NotAPostalCode {
                country: country(code)
            }),
            "{code} {wrong}"
        );
    }
}

#[test]
fn case_and_separators_are_put_right() {
    for (code, typed, written) in [
        ("NL", "1012ab", "1012 AB"),
        ("GB", "sw1a1aa", "SW1A 1AA"),
        ("PL", "00950", "00-950"),
        ("SE", "11120", "111 20"),
        ("PT", "1100 148", "1100-148"),
        ("LT", "lt01001", "LT-01001"),
        ("DE", " 80331 ", "80331"),
        ("AE", "po 12-b", "PO 12-B"),
    ] {
        assert_eq!(stored(code, typed).as_deref(), Some(written), "{code}");
    }
}

#[test]
fn a_postal_code_is_required_and_has_at_most_ten_characters() {
    let parse = |text: &str| PostalCode::parse(text, Country::GERMANY);
    assert_eq!(parse(" "), Err(ValueError::Required));
    assert_eq!(parse("12345678901"), Err(ValueError::TooLong { max: 10 }));
    assert_eq!(parse("123\u{0}45"), Err(ValueError::ForbiddenCharacter));
}

proptest! {
    #[test]
    fn an_accepted_postal_code_is_upper_case_ascii_and_stays(
        country in select(Country::ALL),
        raw in prop_oneof![arbitrary::text(11), "[0-9]{3,7}", "[A-Za-z0-9 -]{2,10}"],
    ) {
        if let Ok(code) = PostalCode::parse(&raw, country) {
            let text = code.as_str();
            prop_assert!(text.is_ascii() && !text.bytes().any(|b| b.is_ascii_lowercase()));
            prop_assert!((1..=10).contains(&text.len()));
            prop_assert_eq!(PostalCode::parse(text, country), Ok(code.clone()));
        }
    }

    #[test]
    fn a_country_survives_the_wire(country in select(Country::ALL)) {
        let bytes = postcard::to_extend(&country, Vec::new()).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Country>(&bytes).unwrap(), country);
    }
}

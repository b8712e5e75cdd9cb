//! Own data, number scheme, the state of the log's address, beginnings, letters to the support.

use domain::{
    audit_log::{Cursor, LogQuery, Person, Place, day_in},
    customer_form::PlausiblePhoneNumbers,
    form::{Form, FormField},
    reseller_form::{Field, ResellerForm},
    search::Beginnings,
    support::letter,
    values::{AccountId, NumberScheme, ValueError},
};
use proptest::prelude::*;

fn form() -> ResellerForm {
    ResellerForm {
        company: "Muster Hosting".to_owned(),
        email: "info@example.de".to_owned(),
        ..ResellerForm::default()
    }
}

#[test]
fn company_and_email_are_enough() {
    assert!(form().validate(&PlausiblePhoneNumbers).is_ok());
    let empty = ResellerForm::default().validate(&PlausiblePhoneNumbers);
    let faulty: Vec<_> = empty.unwrap_err().iter().map(|(field, _)| field).collect();
    assert_eq!(faulty, [Field::Company, Field::Email]);
}

#[test]
fn each_field_has_its_rule() {
    for (field, value, error) in [
        (Field::PostalCode, "1", None),
        (Field::Phone, "x", Some(ValueError::NotAPhoneNumber)),
        (Field::Website, "x", Some(ValueError::NotAWebsite)),
        (Field::Language, "fr", Some(ValueError::NotAChoice)),
        (Field::AddressForm, "", Some(ValueError::NotAChoice)),
        (Field::NumberPrefix, "2026", Some(ValueError::EndsInDigit)),
        (Field::NumberDigits, "", Some(ValueError::Required)),
        (
            Field::NumberDigits,
            "0",
            Some(ValueError::NotBetween { max: 12 }),
        ),
        (
            Field::NumberNext,
            "1.5",
            Some(ValueError::NotBetween {
                max: NumberScheme::MAX,
            }),
        ),
    ] {
        let mut form = form();
        value.clone_into(form.value_mut(field));
        let errors = form.validate(&PlausiblePhoneNumbers).unwrap_err();
        assert!(errors.get(field).is_some(), "{}", field.name());
        assert!(
            error.is_none() || errors.get(field) == error,
            "{}",
            field.name()
        );
    }
}

#[test]
fn numbers_are_filled_up_and_never_cut() {
    let number = |prefix: &str, digits, value| {
        let scheme = NumberScheme::new(prefix.to_owned(), digits);
        scheme.number(value).unwrap().as_str().to_owned()
    };
    assert_eq!(number("K-", 5, 42), "K-00042");
    assert_eq!(number("K-", 2, 12_345), "K-12345");
    assert_eq!(number("", 1, 7), "7");
    // The longest that can be made is a customer number.
    assert_eq!(
        number(&"ä".repeat(16), 12, NumberScheme::MAX)
            .chars()
            .count(),
        28
    );
}

#[test]
fn what_the_logs_address_does_not_say_right_counts_as_not_said() {
    for text in [
        "",
        "aelter=x",
        "von=31.12.2026",
        "bis=2026-02-30",
        "person=x",
        "aelter=-1.x",
        "x=y&&=",
    ] {
        assert_eq!(
            LogQuery::from_query_string(text),
            LogQuery::default(),
            "{text}"
        );
    }
}

#[test]
fn days_are_known_in_stored_values() {
    assert!(day_in("2026-11-25").is_some());
    assert!(day_in("2026-11-25T08:00:00+00:00").is_some());
    for other in [
        "2026-11-25x",
        "K-2026-1",
        "20261125",
        "2026-13-01",
        "ää-ää-ää-äö",
        "",
    ] {
        assert!(day_in(other).is_none(), "{other}");
    }
}

#[test]
fn an_address_is_searched_for_by_its_domain() {
    let beginnings = Beginnings::of("https://www.Müller.de/kontakt?x=1").unwrap();
    assert!(beginnings.domains.contains(&"muller.de".to_owned()));
    assert!(beginnings.domains.contains(&"mueller.de".to_owned()));
    assert_eq!(Beginnings::of(" \u{200b} "), None);
}

#[test]
fn a_letter_keeps_its_text_in_the_address() {
    let link = letter("a+b@example.org", "K&R = 1?", "eins\nzwei ä");
    assert_eq!(
        link,
        "mailto:a%2Bb@example.org?subject=K%26R%20%3D%201%3F&body=eins%0D%0Azwei%20%C3%A4"
    );
}

fn queries() -> impl Strategy<Value = LogQuery> {
    let place = prop_oneof![
        Just(Place::Newest),
        (0..=253_402_300_799_999_999_i64).prop_map(|micros| Place::OlderThan(Cursor {
            micros,
            id: AccountId::new().uuid()
        })),
        (0..=253_402_300_799_999_999_i64).prop_map(|micros| Place::NewerThan(Cursor {
            micros,
            id: AccountId::new().uuid()
        })),
    ];
    let person = prop_oneof![
        Just(Person::Anybody),
        Just(Person::Operator),
        Just(Person::Portal),
        Just(Person::Account(AccountId::new())),
    ];
    let day = proptest::option::of((1..=9999_i32, 1..=365_u32))
        .prop_map(|day| day.and_then(|(year, day)| chrono::NaiveDate::from_yo_opt(year, day)));
    (
        person,
        "[^\\s\\x00]{0,20}",
        "[a-z.]{0,20}",
        day.clone(),
        day,
        place,
    )
        .prop_map(|(person, customer, kind, from, to, place)| LogQuery {
            person,
            customer,
            kind,
            from,
            to,
            place,
        })
}

proptest! {
    #[test]
    fn the_logs_address_keeps_its_state(query in queries()) {
        prop_assert_eq!(LogQuery::from_query_string(&query.to_query_string()), query);
    }

    #[test]
    fn nothing_typed_makes_a_beginning_fail(typed in ".{0,40}") {
        let _ = Beginnings::of(&typed);
        let _ = day_in(&typed);
        let _ = LogQuery::from_query_string(&typed);
    }
}

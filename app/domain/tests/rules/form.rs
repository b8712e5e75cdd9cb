use domain::{
    country::Country,
    customer_form::{CustomerForm, Field, FieldErrors, PlausiblePhoneNumbers},
    form::{Form, FormField},
    values::ValueError,
};
use proptest::{collection::vec, prelude::*};

use crate::arbitrary;

fn filled() -> CustomerForm {
    CustomerForm {
        number: "123456".into(),
        company: "Testkunde 1".into(),
        last_name: "Müller".into(),
        first_name: "Max".into(),
        street: "Hauptstraße 1".into(),
        postal_code: "80331".into(),
        city: "München".into(),
        country: "DE".into(),
        phone: "089 123456".into(),
        mobile: "0171 1234567".into(),
        email: "max@example.de".into(),
        website: "example.de".into(),
    }
}

fn error_at(field: Field, typed: &str) -> Option<ValueError> {
    let mut form = filled();
    *form.value_mut(field) = typed.into();
    let errors = form.validate(&PlausiblePhoneNumbers).err()?;
    assert_eq!(errors.iter().count(), 1, "{errors:?}");
    errors.get(field)
}

#[test]
fn a_filled_form_becomes_a_customer() {
    let customer = filled().validate(&PlausiblePhoneNumbers).unwrap();
    assert_eq!(customer.number.as_str(), "123456");
    assert_eq!(customer.company.unwrap().as_str(), "Testkunde 1");
    assert_eq!(customer.last_name.as_str(), "Müller");
    assert_eq!(customer.first_name.as_str(), "Max");
    assert_eq!(customer.street.as_str(), "Hauptstraße 1");
    assert_eq!(customer.postal_code.as_str(), "80331");
    assert_eq!(customer.city.as_str(), "München");
    assert_eq!(customer.country, Country::GERMANY);
    assert_eq!(customer.email.as_str(), "max@example.de");
    assert_eq!(customer.website.unwrap().as_str(), "https://example.de");
}

#[test]
fn every_field_with_a_star_must_be_filled_and_no_other() {
    for field in Field::ALL.into_iter().filter(|f| *f != Field::Country) {
        let missing = field.is_required().then_some(ValueError::Required);
        assert_eq!(error_at(field, ""), missing, "{field:?}");
        assert_eq!(error_at(field, " \u{a0} "), missing, "{field:?}");
    }
}

#[test]
fn an_empty_form_asks_for_exactly_the_fields_with_a_star() {
    let errors = CustomerForm::default()
        .validate(&PlausiblePhoneNumbers)
        .unwrap_err();
    let asked: Vec<Field> = errors.iter().map(|(field, _)| field).collect();
    let starred: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|f| f.is_required() && *f != Field::Country)
        .collect();
    assert_eq!(asked, starred);
    assert_eq!(errors.first(), Some(Field::Number));
}

#[test]
fn every_field_has_its_limit() {
    for (field, max) in [
        (Field::Number, 32),
        (Field::Company, 100),
        (Field::LastName, 100),
        (Field::FirstName, 100),
        (Field::Street, 200),
        (Field::PostalCode, 10),
        (Field::City, 100),
        (Field::Phone, 40),
        (Field::Mobile, 40),
        (Field::Email, 254),
        (Field::Website, 2_048),
    ] {
        assert_eq!(
            error_at(field, &"1".repeat(10_000)),
            Some(ValueError::TooLong { max }),
            "{field:?}"
        );
    }
}

#[test]
fn no_field_takes_nul_or_a_change_of_direction() {
    for field in Field::ALL.into_iter().filter(|f| *f != Field::Country) {
        for typed in ["1\u{0}1", "1\u{202e}1"] {
            let error = error_at(field, typed);
            assert_eq!(error, Some(ValueError::ForbiddenCharacter), "{field:?}");
        }
    }
}

#[test]
fn each_field_has_its_own_refusal() {
    let germany = Country::GERMANY;
    for (field, typed, error) in [
        (
            Field::PostalCode,
            "1234",
            ValueError::NotAPostalCode { country: germany },
        ),
        (Field::Country, "XX", ValueError::NotACountry),
        (Field::Country, "", ValueError::NotACountry),
        (Field::Phone, "abc", ValueError::NotAPhoneNumber),
        (Field::Mobile, "12", ValueError::NotAPhoneNumber),
        (Field::Email, "max", ValueError::NotAnEmail),
        (Field::Website, "max", ValueError::NotAWebsite),
    ] {
        assert_eq!(error_at(field, typed), Some(error), "{field:?}");
    }
}

#[test]
fn a_new_country_settles_the_postal_code_anew() {
    let mut form = CustomerForm {
        country: "AT".into(),
        ..filled()
    };
    let mut errors = FieldErrors::default();
    form.recheck(Field::Country, &mut errors);
    let austria = "AT".parse().unwrap();
    let error = ValueError::NotAPostalCode { country: austria };
    assert_eq!(errors, FieldErrors::of(Field::PostalCode, error));
    form.country = "DE".into();
    form.recheck(Field::Country, &mut errors);
    assert!(errors.is_empty());
}

#[test]
fn a_new_country_asks_for_nothing_that_was_not_reached_yet() {
    let mut errors = FieldErrors::default();
    CustomerForm::default().recheck(Field::Country, &mut errors);
    assert!(errors.is_empty());
}

#[test]
fn an_error_goes_when_it_is_put_right() {
    let mut errors = FieldErrors::of(Field::Number, ValueError::Taken);
    filled().recheck(Field::Number, &mut errors);
    assert!(errors.is_empty());
}

#[test]
fn fields_have_different_names_that_the_form_is_sent_with() {
    let sent = serde_json::to_value(filled()).unwrap();
    let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    assert_eq!(sent.as_object().unwrap().len(), names.len());
    for field in Field::ALL {
        assert_eq!(sent[field.name()], filled().value(field), "{field:?}");
    }
}

/// A filled form with some fields overwritten.
fn forms() -> impl Strategy<Value = CustomerForm> {
    vec((0..12_usize, arbitrary::text(12)), 0..6).prop_map(|changes| {
        let mut form = filled();
        for (field, typed) in changes {
            *form.value_mut(Field::ALL[field]) = typed;
        }
        form
    })
}

proptest! {
    #[test]
    fn a_field_alone_is_judged_as_in_the_whole_form(form in forms()) {
        let errors = form.validate(&PlausiblePhoneNumbers).err().unwrap_or_default();
        for field in Field::ALL {
            let alone = form.validate_field(field, &PlausiblePhoneNumbers);
            prop_assert_eq!(alone, errors.get(field));
        }
    }

    #[test]
    fn a_refused_form_names_a_field(form in forms()) {
        if let Err(errors) = form.validate(&PlausiblePhoneNumbers) {
            prop_assert!(errors.first().is_some());
        }
    }
}

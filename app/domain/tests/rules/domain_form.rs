//! The form for a domain.

use chrono::NaiveDate;
use domain::{
    domain_form::{DomainField, DomainForm, PlausibleDomainNames, parse_day, written_day},
    domain_state::{RenewalMode, TransferLock, Verification, Zone},
    form::{Form, FormField},
    ports::DomainNames,
    refusal::Refusal,
    values::{DomainName, ValueError},
};
use proptest::prelude::*;

fn good() -> DomainForm {
    DomainForm {
        domain: "müller.de".to_owned(),
        contract: "D-0001".to_owned(),
        registrar: "INWX".to_owned(),
        ..DomainForm::default()
    }
}

#[test]
fn a_fresh_form_lacks_name_contract_and_registrar_and_knows_nothing_of_the_state() {
    let errors = DomainForm::default()
        .validate(&PlausibleDomainNames)
        .unwrap_err();
    let faulty: Vec<_> = errors.iter().collect();
    assert_eq!(
        faulty,
        [
            (DomainField::Domain, ValueError::Required),
            (DomainField::Contract, ValueError::Required),
            (DomainField::Registrar, ValueError::Required),
        ]
    );
    let required = DomainField::FIELDS
        .iter()
        .filter(|field| field.is_required());
    assert_eq!(required.count(), 3);
}

#[test]
fn a_good_form_becomes_a_domain() {
    let form = DomainForm {
        domain: " Mueller.de ".to_owned(),
        status: "inactive".to_owned(),
        verification: "pending".to_owned(),
        verification_until: "31.12.2026".to_owned(),
        zone: "missing".to_owned(),
        transfer_lock: "off".to_owned(),
        renewal_mode: "AUTOEXPIRE".to_owned(),
        ..good()
    };
    let new = form.validate(&PlausibleDomainNames).unwrap();
    assert_eq!(new.name.as_str(), "mueller.de");
    assert!(!new.active);
    let until = NaiveDate::from_ymd_opt(2026, 12, 31);
    assert_eq!(new.flags.verification, Verification::Pending { until });
    assert_eq!(new.flags.zone, Zone::Missing);
    assert_eq!(new.flags.transfer_lock, TransferLock::Off);
    assert_eq!(new.flags.renewal, RenewalMode::AutoExpire);
}

#[test]
fn a_deadline_counts_only_while_the_verification_is_pending() {
    let mut form = good();
    form.verification_until = "gestern".to_owned();
    let new = form.validate(&PlausibleDomainNames).unwrap();
    assert_eq!(new.flags.verification, Verification::Unknown);

    form.verification = "pending".to_owned();
    let errors = form.validate(&PlausibleDomainNames).unwrap_err();
    assert_eq!(
        errors.get(DomainField::VerificationUntil),
        Some(ValueError::NotADay)
    );
    assert_eq!(errors.get(DomainField::Verification), None);

    let mut errors = form.errors();
    form.verification = "ok".to_owned();
    form.recheck(DomainField::Verification, &mut errors);
    assert!(errors.is_empty(), "the message goes with its reason");
}

#[test]
fn every_choice_is_taken_and_nothing_else() {
    for field in DomainField::ALL {
        let mut form = good();
        for choice in field.choices() {
            (*choice).clone_into(form.value_mut(field));
            assert_eq!(form.error(field), None, "{field:?} {choice}");
        }
        if !field.choices().is_empty() {
            "etwas".clone_into(form.value_mut(field));
            assert_eq!(form.error(field), Some(ValueError::NotAChoice), "{field:?}");
        }
    }
}

#[test]
fn too_long_texts_are_refused() {
    let mut form = good();
    form.contract = "a".repeat(65);
    form.registrar = "a".repeat(33);
    let errors = form.errors();
    assert_eq!(
        errors.get(DomainField::Contract),
        Some(ValueError::TooLong { max: 64 })
    );
    assert_eq!(
        errors.get(DomainField::Registrar),
        Some(ValueError::TooLong { max: 32 })
    );
}

#[test]
fn a_days_spellings_are_read_and_others_are_not() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    for typed in ["2026-03-09", "09.03.2026", "9.3.2026", " 2026-03-09 "] {
        assert_eq!(parse_day(typed), Ok(day), "{typed}");
    }
    assert_eq!(written_day(day), "2026-03-09");
    for typed in [
        "",
        "2026",
        "9.3.26",
        "2026-3",
        "31.02.2026",
        "2026-13-01",
        "09-03-2026",
        "2026.03.09",
        "9.3.1969",
        "heute",
        "+9.3.2026",
        "2026-03-09T00:00",
        "9-3.2026",
    ] {
        assert_eq!(parse_day(typed), Err(ValueError::NotADay), "{typed}");
    }
}

#[test]
fn the_browser_takes_what_could_be_a_name() {
    for typed in [
        "a.de",
        "müller.de",
        "MÜLLER.DE",
        "xn--mller-kva.de",
        "a.b.c.de",
        "пример.рф",
        "例え。jp",
        "a.de.",
        "क्षेत्र.भारत",
    ] {
        assert!(PlausibleDomainNames.parse(typed).is_ok(), "{typed}");
    }
    for typed in [
        "",
        "de",
        "a b.de",
        "http://a.de",
        "a@b.de",
        "-a.de",
        "a..de",
        "1.2.3.4",
        "a.d",
        "a_b.de",
    ] {
        assert!(PlausibleDomainNames.parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_stored_name_is_lower_case_ascii_with_a_dot() {
    assert!(DomainName::from_ascii("xn--mller-kva.de").is_ok());
    for text in [
        "MUELLER.de",
        "müller.de",
        "de",
        "a.de.",
        "",
        "a..de",
        "a.12",
    ] {
        assert!(DomainName::from_ascii(text).is_err(), "{text}");
    }
    let long = format!("{}.de", "a.".repeat(126));
    assert!(DomainName::from_ascii(&long).is_err());
}

#[test]
fn the_errors_come_back_out_of_the_refusal() {
    let errors = DomainForm::default().errors();
    assert_eq!(Refusal::from(errors.clone()).errors(), Some(errors));
}

proptest! {
    #[test]
    fn no_text_makes_the_rules_panic(typed in any::<String>(), until in any::<String>()) {
        let form = DomainForm {
            domain: typed.clone(),
            contract: typed,
            verification: "pending".to_owned(),
            verification_until: until.clone(),
            as_of: until,
            ..DomainForm::default()
        };
        let _ = form.validate(&PlausibleDomainNames);
    }
}

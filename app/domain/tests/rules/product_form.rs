//! The form for a product of the reseller's own.

use chrono::NaiveDate;
use domain::{
    form::{Form, FormField},
    keys::product_keys,
    product_form::{ProductField, ProductForm},
    product_record::PickedProduct,
    refusal::Refusal,
    values::ValueError,
};
use proptest::prelude::*;

fn good() -> ProductForm {
    ProductForm {
        name: "Webhosting".to_owned(),
        since: "31.01.2024".to_owned(),
        ..ProductForm::default()
    }
}

#[test]
fn a_fresh_form_lacks_name_and_day() {
    let errors = ProductForm::default().validate().unwrap_err();
    let faulty: Vec<_> = errors.iter().collect();
    assert_eq!(
        faulty,
        [
            (ProductField::Name, ValueError::Required),
            (ProductField::Since, ValueError::Required),
        ]
    );
    for field in ProductField::FIELDS {
        assert_eq!(field.is_required(), errors.get(*field).is_some());
    }
}

#[test]
fn contract_and_customer_may_be_missing() {
    let new = good().validate().unwrap();
    assert_eq!(new.contract, None);
    assert_eq!(new.customer, None);
    assert_eq!(new.since, NaiveDate::from_ymd_opt(2024, 1, 31).unwrap());
    let form = ProductForm {
        contract: " RV-1 ".to_owned(),
        customer: " A-1 ".to_owned(),
        ..good()
    };
    let new = form.validate().unwrap();
    assert_eq!(new.contract.unwrap().as_str(), "RV-1");
    assert_eq!(new.customer.unwrap().as_str(), "A-1");
}

#[test]
fn what_does_not_fit_is_said_at_its_field() {
    let form = ProductForm {
        name: "a".repeat(201),
        contract: "a".repeat(65),
        since: "gestern".to_owned(),
        customer: "a".repeat(33),
    };
    let errors = form.errors();
    for (field, error) in [
        (ProductField::Name, ValueError::TooLong { max: 200 }),
        (ProductField::Contract, ValueError::TooLong { max: 64 }),
        (ProductField::Since, ValueError::NotADay),
        (ProductField::Customer, ValueError::TooLong { max: 32 }),
    ] {
        assert_eq!(errors.get(field), Some(error));
    }
}

#[test]
fn the_errors_come_back_out_of_the_refusal() {
    let errors = ProductForm::default().errors();
    assert_eq!(Refusal::from(errors.clone()).errors(), Some(errors));
}

#[test]
fn a_product_is_found_by_its_name_and_its_article_and_contract() {
    let bought = product_keys("Größe L", Some("10010"), Some("V-1"));
    assert_eq!(bought.name, "grosse l");
    assert_eq!(bought.search, "grosse l\n10010 · v-1");
    let own = product_keys("Größe L", None, Some("V-1"));
    assert_eq!(own.search, "grosse l\nv-1");
}

proptest! {
    #[test]
    fn no_text_makes_the_rules_panic(typed in any::<String>()) {
        let form = ProductForm {
            name: typed.clone(),
            contract: typed.clone(),
            since: typed.clone(),
            customer: typed.clone(),
        };
        prop_assert_eq!(form.validate().is_ok(), form.errors().is_empty());
        let _ = typed.parse::<PickedProduct>();
    }
}

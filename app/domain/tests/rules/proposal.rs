use domain::{
    customer::NewCustomer,
    customer_form::{CustomerForm, Field, PlausiblePhoneNumbers},
    proposal::{changed_fields, with_changes},
};

fn stored() -> CustomerForm {
    CustomerForm {
        number: "4711".to_owned(),
        last_name: "Huber".to_owned(),
        first_name: "Anton".to_owned(),
        street: "Hauptstraße 1".to_owned(),
        postal_code: "10115".to_owned(),
        city: "Berlin".to_owned(),
        phone: "+4930901820".to_owned(),
        mobile: "+4915123456789".to_owned(),
        email: "anton@example.de".to_owned(),
        ..CustomerForm::default()
    }
}

fn typed(change: impl FnOnce(&mut CustomerForm)) -> NewCustomer {
    let mut form = stored();
    change(&mut form);
    form.validate(&PlausiblePhoneNumbers).unwrap()
}

#[test]
fn only_what_differs_is_proposed_in_the_order_of_the_form() {
    let new = typed(|form| {
        form.website = "www.example.de".to_owned();
        form.city = "  Potsdam ".to_owned();
        form.company = String::new();
    });
    let expected = vec![
        (Field::City, "Potsdam".to_owned()),
        (Field::Website, "https://www.example.de".to_owned()),
    ];
    assert_eq!(changed_fields(&stored(), &new), expected);
}

#[test]
fn what_is_stored_already_is_no_proposal() {
    assert_eq!(changed_fields(&stored(), &typed(|_| ())), vec![]);
}

#[test]
fn a_value_can_be_taken_away() {
    let mut today = stored();
    today.company = "Alt GmbH".to_owned();
    let expected = vec![(Field::Company, String::new())];
    assert_eq!(changed_fields(&today, &typed(|_| ())), expected);
}

#[test]
fn the_number_is_never_proposed_and_never_changed() {
    let new = typed(|form| form.number = "1".to_owned());
    assert_eq!(changed_fields(&stored(), &new), vec![]);
    let changes = [(Field::Number, "1".to_owned())];
    let same = with_changes(&stored(), &changes).unwrap();
    assert_eq!(same.number.as_str(), "4711");
}

#[test]
fn accepted_fields_change_and_the_others_stay() {
    let changes = [(Field::City, "Potsdam".to_owned())];
    let new = with_changes(&stored(), &changes).unwrap();
    let expected = CustomerForm {
        city: "Potsdam".to_owned(),
        ..stored()
    };
    assert_eq!(CustomerForm::from(&new), expected);
}

#[test]
fn fields_that_fit_only_together_are_refused_apart() {
    let country = (Field::Country, "AT".to_owned());
    let postal_code = (Field::PostalCode, "1010".to_owned());
    let errors = with_changes(&stored(), std::slice::from_ref(&postal_code)).unwrap_err();
    assert_eq!(errors.first(), Some(Field::PostalCode));
    assert!(with_changes(&stored(), &[postal_code, country]).is_ok());
}

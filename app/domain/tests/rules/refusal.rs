use domain::{
    form::FieldErrors, packed::Packed, product_form::ProductField, refusal::Refusal,
    user_form::UserField, values::ValueError,
};

#[test]
fn the_errors_of_one_form_are_none_of_another() {
    let taken = Refusal::from(FieldErrors::of(
        UserField::UserName,
        ValueError::UserNameTaken,
    ));
    let errors = taken.errors::<UserField>().unwrap();
    assert_eq!(
        errors.get(UserField::UserName),
        Some(ValueError::UserNameTaken)
    );
    assert_eq!(taken.errors::<ProductField>(), None);
    assert_eq!(Refusal::Changed.errors::<UserField>(), None);
}

#[test]
fn what_is_packed_is_opened_after_its_way() {
    let packed = Packed::of(&(7_u8, "Müller".to_owned()));
    let sent = serde_json::to_string(&packed).unwrap();
    let received: Packed<(u8, String)> = serde_json::from_str(&sent).unwrap();
    assert_eq!(received, packed);
    assert_eq!(received.open(), Some((7, "Müller".to_owned())));
}

#[test]
fn bytes_that_hold_something_else_are_not_opened() {
    for sent in ["[]", "[200]", "[3, 65]", "[1, 255]"] {
        let packed: Packed<String> = serde_json::from_str(sent).unwrap();
        assert_eq!(packed.open(), None, "{sent}");
    }
}

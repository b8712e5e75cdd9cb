use domain::{
    form::{FieldErrors, Form, FormField},
    principal::{Desk, Principal, Role, SignedIn},
    refusal::{Invalid, Refusal},
    rights::Right,
    staff::of_somebody_else,
    staff_form::{StaffField, StaffForm},
    user_form::{UserField, UserForm},
    values::{AccountId, ResellerId, ValueError},
};

fn form() -> StaffForm {
    StaffForm {
        person: UserForm {
            user_name: "anna".to_owned(),
            first_name: "Anna".to_owned(),
            last_name: "Amt".to_owned(),
            email: "anna@example.de".to_owned(),
        },
        right: "edit".to_owned(),
    }
}

#[test]
fn a_form_that_is_right_gives_person_and_right() {
    let staff = form().validate().unwrap();
    assert_eq!(staff.right, Right::Edit);
    assert_eq!(StaffForm::from(&staff), form());
}

#[test]
fn an_empty_form_gives_the_least_right_and_names_every_other_field() {
    let empty = StaffForm::default();
    assert_eq!(Right::of_word(&empty.right), Some(Right::View));
    let errors = empty.validate().unwrap_err();
    let faulty: Vec<_> = errors.iter().map(|(field, _)| field).collect();
    assert_eq!(faulty, UserField::ALL.map(StaffField::Person));
}

#[test]
fn a_right_that_does_not_exist_is_no_choice() {
    let mut form = form();
    form.value_mut(StaffField::Right).push('x');
    let errors = form.validate().unwrap_err();
    assert_eq!(errors.get(StaffField::Right), Some(ValueError::NotAChoice));
    assert_eq!(errors.iter().count(), 1);
}

#[test]
fn a_taken_name_is_said_at_the_user_name() {
    let taken = FieldErrors::of(UserField::UserName, ValueError::UserNameTaken);
    let errors = StaffField::errors_in(Invalid::User(taken)).unwrap();
    assert_eq!(
        errors.first(),
        Some(StaffField::Person(UserField::UserName))
    );
}

#[test]
fn nobody_takes_the_own_access_away() {
    let (own, other) = (AccountId::new(), AccountId::new());
    let shown = SignedIn {
        name: String::new(),
        reseller_number: String::new(),
        role: Role::Staff(Right::Manage),
    };
    #[expect(clippy::disallowed_methods, reason = "the test is the session layer")]
    let principal = Principal::new(own, ResellerId::new(), shown);
    let desk = principal.desk().unwrap();
    assert_eq!(of_somebody_else(&desk, own), Err(Refusal::OwnAccount));
    assert_eq!(of_somebody_else(&desk, other), Ok(()));
    let operator = Desk::of_operator(ResellerId::new());
    assert_eq!(of_somebody_else(&operator, own), Ok(()));
}

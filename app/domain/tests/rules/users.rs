use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    form::Form,
    user::{Invitation, InvitationFacts, InvitationMail},
    user_form::{UserField, UserForm},
    values::ValueError,
};

fn moment(hours: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::hours(hours)
}

fn state(facts: InvitationFacts) -> Invitation {
    Invitation::at(moment(100), facts)
}

const NOTHING: InvitationFacts = InvitationFacts {
    has_password: false,
    invited_at: None,
    mail: None,
};

#[test]
fn who_has_a_password_has_accepted_whatever_else_is_known() {
    let facts = InvitationFacts {
        has_password: true,
        invited_at: Some(moment(1)),
        mail: Some(InvitationMail::Failed(moment(1))),
    };
    assert_eq!(state(facts), Invitation::Accepted);
}

#[test]
fn an_invitation_is_sent_when_the_mail_server_took_it_and_expires_a_day_later() {
    let sent = |at| InvitationFacts {
        invited_at: Some(at),
        mail: Some(InvitationMail::Sent(at)),
        ..NOTHING
    };
    assert_eq!(state(NOTHING), Invitation::NotSent);
    assert_eq!(state(sent(moment(77))), Invitation::Sent);
    assert_eq!(state(sent(moment(76))), Invitation::Expired);
    let waits_again = InvitationFacts {
        mail: Some(InvitationMail::Waiting),
        ..sent(moment(77))
    };
    assert_eq!(state(waits_again), Invitation::NotSent);
}

#[test]
fn of_a_refused_mail_and_a_link_by_hand_the_later_one_counts() {
    let refused = |invited_at| InvitationFacts {
        invited_at,
        mail: Some(InvitationMail::Failed(moment(90))),
        ..NOTHING
    };
    assert_eq!(state(refused(None)), Invitation::Undeliverable);
    assert_eq!(state(refused(Some(moment(80)))), Invitation::Undeliverable);
    assert_eq!(state(refused(Some(moment(95)))), Invitation::LinkGiven);
}

#[test]
fn every_field_of_a_user_is_needed_and_the_address_must_be_one() {
    let errors = UserForm::default().validate().unwrap_err();
    for field in UserField::ALL {
        assert_eq!(errors.get(field), Some(ValueError::Required));
    }
    let mut form = UserForm {
        user_name: " eva ".to_owned(),
        first_name: "Eva".to_owned(),
        last_name: "Öl".to_owned(),
        email: "eva".to_owned(),
    };
    assert_eq!(form.error(UserField::Email), Some(ValueError::NotAnEmail));
    form.email.push_str("@example.de");
    assert_eq!(form.validate().unwrap().user_name.as_str(), "eva");
}

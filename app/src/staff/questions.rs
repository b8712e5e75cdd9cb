//! The questions "Mitarbeiter löschen" and "Einladung erneut senden".

use domain::{refusal::Refusal, staff::StaffRow};
use leptos::prelude::*;

use super::one_staff::{OneStaff, PAGE, cancel};
use crate::{
    customers::PassOn,
    frame::FrameState,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::ProblemAlert,
};

/// `/verwaltung/mitarbeiter/{id}/loeschen`
#[component]
pub fn DeleteStaff() -> impl IntoView {
    view! {
        <OneStaff
            title=texts().staff().delete
            alert=true
            render=|row| view! { <Delete row /> }.into_any()
        />
    }
}

#[component]
fn Delete(row: StaffRow) -> impl IntoView {
    let words = texts().staff();
    let action = format!("{PAGE}/{}/loeschen", row.id);
    view! {
        <p>{(words.delete_question)(&row.record.person.user_name)}</p>
        <p>{words.account_goes}</p>
        {declined()}
        <form method="post" action=action class="buttons">
            <button class="danger">{texts().general.delete}</button>
            {cancel()}
        </form>
    }
}

/// `/verwaltung/mitarbeiter/{id}/einladen`
#[component]
pub fn InviteStaff() -> impl IntoView {
    let title = invite_words();
    view! { <OneStaff title render=|row| view! { <Invite row /> }.into_any() /> }
}

#[component]
fn Invite(row: StaffRow) -> impl IntoView {
    if let Some(Submitted::UserLink { user_name, link }) = submitted() {
        return view! { <PassOn user_name link page=PAGE.to_owned() /> }.into_any();
    }
    let action = format!("{PAGE}/{}/einladen", row.id);
    view! {
        <p>{(texts().users().invite_question)(&row.record.person.user_name)}</p>
        {declined()}
        <form method="post" action=action class="buttons">
            <button class="primary">{invite_words()}</button>
            {cancel()}
        </form>
    }
    .into_any()
}

fn invite_words() -> &'static str {
    let words = texts().users();
    if FrameState::current().mails {
        words.invite
    } else {
        words.new_link
    }
}

/// What went wrong with the form that this page answers.
pub(super) fn declined() -> impl IntoView {
    let refusal: Option<Refusal> = match submitted() {
        Some(Submitted::StaffAction { refusal } | Submitted::UserAction { refusal }) => {
            Some(refusal)
        }
        _ => None,
    };
    view! { <ProblemAlert problem=refusal.map(Into::into) /> }
}

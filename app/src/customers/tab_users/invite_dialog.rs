//! The question "Einladung erneut senden", and the link where no mail server is.

use domain::user::UserRow;
use leptos::prelude::*;

use super::one_user::{OneUser, PassOn, cancel, declined};
use crate::{
    frame::FrameState,
    locale::texts,
    submitted::{Submitted, submitted},
};

/// `/mkm/kunden/{id}/benutzer/{user}/einladen`
#[component]
pub fn InviteUser() -> impl IntoView {
    let words = texts().users();
    let title = if FrameState::current().mails {
        words.invite
    } else {
        words.new_link
    };
    view! { <OneUser title render=|user, page| view! { <Question user page /> }.into_any() /> }
}

#[component]
fn Question(user: UserRow, page: String) -> impl IntoView {
    let refusal = match submitted() {
        Some(Submitted::UserLink { user_name, link }) => {
            return view! { <PassOn user_name link page /> }.into_any();
        }
        Some(Submitted::UserAction { refusal }) => Some(refusal),
        _ => None,
    };
    let words = texts().users();
    let submit = if FrameState::current().mails {
        words.invite
    } else {
        words.new_link
    };
    let action = format!("{page}/{}/einladen", user.id);
    view! {
        <p>{(words.invite_question)(&user.record.user_name)}</p>
        {declined(refusal)}
        <form method="post" action=action class="buttons">
            <button class="primary">{submit}</button>
            {cancel(page)}
        </form>
    }
    .into_any()
}

//! The question "Benutzer löschen".

use domain::user::UserRow;
use leptos::prelude::*;

use super::one_user::{OneUser, cancel, declined};
use crate::{
    locale::texts,
    submitted::{Submitted, submitted},
};

/// `/mkm/kunden/{id}/benutzer/{user}/loeschen`
#[component]
pub fn DeleteUser() -> impl IntoView {
    view! {
        <OneUser
            title=texts().users().delete
            alert=true
            render=|user, page| view! { <Question user page /> }.into_any()
        />
    }
}

#[component]
fn Question(user: UserRow, page: String) -> impl IntoView {
    let words = texts().users();
    let refusal = match submitted() {
        Some(Submitted::UserAction { refusal }) => Some(refusal),
        _ => None,
    };
    let what_goes = match user.customers.saturating_sub(1) {
        0 => words.account_goes.to_owned(),
        others => (words.link_goes)(others),
    };
    let action = format!("{page}/{}/loeschen", user.id);
    view! {
        <p>{(words.delete_question)(&user.record.user_name)}</p>
        <p>{what_goes}</p>
        {declined(refusal)}
        <form method="post" action=action class="buttons">
            <button class="danger">{texts().general.delete}</button>
            {cancel(page)}
        </form>
    }
}

//! The dialog "Sitzungen" of a portal user.

use domain::user::UserRow;
use leptos::prelude::*;

use super::one_user::{OneUser, cancel};
use crate::{locale::texts, staff::SessionsOf};

/// `/mkm/kunden/{id}/benutzer/{user}/sitzungen`
#[component]
pub fn UserSessions() -> impl IntoView {
    view! {
        <OneUser
            title=texts().staff().sessions
            render=|user, page| view! { <Sessions user page /> }.into_any()
        />
    }
}

#[component]
fn Sessions(user: UserRow, page: String) -> impl IntoView {
    let action = format!("{page}/{}/sitzungen", user.id);
    view! { <SessionsOf account=user.id action cancel=cancel(page).into_any() /> }
}

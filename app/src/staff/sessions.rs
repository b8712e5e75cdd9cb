//! Where somebody else is signed in.

use domain::{
    staff::{AccountSessions, OthersSession, StaffRow},
    values::AccountId,
};
use leptos::prelude::*;

use super::{
    api::fetch_sessions_of_account,
    one_staff::{OneStaff, PAGE, cancel},
    questions::declined,
};
use crate::{
    locale::texts,
    ui::{Loading, ProblemAlert},
    wire::from_server,
};

/// `/verwaltung/mitarbeiter/{id}/sitzungen`
#[component]
pub fn StaffSessions() -> impl IntoView {
    view! {
        <OneStaff
            title=texts().staff().sessions
            render=|row| view! { <OfStaff row /> }.into_any()
        />
    }
}

#[component]
fn OfStaff(row: StaffRow) -> impl IntoView {
    let action = format!("{PAGE}/{}/sitzungen", row.id);
    view! { <SessionsOf account=row.id action cancel=cancel().into_any() /> }
}

/// The sessions of an account, and the button that ends them all.
#[component]
pub(crate) fn SessionsOf(
    account: AccountId,
    /// Where the form is sent.
    action: String,
    /// What leads back.
    cancel: AnyView,
) -> impl IntoView {
    let found = from_server(move || account, fetch_sessions_of_account);
    view! {
        <Transition fallback=Loading>
            {move || {
                found
                    .get()
                    .map(|answer| match answer {
                        Ok(sessions) => view! { <List sessions /> }.into_any(),
                        Err(problem) => view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
                    })
            }}
        </Transition>
        {declined()}
        <form method="post" action=action class="buttons">
            <button class="danger">{texts().staff().end_sessions}</button>
            {cancel}
        </form>
    }
}

#[component]
fn List(sessions: AccountSessions) -> impl IntoView {
    let words = texts().staff();
    let count = u32::try_from(sessions.sessions.len()).unwrap_or(u32::MAX);
    let rows = sessions.sessions.into_iter().map(session).collect_view();
    view! {
        <p>{(words.sessions_count)(&sessions.user_name, count)}</p>
        <ul class="sessions">{rows}</ul>
    }
}

fn session(session: OthersSession) -> impl IntoView {
    let words = texts().account();
    let browser = if session.browser.is_empty() {
        words.unknown_browser.to_owned()
    } else {
        session.browser
    };
    view! {
        <li>
            <span>
                <strong>{browser}</strong>
                " "
                <small>{(words.used)(session.last_seen, session.begun)}</small>
            </span>
        </li>
    }
}

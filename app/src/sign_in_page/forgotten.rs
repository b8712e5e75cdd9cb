//! `/passwort-vergessen`: asking for a link.

use leptos::prelude::*;

use super::Entrance;
use crate::{
    frame::FrameState,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::TextField,
};

#[component]
pub(crate) fn ForgottenPage() -> impl IntoView {
    let words = texts().users();
    let content = if FrameState::current().mails {
        view! { <ForgottenForm /> }.into_any()
    } else {
        view! { <WhomToAsk /> }.into_any()
    };
    view! {
        <Entrance title=words.forgotten_title>
            {content}
            <p class="aside-link">
                <a href="/anmelden" rel="external">{words.to_sign_in}</a>
            </p>
        </Entrance>
    }
}

#[component]
fn ForgottenForm() -> impl IntoView {
    let words = texts().users();
    let answer = match submitted() {
        Some(Submitted::Forgotten { throttled: None }) => {
            return view! { <div role="status" class="status"><p>{words.forgotten_sent}</p></div> }
                .into_any();
        }
        Some(Submitted::Forgotten {
            throttled: Some(seconds),
        }) => Some((words.forgotten_throttled)(seconds)),
        _ => None,
    };
    view! {
        <p>{words.forgotten_intro}</p>
        {answer.map(|sentence| view! { <p role="alert">{sentence}</p> })}
        <form method="post" action="/passwort-vergessen">
            <TextField
                name="benutzername"
                label=words.forgotten_name
                autocomplete="username"
                required=true
            />
            <button class="primary">{words.forgotten_submit}</button>
        </form>
    }
    .into_any()
}

/// Where no mail can be sent.
#[component]
fn WhomToAsk() -> impl IntoView {
    let state = FrameState::current();
    let support = state.support;
    let email = support
        .email
        .map(|email| view! { <li><a href=format!("mailto:{email}")>{email.clone()}</a></li> });
    let phone = support.phone.map(|phone| view! { <li>{phone}</li> });
    let page = support
        .url
        .map(|url| view! { <li><a href=url.clone() rel="external">{url.clone()}</a></li> });
    view! {
        <p>{texts().users().forgotten_ask}</p>
        <ul>
            <li>{state.provider_name}</li>
            {email}
            {phone}
            {page}
        </ul>
    }
}

//! `/email/{token}`: the link in the mail to a new address. Opening it changes nothing, because programs
//! that check mails open links, too; the button does.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    locale::texts,
    sign_in_page::Entrance,
    submitted::{ConfirmEmail, Submitted, submitted},
};

#[component]
pub fn ConfirmEmailPage() -> impl IntoView {
    let words = texts().account();
    let content = match submitted() {
        Some(Submitted::ConfirmEmail(ConfirmEmail::Open { user_name, email })) => {
            view! { <Question user_name email /> }.into_any()
        }
        Some(Submitted::ConfirmEmail(ConfirmEmail::Unavailable)) => {
            view! { <p role="alert">{texts().problem.unavailable}</p> }.into_any()
        }
        _ => view! { <p role="alert">{words.confirm_gone}</p> }.into_any(),
    };
    view! {
        <Entrance title=words.confirm_title>
            {content}
            <p class="aside-link">
                <a href="/" rel="external">{words.to_start}</a>
            </p>
        </Entrance>
    }
}

#[component]
fn Question(user_name: String, email: String) -> impl IntoView {
    let words = texts().account();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    view! {
        <p>{(words.confirm_question)(&user_name, &email)}</p>
        <form method="post" action=format!("/email/{token}")>
            <button class="primary">{words.confirm}</button>
        </form>
    }
}

//! `/passwort/{token}`: setting a password by a one-time link.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::Entrance;
use crate::{
    locale::{Texts, texts},
    submitted::{NewPasswordProblem, Submitted, submitted},
    ui::TextField,
};

#[component]
pub(crate) fn NewPasswordPage() -> impl IntoView {
    let texts = texts();
    let words = texts.sign_in();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let problem = match submitted() {
        Some(Submitted::NewPassword { problem }) => Some(problem),
        _ => None,
    };
    view! {
        <Entrance title=words.new_title>
            <p>{words.new_intro}</p>
            {problem.map(|problem| view! { <p role="alert">{new_password_sentence(texts, problem)}</p> })}
            <form method="post" action=format!("/passwort/{token}")>
                <TextField
                    name="passwort"
                    label=words.new_password
                    kind="password"
                    autocomplete="new-password"
                    required=true
                />
                <TextField
                    name="wiederholung"
                    label=words.repeat
                    kind="password"
                    autocomplete="new-password"
                    required=true
                />
                <button class="primary">{words.new_submit}</button>
            </form>
        </Entrance>
    }
}

fn new_password_sentence(texts: &Texts, problem: NewPasswordProblem) -> String {
    match problem {
        NewPasswordProblem::Rejected(error) => texts.password_error(error),
        NewPasswordProblem::Differ => texts.sign_in().differ.to_owned(),
        NewPasswordProblem::LinkGone => texts.sign_in().link_gone.to_owned(),
        NewPasswordProblem::Unavailable => texts.problem.unavailable.to_owned(),
    }
}

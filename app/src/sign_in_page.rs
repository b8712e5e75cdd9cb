//! Signing in, and setting a password by a one-time link. Both are plain forms: the page that
//! follows belongs to somebody else and is loaded anew anyway.

mod code;
mod forgotten;
mod new_password;

pub(crate) use code::CodePage;
pub(crate) use forgotten::ForgottenPage;
pub(crate) use new_password::NewPasswordPage;

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    account::{Asking, PasskeyButton},
    address::parameter,
    frame::{FrameState, Preferences},
    locale::{Texts, texts},
    submitted::{SignInProblem, Submitted, submitted},
    ui::TextField,
};

/// `/anmelden`
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let texts = texts();
    let words = texts.sign_in();
    let (user_name, problem) = match submitted() {
        Some(Submitted::SignIn { user_name, problem }) => (user_name, Some(problem)),
        _ => (String::new(), None),
    };
    let done = if parameter("passwort").is_some() {
        Some(words.password_stored)
    } else {
        parameter("email").map(|_| texts.account().email_changed)
    };
    // Sent back from the page that asks for the code.
    let late = problem.is_none() && parameter("code").is_some();
    let back = parameter("zurueck").unwrap_or_default();
    let to = back.clone();
    view! {
        <Entrance title=words.title>
            <p>{words.intro}</p>
            {FrameState::current().demo.then(|| view! { <p class="demo">{texts.frame.demo_notice}</p> })}
            {done.map(|done| view! { <div role="status" class="status"><p>{done}</p></div> })}
            {late.then(|| view! { <p role="alert">{texts.second_factor().expired}</p> })}
            {problem.map(|problem| view! { <p role="alert">{sign_in_sentence(texts, problem)}</p> })}
            <form method="post" action="/anmelden">
                <input type="hidden" name="zurueck" value=back />
                <TextField
                    name="benutzername"
                    label=words.user_name
                    value=user_name
                    autocomplete="username"
                    required=true
                />
                <TextField
                    name="passwort"
                    label=words.password
                    kind="password"
                    autocomplete="current-password"
                    required=true
                />
                <button class="primary">{words.submit}</button>
            </form>
            <form method="post" action="/anmelden/passkey">
                <input type="hidden" name="zurueck" value=to />
                <PasskeyButton asking=Asking::SignIn label=texts.passkeys().sign_in />
            </form>
            <p class="aside-link">
                <a href="/passwort-vergessen" rel="external">{texts.users().forgotten}</a>
            </p>
        </Entrance>
    }
}

/// A page before sign-in: no menu, one card.
#[component]
pub(crate) fn Entrance<V>(title: &'static str, children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    view! {
        <Title text=title />
        <div class="entrance">
            <main class="card">
                <p class="brand">{texts().general.product}</p>
                <h1>{title}</h1>
                {children.into_inner()()}
            </main>
            <footer>
                <Preferences />
            </footer>
        </div>
    }
}

fn sign_in_sentence(texts: &Texts, problem: SignInProblem) -> String {
    match problem {
        SignInProblem::Wrong => texts.sign_in().wrong.to_owned(),
        SignInProblem::PasskeyWrong => texts.passkeys().wrong.to_owned(),
        SignInProblem::PasskeyLate => texts.passkeys().late.to_owned(),
        SignInProblem::Throttled { seconds } => (texts.sign_in().throttled)(seconds),
        SignInProblem::Unavailable => texts.sign_in().unavailable.to_owned(),
    }
}

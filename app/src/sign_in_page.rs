//! Signing in, and setting a password by a one-time link. Both are plain forms: the page that
//! follows belongs to somebody else and is loaded anew anyway.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use crate::{
    address::parameter,
    frame::{FrameState, Preferences},
    locale::{Texts, texts},
    submitted::{NewPasswordProblem, SignInProblem, Submitted, submitted},
    ui::TextField,
};

/// `/anmelden`
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let texts = texts();
    let words = &texts.sign_in;
    let (user_name, problem) = match submitted() {
        Some(Submitted::SignIn { user_name, problem }) => (user_name, Some(problem)),
        _ => (String::new(), None),
    };
    let done = if parameter("passwort").is_some() {
        Some(words.password_stored)
    } else {
        parameter("email").map(|_| texts.account.email_changed)
    };
    let back = parameter("zurueck").unwrap_or_default();
    view! {
        <Entrance title=words.title>
            <p>{words.intro}</p>
            {FrameState::current().demo.then(|| view! { <p class="demo">{texts.frame.demo_notice}</p> })}
            {done.map(|done| view! { <div role="status" class="status"><p>{done}</p></div> })}
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
            <p class="aside-link">
                <a href="/passwort-vergessen" rel="external">{texts.users.forgotten}</a>
            </p>
        </Entrance>
    }
}

/// `/passwort/{token}`
#[component]
pub(crate) fn NewPasswordPage() -> impl IntoView {
    let texts = texts();
    let words = &texts.sign_in;
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

/// `/passwort-vergessen`
#[component]
pub(crate) fn ForgottenPage() -> impl IntoView {
    let words = texts().users;
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
    let words = texts().users;
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
        <p>{texts().users.forgotten_ask}</p>
        <ul>
            <li>{state.provider_name}</li>
            {email}
            {phone}
            {page}
        </ul>
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
        SignInProblem::Wrong => texts.sign_in.wrong.to_owned(),
        SignInProblem::Throttled { seconds } => (texts.sign_in.throttled)(seconds),
        SignInProblem::Unavailable => texts.sign_in.unavailable.to_owned(),
    }
}

fn new_password_sentence(texts: &Texts, problem: NewPasswordProblem) -> String {
    match problem {
        NewPasswordProblem::Rejected(error) => (texts.password_error)(error),
        NewPasswordProblem::Differ => texts.sign_in.differ.to_owned(),
        NewPasswordProblem::LinkGone => texts.sign_in.link_gone.to_owned(),
        NewPasswordProblem::Unavailable => texts.problem.unavailable.to_owned(),
    }
}

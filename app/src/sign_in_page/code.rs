//! `/anmelden/code`: the second step of signing in.

use leptos::prelude::*;

use super::Entrance;
use crate::{
    account::{Asking, PasskeyButton},
    address::{parameter, raw_parameter},
    locale::{Texts, texts},
    submitted::{CodeProblem, FactorWays, Submitted, submitted},
    ui::TextField,
};

/// What the second step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    App,
    Paper,
    /// The account has no app.
    PasskeyAlone,
}

#[component]
pub(crate) fn CodePage() -> impl IntoView {
    let texts = texts();
    let words = texts.second_factor();
    let (problem, ways) = match submitted() {
        Some(Submitted::SignInCode { problem, ways }) => (problem, ways),
        _ => (
            None,
            FactorWays {
                app: true,
                passkey: false,
            },
        ),
    };
    let way = match parameter("art") {
        Some(_) => Way::Paper,
        None if ways.app || !ways.passkey => Way::App,
        None => Way::PasskeyAlone,
    };
    let problem = problem.map(|problem| sentence(texts, problem, way));
    let passkey = ways.passkey && way != Way::Paper;
    let title = match way {
        Way::PasskeyAlone => texts.passkeys().sign_in_title,
        Way::App | Way::Paper => words.sign_in_title,
    };
    view! {
        <Entrance title>
            {problem.map(|sentence| view! { <p role="alert">{sentence}</p> })}
            {passkey.then(|| view! { <ByPasskey /> })}
            {(way != Way::PasskeyAlone).then(|| view! { <ByCode way beside=passkey /> })}
            <OtherWays way ways />
        </Entrance>
    }
}

#[component]
fn ByPasskey() -> impl IntoView {
    let words = texts().passkeys();
    view! {
        <form method="post" action="/anmelden/code">
            <input type="hidden" name="zurueck" value=parameter("zurueck").unwrap_or_default() />
            <PasskeyButton asking=Asking::Factor label=words.sign_in />
        </form>
    }
}

#[component]
fn ByCode(
    way: Way,
    /// There is a button for a passkey above it.
    beside: bool,
) -> impl IntoView {
    let words = texts().second_factor();
    let by_paper = way == Way::Paper;
    let (intro, label) = if by_paper {
        (words.recovery_intro, words.recovery_code)
    } else {
        (words.sign_in_intro, words.code)
    };
    view! {
        <p>{intro}</p>
        <form method="post" action="/anmelden/code">
            <input type="hidden" name="zurueck" value=parameter("zurueck").unwrap_or_default() />
            {by_paper.then(|| view! { <input type="hidden" name="art" value="wiederherstellung" /> })}
            <TextField
                name="code"
                label
                inputmode=if by_paper { "text" } else { "numeric" }
                autocomplete=if by_paper { "off" } else { "one-time-code" }
                required=true
            />
            <button class=if beside { "" } else { "primary" }>{words.sign_in}</button>
        </form>
    }
}

#[component]
fn OtherWays(way: Way, ways: FactorWays) -> impl IntoView {
    let texts = texts();
    let words = texts.second_factor();
    let back = raw_parameter("zurueck").unwrap_or_default();
    let (other, label) = if way == Way::Paper {
        let label = if ways.app {
            words.use_app
        } else {
            texts.passkeys().use_passkey
        };
        (format!("/anmelden/code?zurueck={back}"), label)
    } else {
        let page = format!("/anmelden/code?art=wiederherstellung&zurueck={back}");
        (page, words.use_recovery)
    };
    view! {
        <p class="aside-link">
            <a href=other rel="external">{label}</a>
        </p>
        <p class="aside-link">
            <a href=format!("/anmelden?zurueck={back}") rel="external">{words.start_again}</a>
        </p>
    }
}

fn sentence(texts: &Texts, problem: CodeProblem, way: Way) -> String {
    match problem {
        CodeProblem::Wrong if way == Way::Paper => texts.second_factor().recovery_wrong.to_owned(),
        CodeProblem::Wrong => texts.second_factor().code_wrong.to_owned(),
        CodeProblem::PasskeyWrong => texts.passkeys().wrong.to_owned(),
        CodeProblem::PasskeyLate => texts.passkeys().late.to_owned(),
        CodeProblem::Throttled { seconds } => (texts.sign_in().throttled)(seconds),
        CodeProblem::Unavailable => texts.sign_in().unavailable.to_owned(),
    }
}

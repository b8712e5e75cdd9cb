//! `/anmelden/code`: the second step of signing in.

use leptos::prelude::*;

use super::Entrance;
use crate::{
    address::{parameter, raw_parameter},
    locale::{Texts, texts},
    submitted::{CodeProblem, Submitted, submitted},
    ui::TextField,
};

#[component]
pub(crate) fn CodePage() -> impl IntoView {
    let texts = texts();
    let words = &texts.second_factor;
    let by_paper = parameter("art").is_some();
    let problem = match submitted() {
        Some(Submitted::SignInCode { problem }) => Some(sentence(texts, problem, by_paper)),
        _ => None,
    };
    let (intro, label) = if by_paper {
        (words.recovery_intro, words.recovery_code)
    } else {
        (words.sign_in_intro, words.code)
    };
    view! {
        <Entrance title=words.sign_in_title>
            <p>{intro}</p>
            {problem.map(|sentence| view! { <p role="alert">{sentence}</p> })}
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
                <button class="primary">{words.sign_in}</button>
            </form>
            <OtherWays by_paper />
        </Entrance>
    }
}

#[component]
fn OtherWays(
    /// A recovery code is asked for.
    by_paper: bool,
) -> impl IntoView {
    let words = &texts().second_factor;
    let back = raw_parameter("zurueck").unwrap_or_default();
    let (other, label) = if by_paper {
        (format!("/anmelden/code?zurueck={back}"), words.use_app)
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

fn sentence(texts: &Texts, problem: CodeProblem, by_paper: bool) -> String {
    match problem {
        CodeProblem::Wrong if by_paper => texts.second_factor.recovery_wrong.to_owned(),
        CodeProblem::Wrong => texts.second_factor.code_wrong.to_owned(),
        CodeProblem::Throttled { seconds } => (texts.sign_in.throttled)(seconds),
        CodeProblem::Unavailable => texts.sign_in.unavailable.to_owned(),
    }
}

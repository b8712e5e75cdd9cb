//! Setting an app up.

use leptos::prelude::*;

use super::page::{ToAccount, proof_of};
use crate::{
    account::ProofField,
    locale::{Texts, texts},
    submitted::{CodeProblem, FactorProblem, NewApp, Qr},
    ui::TextField,
};

#[component]
pub(super) fn Enrolment(
    /// `None` where the last proof is too old to show it.
    app: Option<NewApp>,
    problem: Option<FactorProblem>,
    /// The code that was declined.
    typed: String,
) -> impl IntoView {
    let texts = texts();
    let words = texts.second_factor();
    let error = match problem {
        Some(FactorProblem::Code(problem)) => Some(sentence(texts, problem)),
        _ => None,
    };
    view! {
        <section class="tab">
            {app.map(|app| view! { <Secret app /> })}
            <form method="post" action="/konto/zwei-faktor/bestaetigen">
                <p>{words.type_code}</p>
                <TextField
                    name="code"
                    label=words.code
                    value=typed
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    required=true
                    error=Signal::stored(error)
                />
                <ProofField problem=proof_of(problem) />
                <footer class="buttons">
                    <button class="primary">{words.finish}</button>
                    <ToAccount label=texts.general.cancel />
                </footer>
            </form>
            <form method="post" action="/konto/zwei-faktor">
                <footer class="buttons">
                    <button>{words.begin_again}</button>
                </footer>
            </form>
        </section>
    }
}

#[component]
fn Secret(app: NewApp) -> impl IntoView {
    let words = texts().second_factor();
    view! {
        <p>{words.scan}</p>
        {app.qr.map(|qr| view! { <QrImage qr /> })}
        <p>
            <a href=app.address rel="external">
                {words.open_app}
            </a>
        </p>
        <p>{words.by_hand}</p>
        <dl>
            <div>
                <dt>{words.key}</dt>
                <dd>
                    <code>{app.key}</code>
                </dd>
            </div>
        </dl>
    }
}

/// Dark on light in every theme: cameras read nothing else.
#[component]
fn QrImage(qr: Qr) -> impl IntoView {
    let side = qr.size;
    view! {
        <svg
            class="qr"
            viewBox=format!("0 0 {side} {side}")
            role="img"
            aria-label=texts().second_factor().qr
        >
            <path d=qr.path />
        </svg>
    }
}

fn sentence(texts: &Texts, problem: CodeProblem) -> String {
    match problem {
        CodeProblem::Wrong | CodeProblem::PasskeyWrong | CodeProblem::PasskeyLate => {
            texts.second_factor().code_wrong.to_owned()
        }
        CodeProblem::Throttled { seconds } => (texts.sign_in().throttled)(seconds),
        CodeProblem::Unavailable => texts.problem.unavailable.to_owned(),
    }
}

//! The field of a form that needs a fresh proof.

use leptos::prelude::*;

use crate::{
    locale::{Texts, texts},
    submitted::ProofProblem,
    ui::TextField,
};

/// The field's name in every form: `forms::confirm` of the server reads it.
const NAME: &str = "bestaetigung";

/// Asks for the password within a form whose answer said that the last proof is too old; nothing before.
/// What was typed into the other fields stays. The browser sends such a form itself (no server function),
/// because the answer brings the cookie of a new session.
#[component]
pub fn ProofField(
    /// What the form was declined with, if that was the proof.
    problem: Option<ProofProblem>,
) -> impl IntoView {
    problem.map(|problem| {
        view! {
            <p class="note">{texts().account.prove_here}</p>
            <Password problem=Some(problem) />
        }
    })
}

/// The field alone.
#[component]
pub(super) fn Password(problem: Option<ProofProblem>) -> impl IntoView {
    let texts = texts();
    let error = problem.and_then(|problem| sentence(texts, problem));
    view! {
        <TextField
            name=NAME
            label=texts.account.own_password
            kind="password"
            autocomplete="current-password"
            required=true
            error=Signal::stored(error)
        />
    }
}

/// What is wrong with the password; nothing where it was not asked for yet.
pub(super) fn sentence(texts: &Texts, problem: ProofProblem) -> Option<String> {
    match problem {
        ProofProblem::Needed => None,
        ProofProblem::Wrong => Some(texts.account.proof_wrong.to_owned()),
        ProofProblem::Throttled { seconds } => Some((texts.sign_in.throttled)(seconds)),
        ProofProblem::SignedOut => Some(texts.problem.signed_out.to_owned()),
        ProofProblem::Unavailable => Some(texts.problem.unavailable.to_owned()),
    }
}

//! The fields of a form that needs a fresh proof.

use leptos::prelude::*;

use super::passkey_button::{Asking, PasskeyButton};
use crate::{
    frame::FrameState,
    locale::{Texts, texts},
    submitted::ProofProblem,
    ui::TextField,
};

/// The field's name in every form: `forms::confirm` of the server reads it.
const NAME: &str = "bestaetigung";

/// Asks for the password, or a passkey, within a form whose answer said that the last proof is too old;
/// nothing before. What was typed into the other fields stays. The browser sends such a form itself (no
/// server function), because the answer brings the cookie of a new session.
#[component]
pub fn ProofField(
    /// What the form was declined with, if that was the proof.
    problem: Option<ProofProblem>,
) -> impl IntoView {
    problem.map(|problem| {
        view! {
            <p class="note">{texts().account().prove_here}</p>
            <Proof problem=Some(problem) />
        }
    })
}

/// The fields alone.
#[component]
pub(super) fn Proof(problem: Option<ProofProblem>) -> impl IntoView {
    let texts = texts();
    let by_passkey = matches!(
        problem,
        Some(ProofProblem::PasskeyWrong | ProofProblem::PasskeyLate)
    );
    let sentence = problem.and_then(|problem| sentence(texts, problem));
    let (of_passkey, of_password) = if by_passkey {
        (sentence, None)
    } else {
        (None, sentence)
    };
    let passkey = FrameState::current().has_passkey.then(|| {
        view! { <PasskeyButton asking=Asking::Proof label=texts.passkeys().prove /> }
    });
    view! {
        {of_passkey.map(|sentence| view! { <p role="alert">{sentence}</p> })}
        {passkey}
        <TextField
            name=NAME
            label=texts.account().own_password
            kind="password"
            autocomplete="current-password"
            required=true
            error=Signal::stored(of_password)
        />
    }
}

/// What is wrong with the proof; nothing where it was not asked for yet.
pub(super) fn sentence(texts: &Texts, problem: ProofProblem) -> Option<String> {
    match problem {
        ProofProblem::Needed => None,
        ProofProblem::Wrong => Some(texts.account().proof_wrong.to_owned()),
        ProofProblem::PasskeyWrong => Some(texts.passkeys().wrong.to_owned()),
        ProofProblem::PasskeyLate => Some(texts.passkeys().late.to_owned()),
        ProofProblem::Throttled { seconds } => Some((texts.sign_in().throttled)(seconds)),
        ProofProblem::SignedOut => Some(texts.problem.signed_out.to_owned()),
        ProofProblem::Unavailable => Some(texts.problem.unavailable.to_owned()),
    }
}

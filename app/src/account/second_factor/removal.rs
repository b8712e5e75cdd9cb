//! Removing the factor.

use leptos::{either::Either, prelude::*};

use crate::{
    account::proof_field,
    locale::{Texts, texts},
    submitted::{FactorProblem, ProofProblem, RemovalProblem},
    ui::TextField,
};

#[component]
pub(super) fn Removal(
    /// It cannot be removed.
    required: bool,
    problem: Option<FactorProblem>,
) -> impl IntoView {
    let words = &texts().second_factor;
    let content = if required {
        Either::Left(view! { <p>{words.stays}</p> })
    } else {
        Either::Right(view! { <Form problem /> })
    };
    view! {
        <section class="tab">
            <h2>{words.remove_title}</h2>
            {content}
        </section>
    }
}

#[component]
fn Form(problem: Option<FactorProblem>) -> impl IntoView {
    let texts = texts();
    let words = &texts.second_factor;
    let error = match problem {
        Some(FactorProblem::Removal(problem)) => Some(sentence(texts, problem)),
        _ => None,
    };
    view! {
        <form method="post" action="/konto/zwei-faktor/entfernen">
            <p class="note">{words.remove_note}</p>
            <TextField
                name="faktor-passwort"
                label=texts.account.own_password
                kind="password"
                autocomplete="current-password"
                required=true
                error=Signal::stored(error)
            />
            <footer class="buttons">
                <button class="danger">{words.remove}</button>
            </footer>
        </form>
    }
}

fn sentence(texts: &Texts, problem: RemovalProblem) -> String {
    match problem {
        RemovalProblem::Password(problem) => {
            proof_field::sentence(texts, problem).unwrap_or_else(|| {
                proof_field::sentence(texts, ProofProblem::Wrong).unwrap_or_default()
            })
        }
        RemovalProblem::TooShort => texts.second_factor.too_short.to_owned(),
        RemovalProblem::Required => texts.second_factor.stays.to_owned(),
    }
}

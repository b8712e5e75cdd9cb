//! Removing a factor.

use leptos::prelude::*;

use super::page::{Removable, proof_of};
use crate::{
    account::{ProofField, proof_field},
    locale::{Texts, texts},
    submitted::{FactorProblem, ProofProblem, RemovalProblem},
    ui::TextField,
};

#[component]
pub(super) fn AppRemoval(removable: Removable, problem: Option<FactorProblem>) -> impl IntoView {
    let words = texts().second_factor();
    view! {
        <section class="tab">
            <h2>{words.app_title}</h2>
            {match removable {
                Removable::Never => view! { <p>{words.stays}</p> }.into_any(),
                removable => view! {
                    <form method="post" action="/konto/zwei-faktor/entfernen">
                        <p class="note">
                            {match removable {
                                Removable::Last => words.remove_note,
                                _ => words.app_remove_note,
                            }}
                        </p>
                        <RemovalFields removable problem />
                        <footer class="buttons">
                            <button class="danger">{words.remove}</button>
                        </footer>
                    </form>
                }
                    .into_any(),
            }}
        </section>
    }
}

/// What the removal of a factor asks for, and why it was declined.
#[component]
pub(super) fn RemovalFields(removable: Removable, problem: Option<FactorProblem>) -> impl IntoView {
    let texts = texts();
    let sentence = match problem {
        Some(FactorProblem::Removal(problem)) => Some(sentence(texts, problem)),
        _ => None,
    };
    match removable {
        Removable::Last => view! {
            <TextField
                name="faktor-passwort"
                label=texts.account().own_password
                kind="password"
                autocomplete="current-password"
                required=true
                error=Signal::stored(sentence)
            />
        }
        .into_any(),
        _ => view! {
            {sentence.map(|sentence| view! { <p role="alert">{sentence}</p> })}
            <ProofField problem=proof_of(problem) />
        }
        .into_any(),
    }
}

fn sentence(texts: &Texts, problem: RemovalProblem) -> String {
    match problem {
        RemovalProblem::Password(problem) => {
            proof_field::sentence(texts, problem).unwrap_or_else(|| {
                proof_field::sentence(texts, ProofProblem::Wrong).unwrap_or_default()
            })
        }
        RemovalProblem::TooShort => texts.second_factor().too_short.to_owned(),
        RemovalProblem::Required => texts.second_factor().stays.to_owned(),
        RemovalProblem::Changed => texts.problem.changed.to_owned(),
    }
}

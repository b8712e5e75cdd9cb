//! An app, while there is none.

use leptos::prelude::*;

use super::page::proof_of;
use crate::{account::ProofField, locale::texts, submitted::FactorProblem};

#[component]
pub(super) fn AppSection(problem: Option<FactorProblem>) -> impl IntoView {
    let words = texts().second_factor();
    view! {
        <section class="tab">
            <h2>{words.app_title}</h2>
            <p>{words.intro}</p>
            <form method="post" action="/konto/zwei-faktor">
                <ProofField problem=proof_of(problem) />
                <footer class="buttons">
                    <button class="primary">{words.set_up}</button>
                </footer>
            </form>
        </section>
    }
}

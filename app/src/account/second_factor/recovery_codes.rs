//! Recovery codes: shown once, and made anew.

use leptos::prelude::*;

use super::page::{ToAccount, proof_of};
use crate::{account::ProofField, locale::texts, submitted::FactorProblem};

#[component]
pub(super) fn RecoveryCodes(codes: Vec<String>) -> impl IntoView {
    let words = texts().second_factor();
    let rows = codes
        .into_iter()
        .map(|code| view! { <li><code>{code}</code></li> })
        .collect_view();
    view! {
        <section class="tab">
            <h2>{words.codes_title}</h2>
            <p>{words.codes_intro}</p>
            <ol class="recovery-codes">{rows}</ol>
            <footer class="buttons">
                <ToAccount label=words.codes_kept />
            </footer>
        </section>
    }
}

#[component]
pub(super) fn RenewCodes(problem: Option<FactorProblem>) -> impl IntoView {
    let words = texts().second_factor();
    view! {
        <section class="tab">
            <h2>{words.codes_title}</h2>
            <form method="post" action="/konto/zwei-faktor/codes">
                <p class="note">{words.renew_note}</p>
                <ProofField problem=proof_of(problem) />
                <footer class="buttons">
                    <button>{words.renew}</button>
                </footer>
            </form>
        </section>
    }
}

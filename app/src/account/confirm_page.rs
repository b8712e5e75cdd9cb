//! `/konto/bestaetigen`: proving once more who one is, before a page that needs it.

use leptos::prelude::*;
use leptos_meta::Title;

use super::proof_field::Proof;
use crate::{
    address::parameter,
    locale::texts,
    submitted::{Submitted, submitted},
};

#[component]
pub fn ConfirmPage() -> impl IntoView {
    let words = texts().account();
    let problem = match submitted() {
        Some(Submitted::Confirm { problem }) => Some(problem),
        _ => None,
    };
    let back = parameter("zurueck").unwrap_or_default();
    view! {
        <Title text=words.prove_title />
        <header class="page-head">
            <h1>{words.prove_title}</h1>
        </header>
        <section class="tab">
            <p>{words.prove_intro}</p>
            <form method="post" action="/konto/bestaetigen">
                <input type="hidden" name="zurueck" value=back />
                <Proof problem />
                <footer class="buttons">
                    <button class="primary">{words.confirm}</button>
                </footer>
            </form>
        </section>
    }
}

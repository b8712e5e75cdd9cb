//! How it stands, among the other parts of the own sign-in.

use domain::second_factor::OwnFactor;
use leptos::prelude::*;

use crate::locale::texts;

#[component]
pub(crate) fn FactorSection(factor: Option<OwnFactor>) -> impl IntoView {
    let words = texts().second_factor();
    let (state, link) = match factor {
        Some(factor) => ((words.on)(factor.codes_left), words.manage),
        None => (words.off.to_owned(), words.set_up),
    };
    // The server puts what the page shows into it, so it is loaded anew.
    view! {
        <section class="tab">
            <h2>{words.title}</h2>
            <p>{state}</p>
            <footer class="buttons">
                <a class="button" href="/konto/zwei-faktor" rel="external">
                    {link}
                </a>
            </footer>
        </section>
    }
}

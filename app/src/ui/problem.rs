//! Waiting, and what went wrong.

use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use maud::Markup;

use super::{Message, MessagePage, written};
use crate::{
    error::ApiError,
    frame::provider_name,
    locale::texts,
    not_found_page::{forbidden, not_found},
};
use domain::refusal::Refusal;

/// Shown until the first answer is there.
#[component]
pub(crate) fn Loading() -> impl IntoView {
    view! { <p class="loading">{texts().general.loading}</p> }
}

/// A failed action, said where it was started; what was typed stays.
#[component]
pub(crate) fn ProblemAlert(#[prop(into)] problem: Signal<Option<ApiError>>) -> impl IntoView {
    let provider = provider_name();
    let here = use_location().pathname;
    let content = move || {
        maud::html! {
            @if let Some(problem) = &*problem.read() {
                p { (problem.sentence(texts(), &provider)) }
                (way_on(problem, &here.read_untracked()))
            }
        }
    };
    let alert = NodeRef::<html::Div>::new();
    let first = written(content, move || Some(alert.get()?.into()));
    view! { <div role="alert" class="alert" node_ref=alert inner_html=first></div> }
}

/// What leads on from a problem on that page, where there is more than trying again.
fn way_on(problem: &ApiError, here: &str) -> Markup {
    let words = &texts().problem;
    let ApiError::Refused(refusal) = problem else {
        return maud::html! {};
    };
    maud::html! {
        @match refusal {
            Refusal::SignedOut => {
                a href="/anmelden" target="_blank" rel="external opener" { (words.sign_in_again) }
            }
            Refusal::ProofNeeded => {
                a href={ "/konto/bestaetigen?zurueck=" (here) } { (words.confirm_now) }
            }
            Refusal::FactorNeeded => {
                a href="/konto/zwei-faktor" rel="external" { (words.set_up_factor) }
            }
            _ => {}
        }
    }
}

/// A page whose content could not be had.
#[component]
pub(crate) fn ProblemPage(
    problem: ApiError,
    #[prop(into)] on_retry: Callback<()>,
) -> impl IntoView {
    let message = match &problem {
        ApiError::Refused(Refusal::NotFound) => not_found(),
        ApiError::Refused(Refusal::Forbidden) => forbidden(),
        problem => failed(problem),
    };
    view! { <MessagePage message on_retry /> }
}

fn failed(problem: &ApiError) -> Message {
    let words = &texts().problem;
    let sentence = problem.sentence(texts(), &provider_name());
    let here = use_location().pathname;
    let ways = maud::html! {
        (way_on(problem, &here.read_untracked()))
        p {
            button.with-script type="button" { (texts().general.retry) }
            a.without-script href="" { (words.reload) }
        }
    };
    Message::new(words.title, &sentence, ways).alert()
}

//! `/konto/zwei-faktor`: plain forms; nothing here needs WebAssembly.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    enrolment::Enrolment,
    recovery_codes::{RecoveryCodes, RenewCodes},
    removal::Removal,
};
use crate::{
    account::ProofField,
    frame::FrameState,
    locale::texts,
    submitted::{FactorPage, FactorProblem, FactorState, Submitted, submitted},
};

#[component]
pub fn FactorPageView() -> impl IntoView {
    let words = &texts().second_factor;
    let content = match submitted() {
        Some(Submitted::SecondFactor(page)) => view! { <Content page /> }.into_any(),
        // Opened by the browser's "back": only the server knows what to show.
        _ => view! {
            <a href="/konto/zwei-faktor" rel="external">{words.open_page}</a>
        }
        .into_any(),
    };
    view! {
        <Title text=words.title />
        <header class="page-head">
            <h1>{words.title}</h1>
        </header>
        <div class="account">{content}</div>
    }
}

#[component]
fn Content(page: FactorPage) -> impl IntoView {
    let FactorPage {
        state,
        problem,
        typed,
    } = page;
    match state {
        FactorState::Off { required } => view! { <Off required problem /> }.into_any(),
        FactorState::Enrolling { app } => view! { <Enrolment app problem typed /> }.into_any(),
        FactorState::On {
            codes_left,
            required,
        } => view! { <On codes_left required problem /> }.into_any(),
        FactorState::Codes(codes) => view! { <RecoveryCodes codes /> }.into_any(),
    }
}

#[component]
fn Off(required: bool, problem: Option<FactorProblem>) -> impl IntoView {
    let words = &texts().second_factor;
    let back = (!required).then(|| view! { <ToAccount label=words.to_account /> });
    view! {
        <section class="tab">
            {required.then(|| view! { <p role="alert">{words.required}</p> })}
            <p>{words.intro}</p>
            <form method="post" action="/konto/zwei-faktor">
                <ProofField problem=proof_of(problem) />
                <footer class="buttons">
                    <button class="primary">{words.set_up}</button>
                    {back}
                </footer>
            </form>
        </section>
    }
}

#[component]
fn On(codes_left: u32, required: bool, problem: Option<FactorProblem>) -> impl IntoView {
    let words = &texts().second_factor;
    view! {
        <section class="tab">
            <p>{(words.on)(codes_left)}</p>
            <footer class="buttons">
                <ToAccount label=words.to_account />
            </footer>
        </section>
        <RenewCodes problem />
        <Removal required problem />
    }
}

/// Leads to where the own sign-in is looked after.
#[component]
pub(super) fn ToAccount(label: &'static str) -> impl IntoView {
    let portal = FrameState::current().is_portal();
    let page = if portal { "/portal/konto" } else { "/konto" };
    view! {
        <a class="button" href=page rel="external">
            {label}
        </a>
    }
}

/// What a form was declined with, if that was the proof.
pub(super) fn proof_of(problem: Option<FactorProblem>) -> Option<crate::submitted::ProofProblem> {
    match problem {
        Some(FactorProblem::Proof(problem)) => Some(problem),
        _ => None,
    }
}

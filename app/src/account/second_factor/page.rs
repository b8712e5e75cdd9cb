//! `/konto/zwei-faktor`: plain forms; nothing here needs WebAssembly.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    app_section::AppSection,
    enrolment::Enrolment,
    passkeys::PasskeySection,
    recovery_codes::{RecoveryCodes, RenewCodes},
};
use crate::{
    frame::FrameState,
    locale::texts,
    submitted::{FactorForm, FactorPage, FactorProblem, FactorState, Submitted, submitted},
};

#[component]
pub fn FactorPageView() -> impl IntoView {
    let words = texts().second_factor();
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
    match page.state.clone() {
        FactorState::Off { required } => view! { <Off page required /> }.into_any(),
        FactorState::Enrolling { app } => {
            let problem = page.problem(FactorForm::App);
            view! { <Enrolment app problem typed=page.typed /> }.into_any()
        }
        FactorState::On {
            app,
            codes_left,
            required,
        } => view! { <On page app codes_left required /> }.into_any(),
        FactorState::Codes(codes) => view! { <RecoveryCodes codes /> }.into_any(),
    }
}

/// There is none: what can be set up.
#[component]
fn Off(page: FactorPage, required: bool) -> impl IntoView {
    let words = texts().second_factor();
    let back = (!required).then(|| view! { <p><ToAccount label=words.to_account /></p> });
    view! {
        {required.then(|| view! { <p role="alert">{words.required}</p> })}
        <AppSection problem=page.problem(FactorForm::App) />
        <PasskeySection page removable=None />
        {back}
    }
}

#[component]
fn On(page: FactorPage, app: bool, codes_left: u32, required: bool) -> impl IntoView {
    let words = texts().second_factor();
    let passkeys = page.passkeys.as_ref().map_or(0, Vec::len);
    let last = usize::from(app) + passkeys <= 1;
    let removable = Removable::of(last, required);
    let add_app = page.problem(FactorForm::App);
    let remove_app = page.problem(FactorForm::RemoveApp);
    let codes = page.problem(FactorForm::Codes);
    view! {
        <section class="tab">
            <p>{(words.on)(codes_left)}</p>
            <footer class="buttons">
                <ToAccount label=words.to_account />
            </footer>
        </section>
        {if app {
            view! { <super::removal::AppRemoval removable problem=remove_app /> }.into_any()
        } else {
            view! { <AppSection problem=add_app /> }.into_any()
        }}
        <PasskeySection page removable=Some(removable) />
        <RenewCodes problem=codes />
    }
}

/// What it takes to remove a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Removable {
    /// There are others: a fresh proof.
    OneOfMany,
    /// The password, which has to be enough alone.
    Last,
    /// The reseller requires one.
    Never,
}

impl Removable {
    fn of(last: bool, required: bool) -> Self {
        match (last, required) {
            (false, _) => Self::OneOfMany,
            (true, false) => Self::Last,
            (true, true) => Self::Never,
        }
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

//! The page and its form.

use domain::{
    refusal::Refusal,
    reseller_form::{ResellerForm, ResellerProfile},
    rights::Action,
};
use leptos::{either::Either, ev, prelude::*, task::spawn_local};
use leptos_meta::Title;

use super::{
    api::{fetch_profile, save_profile},
    fields::ProfileFields,
    start::Start,
};
use crate::{
    account::{OwnSecurity, ProofField},
    error::ApiError,
    frame::{Notices, may},
    locale::texts,
    ui::{FormState, Loading, ProblemAlert, ProblemPage, form_values},
    wire::{FromServer, from_server},
};

type Stored = FromServer<Result<ResellerProfile, ApiError>>;

#[component]
pub fn ProfilePage() -> impl IntoView {
    let stored = from_server(|| (), |()| fetch_profile());
    view! {
        <Title text=texts().profile().title />
        <Transition fallback=Loading>
            {move || {
                stored
                    .get()
                    .map(|found| match found {
                        Ok(profile) => Either::Left(view! { <Page profile stored /> }),
                        Err(problem) => {
                            Either::Right(
                                view! { <ProblemPage problem on_retry=move |()| stored.refetch() /> },
                            )
                        }
                    })
            }}
        </Transition>
    }
}

#[component]
fn Page(profile: ResellerProfile, stored: Stored) -> impl IntoView {
    let words = texts().profile();
    let may_change = may(Action::EditReseller);
    view! {
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{(words.subtitle)(&profile.number)}</p>
            </div>
        </header>
        <section class="tab profile">
            <ProfileForm profile stored may_change />
        </section>
        <h2 class="part-head">{texts().frame.account}</h2>
        <OwnSecurity />
    }
}

#[component]
fn ProfileForm(profile: ResellerProfile, stored: Stored, may_change: bool) -> impl IntoView {
    let words = texts().profile();
    let start = Start::of_this_page(&profile);
    let state = FormState::new(start.refusal);
    state.stored.set(start.stored);
    // Moves on when the person has seen what somebody else stored.
    let version = StoredValue::new(start.version);
    let notices = Notices::current();
    let asks_for_proof = start.proof.is_some();
    let submit = move |event: ev::SubmitEvent| {
        if asks_for_proof {
            return;
        }
        event.prevent_default();
        let Some(form) = form_values::form_of(&event) else {
            return;
        };
        let values: ResellerForm = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        state.sending.set(true);
        spawn_local(async move {
            match save_profile(version.get_value(), values).await {
                Ok(now) => {
                    notices.say(words.saved.to_owned());
                    stored.set(Some(Ok(now)));
                }
                // Only the form that the browser sends itself asks for it: its answer begins a session.
                Err(ApiError::Refused(Refusal::ProofNeeded)) => drop(form.submit()),
                Err(problem) => {
                    if problem == ApiError::Refused(Refusal::Changed)
                        && let Ok(now) = fetch_profile().await
                    {
                        version.set_value(now.version);
                        state.stored.set(Some(now.form));
                    }
                    decline(state, problem);
                }
            }
        });
    };
    let left = move |event: ev::FocusEvent| {
        if let (Some(field), Some(form)) =
            (form_values::field_of(&event), form_values::form_of(&event))
        {
            state.check_left(&form_values::read(&form), field);
        }
    };
    view! {
        <form method="post" action="/stammdaten" novalidate on:submit=submit on:focusout=left>
            <input type="hidden" name="version" value=start.version.0 />
            <div role="alert" class="alert">
                {move || is_changed(state).then(|| view! { <p>{words.changed}</p> })}
            </div>
            <ProblemAlert problem=Signal::derive(move || {
                state.problem.get().filter(|_| !is_changed(state))
            }) />
            <ProfileFields
                state
                values=start.values
                next_number=profile.next_number
                disabled=!may_change
            />
            <ProofField problem=start.proof />
            <footer class="buttons">
                {if may_change {
                    Either::Left(
                        view! {
                            <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                                {texts().general.save}
                            </button>
                        },
                    )
                } else {
                    Either::Right(view! { <p class="note">{words.read_only}</p> })
                }}
            </footer>
        </form>
    }
}

fn is_changed(state: FormState<ResellerForm>) -> bool {
    state
        .problem
        .with(|problem| *problem == Some(ApiError::Refused(Refusal::Changed)))
}

/// What somebody else stored stays beside the fields.
fn decline(state: FormState<ResellerForm>, problem: ApiError) {
    let stored = state.stored.get_untracked();
    state.decline(problem);
    state.stored.set(stored);
}

//! Waiting, and what went wrong.

use leptos::{either::EitherOf3, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_location;

use crate::{
    error::ApiError,
    frame::provider_name,
    locale::texts,
    not_found_page::{ForbiddenPage, NotFoundPage},
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
    view! {
        <div role="alert" class="alert">
            {move || {
                problem
                    .get()
                    .map(|problem| {
                        let sentence = problem.sentence(texts(), &provider);
                        view! {
                            <p>{sentence}</p>
                            <WayOn problem />
                        }
                    })
            }}
        </div>
    }
}

/// What leads on from a problem, where there is more than trying again.
#[component]
fn WayOn(problem: ApiError) -> impl IntoView {
    let words = &texts().problem;
    match problem {
        ApiError::Refused(Refusal::SignedOut) => Some(EitherOf3::A(view! {
            <a href="/anmelden" target="_blank" rel="external opener">{words.sign_in_again}</a>
        })),
        ApiError::Refused(Refusal::ProofNeeded) => {
            let here = use_location().pathname.get_untracked();
            Some(EitherOf3::B(view! {
                <a href=format!("/konto/bestaetigen?zurueck={here}")>{words.confirm_now}</a>
            }))
        }
        ApiError::Refused(Refusal::FactorNeeded) => Some(EitherOf3::C(view! {
            <a href="/konto/zwei-faktor" rel="external">{words.set_up_factor}</a>
        })),
        _ => None,
    }
}

/// A page whose content could not be had.
#[component]
pub(crate) fn ProblemPage(
    problem: ApiError,
    #[prop(into)] on_retry: Callback<()>,
) -> impl IntoView {
    match problem {
        ApiError::Refused(Refusal::NotFound) => EitherOf3::A(view! { <NotFoundPage /> }),
        ApiError::Refused(Refusal::Forbidden) => EitherOf3::B(view! { <ForbiddenPage /> }),
        problem => {
            let words = &texts().problem;
            let sentence = problem.sentence(texts(), &provider_name());
            EitherOf3::C(view! {
                <Title text=words.title />
                <section class="message" role="alert">
                    <h1>{words.title}</h1>
                    <p>{sentence}</p>
                    <WayOn problem />
                    <p>
                        <button type="button" class="with-script" on:click=move |_| on_retry.run(())>
                            {texts().general.retry}
                        </button>
                        <a class="without-script" href="">{words.reload}</a>
                    </p>
                </section>
            })
        }
    }
}

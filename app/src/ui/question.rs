//! A question with one answer, and the way back.

use domain::refusal::Refusal;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{CancelButton, ProblemAlert};
use crate::error::ApiError;

/// The form below a question that was asked in words: why the answer was declined, and the two
/// buttons. The harmless one has the focus.
#[component]
pub(crate) fn Question<F, A>(
    /// Where the form is sent without WebAssembly.
    action: String,
    /// Where "Abbrechen" leads without WebAssembly.
    back: String,
    #[prop(into)] on_cancel: Callback<()>,
    /// What came of the form that the browser sent itself.
    declined: Option<Refusal>,
    /// Does what was asked.
    answer: F,
    /// What the button says.
    submit: &'static str,
    /// The button's class.
    class: &'static str,
    /// Hidden fields.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    F: Fn() -> A + 'static,
    A: Future<Output = Result<(), ApiError>> + 'static,
{
    let problem = RwSignal::new(declined.map(ApiError::from));
    let sending = RwSignal::new(false);
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let answered = answer();
        spawn_local(async move {
            if let Err(refused) = answered.await {
                sending.set(false);
                problem.set(Some(refused));
            }
        });
    };
    view! {
        <ProblemAlert problem />
        <form method="post" action=action class="buttons" on:submit=send>
            {children.map(|children| children())}
            <button class=class aria-disabled=move || sending.get().to_string()>
                {submit}
            </button>
            <CancelButton href=back on_press=on_cancel focused=true />
        </form>
    }
}

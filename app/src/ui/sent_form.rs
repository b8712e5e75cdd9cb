//! A form that the browser checks, and then sends by itself: the answer is a page.

use domain::{form::Form, refusal::Refusal};
use leptos::{ev, prelude::*};

use super::{
    CancelButton, FormState, ProblemAlert, RequiredNote,
    form_values::{self, form_of},
    sent_drafts::{SentDraft, SentDrafts},
    warn_before_leaving,
};
use crate::locale::texts;

/// What such a form opens with.
pub(crate) struct SentStart<F> {
    /// Of the hidden field.
    pub hidden: String,
    pub values: F,
    pub refusal: Option<Refusal>,
    /// The form answers one that was sent: what was typed before that does not count.
    pub declined: bool,
}

#[component]
pub(crate) fn SentForm<F: Form>(
    action: String,
    /// The hidden field's name.
    hidden: &'static str,
    start: SentStart<F>,
    submit: &'static str,
    #[prop(into)] note: String,
    /// Where "Abbrechen" leads.
    page: String,
    /// Goes there.
    leave: Callback<()>,
    /// The fields, filled with these values.
    fields: impl FnOnce(FormState<F>, &F) -> AnyView,
) -> impl IntoView {
    let drafts = SentDrafts::<F>::current();
    let draft = drafts.of(&action).filter(|_| !start.declined);
    let from_draft = draft.is_some();
    let start = draft.map_or(start, |draft| SentStart {
        hidden: draft.hidden,
        values: draft.form,
        refusal: None,
        declined: false,
    });
    let state = FormState::<F>::new(start.refusal);
    // The form leaves the page by itself.
    warn_before_leaving(move || drafts.any() && !state.sending.get_untracked());
    let check = move |event: ev::SubmitEvent| {
        let form = form_of(&event).map(|form| form_values::read::<F>(&form));
        if form.is_some_and(|values| !state.check(&values)) {
            event.prevent_default();
        } else {
            state.sending.set(true);
        }
    };
    let typed = keep(drafts, action.clone(), start.hidden.clone());
    let left = move |event: ev::FocusEvent| state.check_left_by(&event);
    view! {
        <form method="post" action=action novalidate on:submit=check on:input=typed on:focusout=left>
            <input type="hidden" name=hidden value=start.hidden />
            {from_draft.then(|| view! { <p class="note">{texts().form().draft_kept}</p> })}
            <ProblemAlert problem=state.problem />
            {fields(state, &start.values)}
            <RequiredNote />
            {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
            <footer class="buttons">
                <button class="primary">{submit}</button>
                <CancelButton
                    href=page
                    on_press=move |()| {
                        drafts.set(None);
                        leave.run(());
                    }
                />
            </footer>
        </form>
    }
}

/// Keeps what was typed so far.
fn keep<F: Form>(drafts: SentDrafts<F>, action: String, hidden: String) -> impl Fn(ev::Event) {
    move |event| {
        drafts.set(form_of(&event).map(|form| SentDraft {
            action: action.clone(),
            hidden: hidden.clone(),
            form: form_values::read(&form),
        }));
    }
}

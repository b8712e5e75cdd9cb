//! The form that edits a record.

use domain::refusal::Refusal;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{DraftsOf, Fields, Place, Record, changes::after_change};
use crate::{
    error::ApiError,
    locale::texts,
    submitted::submitted,
    ui::{
        CancelButton, EditDraft, EditStart, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

#[component]
pub(crate) fn EditRecord<R: Record>(
    record: R,
    place: Place<R>,
    /// What is known of it besides what can be edited.
    facts: AnyView,
    fields: Fields<R>,
    /// What else can be done with it.
    others: AnyView,
) -> impl IntoView {
    let id = record.id();
    let drafts = DraftsOf::<R>::current();
    let start = EditStart::of(
        (record.version(), record.form()),
        submitted().and_then(R::declined_edit),
        drafts.edit_of(id),
    );
    let state = FormState::<R::Form>::new(start.refusal);
    state.stored.set(start.stored);
    // Moves on when the person has seen what somebody else stored.
    let version = StoredValue::new(start.version);
    let cancel = place.leave();
    let done = after_change(place);
    let saved = R::words().saved;
    warn_before_leaving(move || drafts.any());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values: R::Form = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        state.sending.set(true);
        let done = done.clone();
        spawn_local(async move {
            let problem = match R::update(id, version.get_value(), values).await {
                Ok(record) => {
                    drafts.set_edit(None);
                    return done(saved(record.name()));
                }
                Err(problem) => problem,
            };
            let now = match problem {
                ApiError::Refused(Refusal::Changed) => R::fetch(id).await.ok(),
                _ => None,
            };
            state.decline(problem);
            if let Some(now) = now {
                version.set_value(now.version());
                state.stored.set(Some(now.form().clone()));
            }
        });
    };
    let typed = move |event: ev::Event| {
        let draft = form_of(&event).map(|form| EditDraft {
            id,
            version: version.get_value(),
            form: form_values::read(&form),
        });
        drafts.set_edit(draft);
    };
    view! {
        <form
            method="post"
            action=place.edit(id)
            novalidate
            on:submit=submit
            on:input=typed
            on:focusout=move |event| state.check_left_by(&event)
        >
            <input type="hidden" name="version" value=start.version.0 />
            {start.from_draft.then(|| view! { <p class="note">{texts().form().draft_kept}</p> })}
            {facts}
            <ProblemAlert problem=state.problem />
            {fields(state, start.values, place)}
            <footer class="buttons">
                <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                    {texts().general.save}
                </button>
                <CancelButton
                    href=place.back()
                    on_press=move |()| {
                        drafts.set_edit(None);
                        cancel();
                    }
                />
                {others}
            </footer>
        </form>
    }
}

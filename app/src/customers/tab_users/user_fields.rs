//! The form of both dialogs, checked before the browser sends it.

use domain::{
    form::{Form, FormField},
    refusal::Refusal,
    user_form::{UserField, UserForm},
};
use leptos::{ev, prelude::*};

use super::drafts::{Draft, UserDrafts};
use crate::{
    locale::texts,
    ui::{
        CancelButton, FormState, ProblemAlert, RequiredNote, TextField,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

/// What the form opens with.
pub(super) struct Start {
    /// Of the hidden field.
    pub hidden: String,
    pub values: UserForm,
    pub refusal: Option<Refusal>,
}

#[component]
pub(super) fn UserFields(
    action: String,
    /// The hidden field's name.
    hidden: &'static str,
    start: Start,
    /// The form answers one that was sent: what was typed before that does not count.
    #[prop(optional)]
    declined: bool,
    submit: &'static str,
    note: String,
    page: String,
) -> impl IntoView {
    let drafts = UserDrafts::current();
    let draft = drafts.of(&action).filter(|_| !declined);
    let from_draft = draft.is_some();
    let start = draft.map_or(start, |draft| Start {
        hidden: draft.hidden,
        values: draft.form,
        refusal: None,
    });
    let state = FormState::<UserForm>::new(start.refusal);
    // The form leaves the page by itself.
    warn_before_leaving(move || drafts.any() && !state.sending.get_untracked());
    let check = move |event: ev::SubmitEvent| {
        let form = form_of(&event).map(|form| form_values::read::<UserForm>(&form));
        if form.is_some_and(|values| !state.check(&values)) {
            event.prevent_default();
        } else {
            state.sending.set(true);
        }
    };
    let (sent_to, id) = (action.clone(), start.hidden.clone());
    let typed = move |event: ev::Event| {
        drafts.set(form_of(&event).map(|form| Draft {
            action: sent_to.clone(),
            hidden: id.clone(),
            form: form_values::read(&form),
        }));
    };
    let left = move |event: ev::FocusEvent| state.check_left_by(&event);
    let leave = super::leave(page.clone());
    view! {
        <form
            method="post"
            action=action
            novalidate
            on:submit=check
            on:input=typed
            on:focusout=left
        >
            <input type="hidden" name=hidden value=start.hidden />
            {from_draft.then(|| view! { <p class="note">{texts().form.draft_kept}</p> })}
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

fn fields(state: FormState<UserForm>, values: &UserForm) -> impl IntoView + use<> {
    UserField::ALL
        .map(|field| {
            view! {
                <TextField
                    name=field.name()
                    label=(texts().users.label)(field)
                    kind=if field == UserField::Email { "email" } else { "text" }
                    value=values.value(field)
                    required=field.is_required()
                    error=state.error_of(field)
                />
            }
        })
        .into_iter()
        .collect_view()
}

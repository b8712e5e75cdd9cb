//! The dialogs "Neuen Benutzer anlegen" and "Benutzer bearbeiten".

use domain::{
    customer::CustomerDetail,
    form::{Form, FormField},
    refusal::Refusal,
    user::UserRow,
    user_form::{UserField, UserForm},
    values::{AccountId, Version},
};
use leptos::{ev, prelude::*};

use super::one_user::{OneUser, PassOn, cancel, customer, page_of};
use crate::{
    frame::FrameState,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{
        Dialog, FormState, ProblemAlert, RequiredNote, TextField,
        form_values::{self, form_of},
    },
};

/// `/mkm/kunden/{id}/benutzer/neu`
#[component]
pub fn CreateUser() -> impl IntoView {
    let customer = customer();
    move || {
        customer
            .get()
            .map(|detail| view! { <CreateDialog detail /> })
    }
}

#[component]
fn CreateDialog(detail: CustomerDetail) -> impl IntoView {
    let words = texts().users;
    let page = page_of(&detail);
    let close = super::leave(page.clone());
    if let Some(Submitted::UserLink { user_name, link }) = submitted() {
        return view! {
            <Dialog title=words.link_title on_close=|()| ()>
                <PassOn user_name link page />
            </Dialog>
        }
        .into_any();
    }
    let (id, values, refusal) = match submitted() {
        Some(Submitted::CreateUser { id, form, refusal }) => (id, form, Some(refusal)),
        _ => (AccountId::new(), UserForm::default(), None),
    };
    let note = if FrameState::current().mails {
        words.by_mail
    } else {
        words.by_link
    };
    view! {
        <Dialog title=words.new on_close=close>
            <UserFields
                action=format!("{page}/neu")
                hidden=("id", id.to_string())
                values
                refusal
                submit=words.submit
                note=note.to_owned()
                page
            />
        </Dialog>
    }
    .into_any()
}

/// `/mkm/kunden/{id}/benutzer/{user}`
#[component]
pub fn EditUser() -> impl IntoView {
    view! {
        <OneUser
            title=texts().users.edit
            render=|user, page| view! { <EditForm user page /> }.into_any()
        />
    }
}

#[component]
fn EditForm(user: UserRow, page: String) -> impl IntoView {
    let (version, values, refusal) = match submitted() {
        Some(Submitted::EditUser {
            version,
            form,
            refusal,
        }) => {
            // Sent again after a change by somebody else was said, it overwrites.
            let version = if refusal == Refusal::Changed {
                user.version
            } else {
                version
            };
            (version, form, Some(refusal))
        }
        _ => (user.version, user.record.clone(), None),
    };
    let note = if user.customers > 1 {
        (texts().users.belongs_to)(user.customers)
    } else {
        String::new()
    };
    let Version(version) = version;
    view! {
        <UserFields
            action=format!("{page}/{}", user.id)
            hidden=("version", version.to_string())
            values
            refusal
            submit=texts().general.save
            note
            page
        />
    }
}

/// The form, checked before the browser sends it.
#[component]
fn UserFields(
    action: String,
    hidden: (&'static str, String),
    values: UserForm,
    refusal: Option<Refusal>,
    submit: &'static str,
    note: String,
    page: String,
) -> impl IntoView {
    let state = FormState::<UserForm>::new(refusal);
    let check = move |event: ev::SubmitEvent| {
        let form = form_of(&event).map(|form| form_values::read::<UserForm>(&form));
        if form.is_some_and(|values| !state.check(&values)) {
            event.prevent_default();
        }
    };
    let left = move |event: ev::FocusEvent| {
        if let (Some(field), Some(form)) = (form_values::field_of(&event), form_of(&event)) {
            let values: UserForm = form_values::read(&form);
            if !values.value(field).is_empty() {
                state.check_left(&values, field);
            }
        }
    };
    let fields = UserField::ALL.map(|field| {
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
    });
    view! {
        <form method="post" action=action novalidate on:submit=check on:focusout=left>
            <input type="hidden" name=hidden.0 value=hidden.1 />
            <ProblemAlert problem=state.problem />
            {fields.into_iter().collect_view()}
            <RequiredNote />
            {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
            <footer class="buttons">
                <button class="primary">{submit}</button>
                {cancel(page)}
            </footer>
        </form>
    }
}

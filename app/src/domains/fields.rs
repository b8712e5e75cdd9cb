//! The fields of a domain; the same for creating and editing.

use domain::{
    domain_form::{DomainField, DomainForm},
    form::{Form, FormField},
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{FieldFrame, FormState, RequiredNote, TextField},
};

/// What it is, and in which state it is.
#[component]
pub(super) fn DomainFields(
    state: FormState<DomainForm>,
    /// What the fields hold at first.
    values: DomainForm,
) -> impl IntoView {
    let words = texts().domains();
    let text = |field, kind| view! { <DomainTextField field state kind value=values.value(field).to_owned() /> };
    let choice =
        |field| view! { <ChoiceField field state chosen=values.value(field).to_owned() /> };
    view! {
        <div class="columns">
            <fieldset>
                <legend>{texts().form().general}</legend>
                <p class="note">{words.name_note}</p>
                {text(DomainField::Domain, "text")}
                {text(DomainField::Contract, "text")}
                {text(DomainField::Registrar, "text")}
                {choice(DomainField::Status)}
            </fieldset>
            <fieldset>
                <legend>{words.state}</legend>
                <p class="note">{words.state_note}</p>
                {choice(DomainField::Verification)}
                {text(DomainField::VerificationUntil, "date")}
                {choice(DomainField::Zone)}
                {choice(DomainField::TransferLock)}
                {choice(DomainField::RenewalMode)}
                {text(DomainField::AsOf, "date")}
            </fieldset>
        </div>
        <RequiredNote />
    }
}

#[component]
fn DomainTextField(
    field: DomainField,
    state: FormState<DomainForm>,
    kind: &'static str,
    value: String,
) -> impl IntoView {
    view! {
        <TextField
            name=field.name()
            label=(texts().domains().label)(field)
            kind
            value=value.clone()
            required=field.is_required()
            error=state.error_of(field)
            note=state.stored_now(field, value)
        />
    }
}

#[component]
fn ChoiceField(field: DomainField, state: FormState<DomainForm>, chosen: String) -> impl IntoView {
    let words = texts().domains();
    let name = field.name();
    let error = state.error_of(field);
    let options = field
        .choices()
        .iter()
        .map(|value| {
            let label = (words.choice)(field, value);
            view! { <option value=*value selected=chosen == *value>{label}</option> }
        })
        .collect_view();
    view! {
        <FieldFrame
            name
            label=(words.label)(field)
            required=false
            error
            note=stored_choice(state, field, chosen.clone())
        >
            <select
                id=name
                name=name
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || error.with(Option::is_some).then(|| format!("{name}-meldung"))
            >
                {options}
            </select>
        </FieldFrame>
    }
}

/// Where somebody else stored another value, what that value is called.
fn stored_choice(
    state: FormState<DomainForm>,
    field: DomainField,
    begun_with: String,
) -> Signal<Option<String>> {
    let texts = texts();
    Signal::derive(move || {
        state.stored.with(|stored| {
            let now = stored.as_ref()?.value(field);
            let called = (texts.domains().choice)(field, now);
            (now != begun_with).then(|| (texts.form().stored_now)(&called))
        })
    })
}

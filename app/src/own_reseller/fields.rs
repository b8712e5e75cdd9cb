//! The fields, in their groups.

use domain::{
    country::Country,
    form::{Form, FormField},
    reseller_form::{Field, ResellerForm},
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{FieldFrame, FormState, RequiredNote, TextField},
};

/// What the fields hold, and what is to be said about the next number.
#[component]
pub(super) fn ProfileFields(
    state: FormState<ResellerForm>,
    values: ResellerForm,
    /// The number that the next customer would get.
    next_number: String,
    /// Nobody but the reseller itself may change anything.
    disabled: bool,
) -> impl IntoView {
    let words = texts().profile();
    let text = move |field: Field, values: &ResellerForm| {
        view! { <ProfileField field state value=values.value(field).to_owned() /> }
    };
    let choice =
        move |field: Field, values: &ResellerForm, options: Vec<(&'static str, &'static str)>| {
            view! { <ChoiceField field state chosen=values.value(field).to_owned() options /> }
        };
    let countries = Country::ALL
        .iter()
        .map(|country| (country.code(), texts().country(*country)))
        .collect();
    view! {
        <fieldset class="columns" disabled=disabled>
            <fieldset>
                <legend>{words.address}</legend>
                {[Field::Company, Field::Street, Field::PostalCode, Field::City]
                    .map(|field| text(field, &values))
                    .collect_view()}
                {choice(Field::Country, &values, countries)}
            </fieldset>
            <fieldset>
                <legend>{words.contact}</legend>
                {[Field::Email, Field::Phone, Field::Website]
                    .map(|field| text(field, &values))
                    .collect_view()}
            </fieldset>
            <fieldset>
                <legend>{words.numbers}</legend>
                <p class="note wide">{words.numbers_intro}</p>
                {[Field::NumberPrefix, Field::NumberDigits, Field::NumberNext]
                    .map(|field| text(field, &values))
                    .collect_view()}
                <p class="note wide">{words.next_empty}</p>
                <p class="wide next-number">{(words.next_is)(&next_number)}</p>
            </fieldset>
            <fieldset>
                <legend>{words.towards_customers}</legend>
                {choice(
                    Field::Language,
                    &values,
                    vec![("de", words.german), ("en", words.english)],
                )}
                {choice(Field::AddressForm, &values, vec![("du", words.du), ("sie", words.sie)])}
            </fieldset>
            <fieldset>
                <legend>{words.staff}</legend>
                {choice(
                    Field::StaffFactor,
                    &values,
                    vec![("optional", words.factor_optional), ("required", words.factor_required)],
                )}
                <p class="note wide">{words.factor_note}</p>
            </fieldset>
        </fieldset>
        <RequiredNote />
    }
}

#[component]
fn ProfileField(field: Field, state: FormState<ResellerForm>, value: String) -> impl IntoView {
    view! {
        <TextField
            name=field.name()
            label=(texts().profile().label)(field)
            kind=kind(field)
            value=value.clone()
            required=field.is_required()
            error=state.error_of(field)
            note=state.stored_now(field, value)
        />
    }
}

#[component]
fn ChoiceField(
    field: Field,
    state: FormState<ResellerForm>,
    chosen: String,
    /// What is stored, and what it is called.
    options: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let name = field.name();
    let error = state.error_of(field);
    let options = options
        .into_iter()
        .map(|(value, label)| view! { <option value=value selected=chosen == value>{label}</option> })
        .collect_view();
    view! {
        <FieldFrame
            name
            label=(texts().profile().label)(field)
            required=false
            error
            note=state.stored_now(field, chosen.clone())
        >
            <select
                id=name
                name=name
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || error.with(Option::is_some).then(|| format!("{name}-meldung"))
            >{options}</select>
        </FieldFrame>
    }
}

/// Which keyboard a phone shows.
fn kind(field: Field) -> &'static str {
    match field {
        Field::Phone => "tel",
        Field::Email => "email",
        _ => "text",
    }
}

//! The fields of a customer, in the two groups of the handbook; the same for creating and editing.

use domain::{
    country::Country,
    customer_form::{CustomerForm, Field},
    form::{Form, FormField},
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{FieldFrame, FormState, RequiredNote, TextField},
};

/// Both groups and the note.
#[component]
pub(crate) fn CustomerFields(
    state: FormState<CustomerForm>,
    /// What the fields hold at first.
    values: CustomerForm,
    /// The number is the reseller's alone.
    #[prop(optional)]
    without_number: bool,
    /// Stands beside the customer number.
    #[prop(optional, into)]
    beside_number: ViewFn,
) -> impl IntoView {
    let words = texts().form();
    let general = [
        Field::Number,
        Field::Company,
        Field::LastName,
        Field::FirstName,
        Field::Street,
        Field::PostalCode,
        Field::City,
    ];
    let contact = [Field::Phone, Field::Mobile, Field::Email, Field::Website];
    let general = general
        .into_iter()
        .filter(|field| !(without_number && *field == Field::Number))
        .map(|field| {
            let beside = match field {
                Field::Number => beside_number.clone(),
                _ => ViewFn::default(),
            };
            view! { <CustomerField field state values=values.clone() beside /> }
        })
        .collect_view();
    let contact = contact
        .map(|field| view! { <CustomerField field state values=values.clone() beside=ViewFn::default() /> })
        .collect_view();
    view! {
        <div class="columns">
            <fieldset>
                <legend>{words.general}</legend>
                {general}
                <CountryField state chosen=values.country.clone() />
            </fieldset>
            <fieldset>
                <legend>{words.contact}</legend>
                {contact}
            </fieldset>
        </div>
        <RequiredNote />
    }
}

#[component]
fn CustomerField(
    field: Field,
    state: FormState<CustomerForm>,
    values: CustomerForm,
    beside: ViewFn,
) -> impl IntoView {
    view! {
        <TextField
            name=field.name()
            label=(texts().form().label)(field)
            kind=kind(field)
            autocomplete="off"
            value=values.value(field)
            required=field.is_required()
            error=state.error_of(field)
            note=state.stored_now(field, values.value(field).to_owned())
            beside
        />
    }
}

#[component]
fn CountryField(state: FormState<CustomerForm>, chosen: String) -> impl IntoView {
    let texts = texts();
    let name = Field::Country.name();
    let options = Country::ALL
        .iter()
        .map(|country| {
            view! {
                <option value=country.code() selected=chosen == country.code()>
                    {texts.country(*country)}
                </option>
            }
        })
        .collect_view();
    view! {
        <FieldFrame
            name
            label=(texts.form().label)(Field::Country)
            required=false
            error=state.error_of(Field::Country)
        >
            <select id=name name=name>
                {options}
            </select>
        </FieldFrame>
    }
}

/// Which keyboard a phone shows.
fn kind(field: Field) -> &'static str {
    match field {
        Field::Phone | Field::Mobile => "tel",
        Field::Email => "email",
        _ => "text",
    }
}

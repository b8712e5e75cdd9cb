//! The fields of a customer, in the two groups of the handbook; the same for creating and editing.

use domain::{
    country::Country,
    customer_form::{CustomerForm, Field, FieldErrors, PlausiblePhoneNumbers},
};
use leptos::{ev, prelude::*};

use super::form_values;
use crate::{
    error::ApiError,
    locale::texts,
    ui::{FieldFrame, RequiredNote, TextField},
};
use domain::refusal::Refusal;

/// A form that is being filled in. The texts are in the document; see [`form_values`].
#[derive(Clone, Copy)]
pub(super) struct FormState {
    pub errors: RwSignal<FieldErrors>,
    /// What went wrong that belongs to no field.
    pub problem: RwSignal<Option<ApiError>>,
    /// What somebody else stored meanwhile.
    pub stored: RwSignal<Option<CustomerForm>>,
    /// Sent, and not yet answered.
    pub sending: RwSignal<bool>,
}

impl FormState {
    /// A form as the server declined it, or a fresh one.
    pub(super) fn new(refusal: Option<Refusal>) -> Self {
        let state = Self {
            errors: RwSignal::default(),
            problem: RwSignal::default(),
            stored: RwSignal::default(),
            sending: RwSignal::default(),
        };
        if let Some(refusal) = refusal {
            state.take(refusal.into());
        }
        state
    }

    /// Checks a whole form; the first faulty field takes the focus.
    pub(super) fn check(self, form: &CustomerForm) -> bool {
        self.problem.set(None);
        let errors = form
            .validate(&PlausiblePhoneNumbers)
            .err()
            .unwrap_or_default();
        let good = errors.is_empty();
        self.show(errors);
        good
    }

    /// Checks the field that was left.
    pub(super) fn check_left(self, form: &CustomerForm, field: Field) {
        let error = form.validate_field(field, &PlausiblePhoneNumbers);
        self.errors.update(|errors| errors.set(field, error));
    }

    /// Shows why the server did not store the form.
    pub(super) fn decline(self, problem: ApiError) {
        self.sending.set(false);
        self.take(problem);
        if let Some(first) = self.errors.with_untracked(FieldErrors::first) {
            form_values::focus(first);
        }
    }

    fn take(self, problem: ApiError) {
        match problem {
            ApiError::Refused(Refusal::Invalid(errors)) => self.errors.set(errors),
            ApiError::Refused(Refusal::Conflict(now)) => {
                self.stored.set(Some(now.record.clone()));
                self.problem
                    .set(Some(ApiError::Refused(Refusal::Conflict(now))));
            }
            problem => self.problem.set(Some(problem)),
        }
    }

    fn show(self, errors: FieldErrors) {
        if let Some(first) = errors.first() {
            form_values::focus(first);
        }
        self.errors.set(errors);
    }
}

/// Both groups and the note.
#[component]
pub(super) fn CustomerFields(
    state: FormState,
    /// What the fields hold at first.
    values: CustomerForm,
    /// Stands beside the customer number.
    #[prop(optional, into)]
    beside_number: ViewFn,
) -> impl IntoView {
    let words = &texts().form;
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
    state: FormState,
    values: CustomerForm,
    beside: ViewFn,
) -> impl IntoView {
    view! {
        <TextField
            name=field.name()
            label=(texts().form.label)(field)
            kind=kind(field)
            autocomplete="off"
            value=values.value(field)
            required=field.is_required()
            error=error_of(state, field)
            note=stored_now(state, field, values)
            beside
        />
    }
}

#[component]
fn CountryField(state: FormState, chosen: String) -> impl IntoView {
    let texts = texts();
    let name = Field::Country.name();
    let options = Country::ALL
        .iter()
        .map(|country| {
            view! {
                <option value=country.code() selected=chosen == country.code()>
                    {(texts.country)(*country)}
                </option>
            }
        })
        .collect_view();
    view! {
        <FieldFrame
            name
            label=(texts.form.label)(Field::Country)
            required=false
            error=error_of(state, Field::Country)
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

fn error_of(state: FormState, field: Field) -> Signal<Option<String>> {
    let sentence = texts().value_error;
    Signal::derive(move || state.errors.with(|errors| errors.get(field)).map(sentence))
}

/// Where somebody else stored another value, that value.
fn stored_now(state: FormState, field: Field, values: CustomerForm) -> Signal<Option<String>> {
    let words = &texts().form;
    Signal::derive(move || {
        let stored = state.stored.with(|stored| stored.clone())?;
        let now = stored.value(field);
        (now != values.value(field)).then(|| (words.stored_now)(now))
    })
}

/// The form that an event happened in.
pub(super) fn form_of(event: &ev::Event) -> Option<web_sys::HtmlFormElement> {
    use leptos::wasm_bindgen::JsCast;
    event.current_target()?.dyn_into().ok()
}

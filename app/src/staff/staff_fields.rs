//! The form of both dialogs, checked before the browser sends it.

use domain::{
    form::{Form, FormField},
    rights::Right,
    staff_form::{StaffField, StaffForm},
    user_form::UserField,
};
use leptos::{either::Either, ev, prelude::*};

use super::one_staff::cancel;
use crate::{
    account::ProofField,
    locale::texts,
    submitted::ProvenProblem,
    ui::{
        FieldFrame, FormState, ProblemAlert, RequiredNote, TextField,
        form_values::{self, form_of},
    },
};

/// What the form opens with.
pub(super) struct Start {
    /// Of the hidden field.
    pub hidden: String,
    pub values: StaffForm,
    /// What it was declined with.
    pub problem: Option<ProvenProblem>,
}

#[component]
pub(super) fn StaffFields(
    action: String,
    /// The hidden field's name.
    hidden: &'static str,
    start: Start,
    /// The right is one's own: it is told, and cannot be changed.
    #[prop(optional)]
    own: bool,
    submit: &'static str,
    #[prop(optional)] note: &'static str,
) -> impl IntoView {
    let (refusal, proof) = start.problem.map_or((None, None), ProvenProblem::parts);
    let state = FormState::<StaffForm>::new(refusal);
    let check = move |event: ev::SubmitEvent| {
        let form = form_of(&event).map(|form| form_values::read::<StaffForm>(&form));
        if form.is_some_and(|values| !state.check(&values)) {
            event.prevent_default();
        }
    };
    let left = move |event: ev::FocusEvent| {
        if let (Some(field), Some(form)) = (form_values::field_of(&event), form_of(&event)) {
            let values: StaffForm = form_values::read(&form);
            if !values.value(field).is_empty() {
                state.check_left(&values, field);
            }
        }
    };
    let right = if own {
        Either::Left(own_right(&start.values))
    } else {
        Either::Right(view! { <RightChoice state chosen=start.values.right.clone() /> })
    };
    view! {
        <form method="post" action=action novalidate on:submit=check on:focusout=left>
            <input type="hidden" name=hidden value=start.hidden />
            <ProblemAlert problem=state.problem />
            {person(state, &start.values)}
            {right}
            <ProofField problem=proof />
            <RequiredNote />
            {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
            <footer class="buttons">
                <button class="primary">{submit}</button>
                {cancel()}
            </footer>
        </form>
    }
}

fn person(state: FormState<StaffForm>, values: &StaffForm) -> impl IntoView + use<> {
    UserField::ALL
        .map(|person| {
            let field = StaffField::Person(person);
            view! {
                <TextField
                    name=field.name()
                    label=(texts().users.label)(person)
                    kind=if person == UserField::Email { "email" } else { "text" }
                    value=values.value(field)
                    required=field.is_required()
                    error=state.error_of(field)
                />
            }
        })
        .into_iter()
        .collect_view()
}

fn own_right(values: &StaffForm) -> impl IntoView + use<> {
    let words = texts().staff;
    let name = Right::of_word(&values.right).map(words.right_name);
    view! {
        <input type="hidden" name=StaffField::Right.name() value=values.right.clone() />
        <p class="note">{format!("{}: {}. {}", words.right, name.unwrap_or_default(), words.own_right)}</p>
    }
}

#[component]
fn RightChoice(state: FormState<StaffForm>, chosen: String) -> impl IntoView {
    let words = texts().staff;
    let name = StaffField::Right.name();
    let error = state.error_of(StaffField::Right);
    let options = Right::ALL
        .map(|right| {
            let label = (words.right_choice)(right);
            view! { <option value=right.word() selected=chosen == right.word()>{label}</option> }
        })
        .into_iter()
        .collect_view();
    view! {
        <FieldFrame name label=words.right required=true error>
            <select
                id=name
                name=name
                aria-required="true"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || error.with(Option::is_some).then(|| format!("{name}-meldung"))
            >
                {options}
            </select>
        </FieldFrame>
    }
}

//! The fields of both dialogs.

use domain::{
    form::{Form, FormField},
    rights::Right,
    staff_form::{StaffField, StaffForm},
    user_form::UserField,
};
use leptos::{either::Either, prelude::*};

use crate::{
    account::ProofField,
    locale::texts,
    submitted::ProofProblem,
    ui::{FieldFrame, FormState, TextField},
};

/// The right is told where it is one's own: nobody changes that.
pub(super) fn fields(
    state: FormState<StaffForm>,
    values: &StaffForm,
    own: bool,
    proof: Option<ProofProblem>,
) -> AnyView {
    let right = if own {
        Either::Left(own_right(values))
    } else {
        Either::Right(view! { <RightChoice state chosen=values.right.clone() /> })
    };
    view! {
        {person(state, values)}
        {right}
        <ProofField problem=proof />
    }
    .into_any()
}

fn person(state: FormState<StaffForm>, values: &StaffForm) -> impl IntoView + use<> {
    UserField::ALL
        .map(|person| {
            let field = StaffField::Person(person);
            view! {
                <TextField
                    name=field.name()
                    label=(texts().users().label)(person)
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
    let words = texts().staff();
    let name = Right::of_word(&values.right).map(words.right_name);
    view! {
        <input type="hidden" name=StaffField::Right.name() value=values.right.clone() />
        <p class="note">{format!("{}: {}. {}", words.right, name.unwrap_or_default(), words.own_right)}</p>
    }
}

#[component]
fn RightChoice(state: FormState<StaffForm>, chosen: String) -> impl IntoView {
    let words = texts().staff();
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

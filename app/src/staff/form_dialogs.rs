//! The dialogs "Neuen Mitarbeiter anlegen" and "Mitarbeiter bearbeiten".

use domain::{
    refusal::Refusal,
    staff::StaffRow,
    staff_form::StaffForm,
    values::{AccountId, Version},
};
use leptos::prelude::*;

use super::{
    one_staff::{OneStaff, PAGE, leave},
    staff_fields::fields,
};
use crate::{
    customers::PassOn,
    frame::FrameState,
    locale::texts,
    submitted::{ProvenProblem, Submitted, submitted},
    ui::{Dialog, SentForm, SentStart},
};

/// `/verwaltung/mitarbeiter/neu`
#[component]
pub fn CreateStaff() -> impl IntoView {
    let words = texts().staff();
    if let Some(Submitted::UserLink { user_name, link }) = submitted() {
        return view! {
            <Dialog title=words.link_title on_close=|()| ()>
                <PassOn user_name link page=PAGE.to_owned() />
            </Dialog>
        }
        .into_any();
    }
    let (id, values, problem) = match submitted() {
        Some(Submitted::CreateStaff { id, form, problem }) => (id, form, Some(problem)),
        _ => (AccountId::new(), StaffForm::default(), None),
    };
    let note = if FrameState::current().mails {
        words.by_mail
    } else {
        words.by_link
    };
    view! {
        <Dialog title=words.new on_close=leave()>
            <StaffFormView
                action=format!("{PAGE}/neu")
                hidden=("id", id.to_string())
                values
                problem
                submit=texts().users().submit
                note
            />
        </Dialog>
    }
    .into_any()
}

/// `/verwaltung/mitarbeiter/{id}`
#[component]
pub fn EditStaff() -> impl IntoView {
    view! {
        <OneStaff
            title=texts().staff().edit
            render=|row| view! { <EditForm row /> }.into_any()
        />
    }
}

#[component]
fn EditForm(row: StaffRow) -> impl IntoView {
    let (version, values, problem) = match submitted() {
        Some(Submitted::EditStaff {
            version,
            form,
            problem,
        }) => {
            // Sent again after a change by somebody else was said, it overwrites.
            let version = if problem == ProvenProblem::Refused(Refusal::Changed) {
                row.version
            } else {
                version
            };
            (version, form, Some(problem))
        }
        _ => (row.version, row.record.clone(), None),
    };
    let Version(version) = version;
    view! {
        <StaffFormView
            action=format!("{PAGE}/{}", row.id)
            hidden=("version", version.to_string())
            values
            problem
            own=row.own
            submit=texts().general.save
        />
    }
}

#[component]
fn StaffFormView(
    action: String,
    /// The hidden field's name and value.
    hidden: (&'static str, String),
    values: StaffForm,
    /// What the form was declined with.
    problem: Option<ProvenProblem>,
    /// The account is one's own.
    #[prop(optional)]
    own: bool,
    submit: &'static str,
    #[prop(optional)] note: &'static str,
) -> impl IntoView {
    let declined = problem.is_some();
    let (refusal, proof) = problem.map_or((None, None), ProvenProblem::parts);
    let (name, value) = hidden;
    let start = SentStart {
        hidden: value,
        values,
        refusal,
        declined,
    };
    view! {
        <SentForm
            action
            hidden=name
            start
            submit
            note
            page=PAGE.to_owned()
            leave=leave()
            fields=move |state, values| fields(state, values, own, proof)
        />
    }
}

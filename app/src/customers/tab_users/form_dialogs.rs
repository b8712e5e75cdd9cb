//! The dialogs "Neuen Benutzer anlegen" and "Benutzer bearbeiten".

use domain::{
    customer::CustomerDetail,
    refusal::Refusal,
    user::UserRow,
    user_form::UserForm,
    values::{AccountId, Version},
};
use leptos::prelude::*;

use super::{
    one_user::{OneUser, PassOn, customer, page_of},
    user_fields::fields,
};
use crate::{
    frame::FrameState,
    locale::texts,
    navigation::close_to,
    submitted::{Submitted, submitted},
    ui::{Dialog, SentForm, SentStart},
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
    let words = texts().users();
    let page = page_of(&detail);
    let close = close_to(page.clone());
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
            <SentForm
                action=format!("{page}/neu")
                hidden="id"
                start=start(id.to_string(), values, refusal)
                submit=words.submit
                note
                page
                leave=close
                fields
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
            title=texts().users().edit
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
        (texts().users().belongs_to)(user.customers)
    } else {
        String::new()
    };
    let Version(version) = version;
    view! {
        <SentForm
            action=format!("{page}/{}", user.id)
            hidden="version"
            start=start(version.to_string(), values, refusal)
            submit=texts().general.save
            note
            leave=close_to(page.clone())
            page
            fields
        />
    }
}

fn start(hidden: String, values: UserForm, refusal: Option<Refusal>) -> SentStart<UserForm> {
    SentStart {
        hidden,
        values,
        declined: refusal.is_some(),
        refusal,
    }
}

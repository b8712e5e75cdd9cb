//! Changing the own e-mail address.

use domain::own_account::NewEmail;
use leptos::{either::Either, prelude::*};
use leptos_router::hooks::use_location;

use super::password_form::sentence as password_sentence;
use crate::{
    frame::FrameState,
    locale::{Texts, texts},
    submitted::{OwnEmailProblem, OwnPasswordProblem, Submitted, submitted},
    ui::TextField,
};

#[component]
pub(super) fn EmailForm(
    /// Asked for before.
    waiting: Option<NewEmail>,
) -> impl IntoView {
    let words = texts().account();
    let content = if FrameState::current().mails {
        Either::Left(view! { <Fields waiting /> })
    } else {
        // A link shown to whoever asks for it would prove nothing.
        Either::Right(view! { <p>{words.email_by_others}</p> })
    };
    view! {
        <section class="tab">
            <h2>{words.change_email}</h2>
            {content}
        </section>
    }
}

#[component]
fn Fields(waiting: Option<NewEmail>) -> impl IntoView {
    let texts = texts();
    let words = texts.account();
    let (typed, problem) = match submitted() {
        Some(Submitted::OwnEmail { typed, problem }) => (typed, Some(problem)),
        _ => (String::new(), None),
    };
    let at = |place: Place| -> Signal<Option<String>> {
        let problem = problem.filter(|problem| place_of(*problem) == place);
        Signal::stored(problem.map(|problem| sentence(texts, problem)))
    };
    let back = use_location().pathname.get_untracked();
    view! {
        {waiting.map(waiting_note)}
        {at(Place::Form).get_untracked().map(|sentence| view! { <p role="alert">{sentence}</p> })}
        <form method="post" action="/konto/email" novalidate>
            <input type="hidden" name="zurueck" value=back />
            <TextField
                name="neue-email"
                label=words.new_email
                kind="email"
                value=typed
                autocomplete="email"
                required=true
                error=at(Place::Address)
            />
            <TextField
                name="email-passwort"
                label=words.own_password
                kind="password"
                autocomplete="current-password"
                required=true
                error=at(Place::Password)
            />
            <p class="note">{words.email_note}</p>
            <footer class="buttons">
                <button class="primary">{words.ask_for_link}</button>
            </footer>
        </form>
    }
}

fn waiting_note(waiting: NewEmail) -> impl IntoView {
    let words = texts().account();
    let sentence = if waiting.undeliverable {
        (words.undeliverable)(&waiting.address)
    } else {
        (words.unconfirmed)(&waiting.address)
    };
    view! { <p>{sentence}</p> }
}

/// Where a problem is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Form,
    Address,
    Password,
}

fn place_of(problem: OwnEmailProblem) -> Place {
    use OwnPasswordProblem::{OldWrong, Throttled};
    match problem {
        OwnEmailProblem::Address(_) | OwnEmailProblem::Same => Place::Address,
        OwnEmailProblem::Password(OldWrong | Throttled { .. }) => Place::Password,
        OwnEmailProblem::TooMany | OwnEmailProblem::NoMails | OwnEmailProblem::Password(_) => {
            Place::Form
        }
    }
}

fn sentence(texts: &Texts, problem: OwnEmailProblem) -> String {
    let words = texts.account();
    match problem {
        OwnEmailProblem::Address(error) => texts.value_error(error),
        OwnEmailProblem::Same => words.same_email.to_owned(),
        OwnEmailProblem::TooMany => words.too_many_links.to_owned(),
        OwnEmailProblem::NoMails => words.email_by_others.to_owned(),
        OwnEmailProblem::Password(problem) => password_sentence(texts, problem),
    }
}

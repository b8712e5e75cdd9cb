//! Changing the own password.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    locale::{Texts, texts},
    submitted::{OwnPasswordProblem, Submitted, submitted},
    ui::TextField,
};

#[component]
pub(super) fn PasswordForm(
    /// Fewest characters of a new one.
    least: usize,
) -> impl IntoView {
    let texts = texts();
    let words = texts.account();
    let problem = match submitted() {
        Some(Submitted::OwnPassword { problem }) => Some(problem),
        _ => None,
    };
    let at = |place: Place| -> Signal<Option<String>> {
        let problem = problem.filter(|problem| place_of(*problem) == place);
        Signal::stored(problem.map(|problem| sentence(texts, problem)))
    };
    let back = use_location().pathname.get_untracked();
    view! {
        <section class="tab">
            <h2>{words.password}</h2>
            {at(Place::Form)
                .get_untracked()
                .map(|sentence| view! { <p role="alert">{sentence}</p> })}
            <form method="post" action="/konto/passwort">
                <input type="hidden" name="zurueck" value=back />
                <TextField
                    name="alt"
                    label=words.old_password
                    kind="password"
                    autocomplete="current-password"
                    required=true
                    error=at(Place::Old)
                />
                <TextField
                    name="passwort"
                    label=texts.sign_in().new_password
                    kind="password"
                    autocomplete="new-password"
                    required=true
                    error=at(Place::New)
                />
                <TextField
                    name="wiederholung"
                    label=texts.sign_in().repeat
                    kind="password"
                    autocomplete="new-password"
                    required=true
                    error=at(Place::Repeated)
                />
                <p class="note">{(words.password_note)(least)}</p>
                <footer class="buttons">
                    <button class="primary">{words.change_password}</button>
                </footer>
            </form>
        </section>
    }
}

/// Where a problem is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Form,
    Old,
    New,
    Repeated,
}

fn place_of(problem: OwnPasswordProblem) -> Place {
    match problem {
        OwnPasswordProblem::OldWrong | OwnPasswordProblem::Throttled { .. } => Place::Old,
        OwnPasswordProblem::Rejected(_) => Place::New,
        OwnPasswordProblem::Differ => Place::Repeated,
        OwnPasswordProblem::SignedOut
        | OwnPasswordProblem::FactorNeeded
        | OwnPasswordProblem::Unavailable => Place::Form,
    }
}

/// Why not, in words.
pub(super) fn sentence(texts: &Texts, problem: OwnPasswordProblem) -> String {
    match problem {
        OwnPasswordProblem::OldWrong => texts.account().old_wrong.to_owned(),
        OwnPasswordProblem::Throttled { seconds } => (texts.sign_in().throttled)(seconds),
        OwnPasswordProblem::Rejected(error) => texts.password_error(error),
        OwnPasswordProblem::Differ => texts.sign_in().differ.to_owned(),
        OwnPasswordProblem::SignedOut => texts.problem.signed_out.to_owned(),
        OwnPasswordProblem::FactorNeeded => texts.problem.factor_needed.to_owned(),
        OwnPasswordProblem::Unavailable => texts.problem.unavailable.to_owned(),
    }
}

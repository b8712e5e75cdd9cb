//! Passkeys: which there are, and a new one.

use domain::{
    audit_log::Moment,
    second_factor::{OwnPasskey, PASSKEYS},
};
use leptos::prelude::*;

use super::{
    page::{Removable, proof_of},
    removal::RemovalFields,
};
use crate::{
    account::{
        ProofField,
        passkey_button::{Asking, PasskeyButton},
    },
    locale::{Texts, texts},
    submitted::{FactorForm, FactorPage, FactorProblem, PasskeyProblem},
    ui::TextField,
};

#[component]
pub(super) fn PasskeySection(
    page: FactorPage,
    /// What it takes to remove one; `None` where there is nothing to remove.
    removable: Option<Removable>,
) -> impl IntoView {
    let words = texts().passkeys();
    let problem = page.problem(FactorForm::AddPasskey);
    let typed = match page.declined {
        Some((FactorForm::AddPasskey, _)) => page.typed.clone(),
        _ => String::new(),
    };
    let own = page.passkeys.clone();
    own.map(|own| {
        let full = own.len() >= PASSKEYS;
        let rows = own
            .into_iter()
            .map(|passkey| {
                let problem = page.problem(FactorForm::RemovePasskey(passkey.id));
                view! { <Row passkey removable problem /> }
            })
            .collect_view();
        view! {
            <section class="tab">
                <h2>{words.title}</h2>
                <p>{words.intro}</p>
                <ul class="passkeys">{rows}</ul>
                {if full {
                    view! { <p class="note">{words.full}</p> }.into_any()
                } else {
                    view! { <New problem typed /> }.into_any()
                }}
            </section>
        }
    })
}

#[component]
fn Row(
    passkey: OwnPasskey,
    removable: Option<Removable>,
    problem: Option<FactorProblem>,
) -> impl IntoView {
    let texts = texts();
    let words = texts.passkeys();
    let created = moment(texts, passkey.created);
    let used = passkey.last_used.map(|used| moment(texts, used));
    view! {
        <li>
            <strong>{passkey.name.clone()}</strong>
            <p class="note">{(words.times)(&created, used.as_deref())}</p>
            {match removable {
                None => ().into_any(),
                Some(Removable::Never) => view! { <p class="note">{words.stays}</p> }.into_any(),
                Some(removable) => {
                    let (id, name) = (passkey.id, passkey.name);
                    view! { <Removal id=id.to_string() name removable problem /> }.into_any()
                }
            }}
        </li>
    }
}

/// Asks back before it removes one.
#[component]
fn Removal(
    id: String,
    name: String,
    removable: Removable,
    problem: Option<FactorProblem>,
) -> impl IntoView {
    let texts = texts();
    let words = texts.passkeys();
    view! {
        <details open=problem.is_some()>
            <summary aria-label=(words.remove_one)(&name)>{texts.second_factor().remove}</summary>
            <form method="post" action="/konto/zwei-faktor/passkeys/entfernen">
                <input type="hidden" name="passkey" value=id />
                <p class="note">
                    {match removable {
                        Removable::Last => texts.second_factor().remove_note,
                        _ => words.remove_note,
                    }}
                </p>
                <RemovalFields removable problem />
                <footer class="buttons">
                    <button class="danger">{words.remove}</button>
                </footer>
            </form>
        </details>
    }
}

#[component]
fn New(problem: Option<FactorProblem>, typed: String) -> impl IntoView {
    let texts = texts();
    let words = texts.passkeys();
    let (of_name, of_passkey) = match problem {
        Some(FactorProblem::Passkey(PasskeyProblem::Name)) => {
            (Some(words.name_needed.to_owned()), None)
        }
        Some(FactorProblem::Passkey(problem)) => (None, Some(problem)),
        _ => (None, None),
    };
    view! {
        <form method="post" action="/konto/zwei-faktor/passkeys">
            {of_passkey.map(|problem| view! { <p role="alert">{sentence(texts, problem)}</p> })}
            <TextField
                name="name"
                label=words.name
                value=typed
                required=true
                error=Signal::stored(of_name)
            />
            <p class="note">{words.name_note}</p>
            <ProofField problem=proof_of(problem) />
            <PasskeyButton asking=Asking::New label=words.add />
        </form>
    }
}

fn sentence(texts: &Texts, problem: PasskeyProblem) -> &'static str {
    let words = texts.passkeys();
    match problem {
        PasskeyProblem::Name => words.name_needed,
        PasskeyProblem::Again => words.again,
        PasskeyProblem::Late => words.late,
        PasskeyProblem::Wrong => words.wrong,
        PasskeyProblem::Known => words.known,
        PasskeyProblem::Full => words.full,
    }
}

/// In German time, as everywhere.
fn moment(texts: &Texts, moment: Moment) -> String {
    let Moment { day, hour, minute } = moment;
    format!("{}, {hour:02}:{minute:02}", (texts.general.day)(day))
}

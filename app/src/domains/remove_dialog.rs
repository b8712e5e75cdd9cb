//! The question "Domain entfernen".

use domain::domain_record::DomainRecord;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::remove_domain, changes::DomainChanges, drafts::DomainDrafts, one_domain::OneDomain,
    place::Place,
};
use crate::{
    frame::Notices,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{CancelButton, ProblemAlert},
};

/// `/domains/{id}/entfernen`
#[component]
pub fn RemoveDomain() -> impl IntoView {
    view! { <RemoveDomainDialog place=Place::List /> }
}

#[component]
pub(crate) fn RemoveDomainDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneDomain
            place
            title=texts().domains.remove
            alert=true
            on_close=move |()| escape()
            render=|record, place| view! { <Question record place /> }.into_any()
        />
    }
}

#[component]
fn Question(record: DomainRecord, place: Place) -> impl IntoView {
    let words = &texts().domains;
    let (id, version) = (record.id, record.version);
    let declined = match submitted() {
        Some(Submitted::RemoveDomain { refusal }) => Some(refusal.into()),
        _ => None,
    };
    let problem = RwSignal::new(declined);
    let sending = RwSignal::new(false);
    let leave = place.leave();
    let cancel = leave.clone();
    let (notices, changes) = (Notices::current(), DomainChanges::current());
    let drafts = DomainDrafts::current();
    let removed = words.removed;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let leave = leave.clone();
        spawn_local(async move {
            match remove_domain(id, version).await {
                Ok(name) => {
                    drafts.set_edit(None);
                    notices.say(removed(&name));
                    changes.note();
                    leave();
                }
                Err(refused) => {
                    sending.set(false);
                    problem.set(Some(refused));
                }
            }
        });
    };
    let belongs = record
        .owner
        .as_ref()
        .map(|owner| view! { <p>{(words.belongs_to)(&owner.number, &owner.last_name)}</p> });
    view! {
        <p>{(words.remove_question)(&record.record.domain)}</p>
        {belongs}
        <p>{words.remove_meaning}</p>
        <ProblemAlert problem />
        <form method="post" action=place.remove(id) class="buttons" on:submit=submit>
            <input type="hidden" name="version" value=version.0 />
            <button class="danger" aria-disabled=move || sending.get().to_string()>
                {words.remove_submit}
            </button>
            <CancelButton href=place.back() on_press=move |()| cancel() focused=true />
        </form>
    }
}

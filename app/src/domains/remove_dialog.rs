//! The question "Domain entfernen".

use domain::domain_record::DomainRecord;
use leptos::prelude::*;

use super::{
    api::remove_domain,
    record::{DomainDrafts, Place},
};
use crate::{
    locale::texts,
    records::{OneRecord, after_change},
    submitted::{Submitted, submitted},
    ui::Question,
};

/// `/domains/{id}/entfernen`
#[component]
pub fn RemoveDomain() -> impl IntoView {
    view! { <RemoveDomainDialog place=Place::list() /> }
}

#[component]
pub(crate) fn RemoveDomainDialog(place: Place) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=texts().domains().remove
            alert=true
            render=|record, place| view! { <Remove record place /> }.into_any()
        />
    }
}

#[component]
fn Remove(record: DomainRecord, place: Place) -> impl IntoView {
    let words = texts().domains();
    let (id, version) = (record.id, record.version);
    let declined = match submitted() {
        Some(Submitted::RemoveDomain { refusal }) => Some(refusal),
        _ => None,
    };
    let cancel = place.leave();
    let done = after_change(place);
    let drafts = DomainDrafts::current();
    let answer = move || {
        let done = done.clone();
        async move {
            let name = remove_domain(id, version).await?;
            drafts.set_edit(None);
            done((words.removed)(&name));
            Ok(())
        }
    };
    let belongs = record.owner.as_ref().map(|owner| {
        view! { <p>{(words.record.belongs_to)(&owner.number, &owner.last_name)}</p> }
    });
    view! {
        <p>{(words.remove_question)(&record.record.domain)}</p>
        {belongs}
        <p>{words.remove_meaning}</p>
        <Question
            action=place.remove(id)
            back=place.back()
            on_cancel=move |()| cancel()
            declined
            answer
            submit=words.remove_submit
            class="danger"
        >
            <input type="hidden" name="version" value=version.0 />
        </Question>
    }
}

//! What is known of a domain besides what can be edited.

use domain::domain_record::DomainRecord;
use leptos::prelude::*;

use crate::{domains::place::Place, locale::texts};

/// Whose it is, and what the registrar called its status.
#[component]
pub(super) fn Beside(record: DomainRecord) -> impl IntoView {
    let words = &texts().domains;
    let belongs = match &record.owner {
        Some(owner) => {
            let href = Place::Customer(owner.id).page();
            let text = (words.belongs_to)(&owner.number, &owner.last_name);
            view! { <a href=href>{text}</a> }.into_any()
        }
        None => words.belongs_to_nobody.into_any(),
    };
    let said = (!record.registrar_status.is_empty())
        .then(|| view! { <p class="note">{(words.registrar_said)(&record.registrar_status)}</p> });
    view! {
        <p>{belongs}</p>
        {said}
    }
}

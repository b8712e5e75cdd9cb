//! The dialog "Domain bearbeiten".

use domain::domain_record::DomainRecord;
use leptos::prelude::*;

use super::{fields::DomainFields, record::Place, state_view::DomainStateView};
use crate::{
    lists::as_filtered,
    locale::texts,
    records::{EditRecord, OneRecord, OwnerLine},
    ui::{Icon, Shape},
};

/// `/domains/{id}`
#[component]
pub fn EditDomain() -> impl IntoView {
    view! { <EditDomainDialog place=Place::list() /> }
}

#[component]
pub(crate) fn EditDomainDialog(place: Place) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=texts().domains().record.edit
            render=|record, place| view! { <EditForm record place /> }.into_any()
        />
    }
}

#[component]
fn EditForm(record: DomainRecord, place: Place) -> impl IntoView {
    let remove = as_filtered(place.remove(record.id));
    view! {
        <EditRecord
            record=record.clone()
            place
            facts=view! { <DomainFacts record /> }.into_any()
            fields=|state, values, _| view! { <DomainFields state values /> }.into_any()
            others=view! {
                <a class="button danger aside" href=remove>
                    <Icon shape=Shape::Bin />
                    <span>{texts().domains().remove_submit}</span>
                </a>
            }
                .into_any()
        />
    }
}

/// Its state, whose it is, and what the registrar called its status.
#[component]
fn DomainFacts(record: DomainRecord) -> impl IntoView {
    let said = (!record.registrar_status.is_empty()).then(|| {
        let sentence = (texts().domains().registrar_said)(&record.registrar_status);
        view! { <p class="note">{sentence}</p> }
    });
    view! {
        <DomainStateView state=record.state advice=record.advice />
        <OwnerLine record />
        {said}
    }
}

//! The dialogs about domains, over a customer's page.

use leptos::prelude::*;

use crate::{
    customers::over_tab::{owner, place},
    domains::{CreateDomainDialog, EditDomainDialog, Place, RemoveDomainDialog},
    records::{AssignRecords, ReleaseRecord},
};

/// `/mkm/kunden/{id}/domains/neu`
#[component]
pub fn CreateCustomerDomain() -> impl IntoView {
    let customer = owner();
    move || {
        customer.get().map(|owner| {
            let place = Place::of_customer(owner.id);
            view! { <CreateDomainDialog place owner=Some(owner) /> }
        })
    }
}

/// `/mkm/kunden/{id}/domains/zuordnen`
#[component]
pub fn AssignDialog() -> impl IntoView {
    let customer = owner();
    move || {
        customer.get().map(|customer| {
            let place = Place::of_customer(customer.id);
            view! { <AssignRecords place customer /> }
        })
    }
}

/// `/mkm/kunden/{id}/domains/{domain}`
#[component]
pub fn EditCustomerDomain() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || {
        place
            .get()
            .map(|place| view! { <EditDomainDialog place /> })
    }
}

/// `/mkm/kunden/{id}/domains/{domain}/entfernen`
#[component]
pub fn RemoveCustomerDomain() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || {
        place
            .get()
            .map(|place| view! { <RemoveDomainDialog place /> })
    }
}

/// `/mkm/kunden/{id}/domains/{domain}/loesen`
#[component]
pub fn ReleaseDomain() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || place.get().map(|place| view! { <ReleaseRecord place /> })
}

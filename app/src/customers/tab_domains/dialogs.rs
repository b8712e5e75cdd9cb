//! The dialogs about single domains, over a customer's page.

use leptos::prelude::*;

use super::owner;
use crate::{
    customers::detail_page::DetailState,
    domains::{CreateDomainDialog, EditDomainDialog, Place, RemoveDomainDialog},
};

/// `/mkm/kunden/{id}/domains/neu`
#[component]
pub fn CreateCustomerDomain() -> impl IntoView {
    // Of the customer when the dialog was opened: a later change must not empty the form.
    let detail = DetailState::current();
    let customer = Memo::new(move |_| detail.get().map(|detail| owner(&detail)));
    move || {
        customer.get().map(|owner| {
            let place = Place::Customer(owner.id);
            view! { <CreateDomainDialog place owner=Some(owner) /> }
        })
    }
}

/// `/mkm/kunden/{id}/domains/{domain}`
#[component]
pub fn EditCustomerDomain() -> impl IntoView {
    let place = place();
    move || {
        place
            .get()
            .map(|place| view! { <EditDomainDialog place /> })
    }
}

/// `/mkm/kunden/{id}/domains/{domain}/entfernen`
#[component]
pub fn RemoveCustomerDomain() -> impl IntoView {
    let place = place();
    move || {
        place
            .get()
            .map(|place| view! { <RemoveDomainDialog place /> })
    }
}

/// The page of the customer, once it is known to be there.
pub(super) fn place() -> Memo<Option<Place>> {
    let detail = DetailState::current();
    Memo::new(move |_| detail.get().map(|detail| Place::Customer(detail.id)))
}

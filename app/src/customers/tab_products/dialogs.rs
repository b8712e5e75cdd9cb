//! The dialogs about products, over a customer's page.

use leptos::prelude::*;

use crate::{
    customers::over_tab::{owner, place},
    products::{
        CreateProductDialog, DeleteProductDialog, EditProductDialog, EndProductDialog, Place,
    },
    records::{AssignRecords, ReleaseRecord},
};

/// `/mkm/kunden/{id}/produkte/neu`
#[component]
pub fn CreateCustomerProduct() -> impl IntoView {
    let customer = owner();
    move || {
        customer.get().map(|owner| {
            let place = Place::of_customer(owner.id);
            view! { <CreateProductDialog place owner=Some(owner) /> }
        })
    }
}

/// `/mkm/kunden/{id}/produkte/zuordnen`
#[component]
pub fn AssignProductDialog() -> impl IntoView {
    let customer = owner();
    move || {
        customer.get().map(|customer| {
            let place = Place::of_customer(customer.id);
            view! { <AssignRecords place customer /> }
        })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}`
#[component]
pub fn EditCustomerProduct() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || {
        place
            .get()
            .map(|place| view! { <EditProductDialog place /> })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}/loeschen`
#[component]
pub fn DeleteCustomerProduct() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || {
        place
            .get()
            .map(|place| view! { <DeleteProductDialog place /> })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}/beenden`
#[component]
pub fn EndCustomerProduct() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || {
        place
            .get()
            .map(|place| view! { <EndProductDialog place /> })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}/loesen`
#[component]
pub fn ReleaseProduct() -> impl IntoView {
    let place: Memo<Option<Place>> = place();
    move || place.get().map(|place| view! { <ReleaseRecord place /> })
}

//! The dialogs about single products, over a customer's page.

use leptos::prelude::*;

use super::owner;
use crate::{
    customers::detail_page::DetailState,
    products::{
        CreateProductDialog, DeleteProductDialog, EditProductDialog, EndProductDialog, Place,
    },
};

/// `/mkm/kunden/{id}/produkte/neu`
#[component]
pub fn CreateCustomerProduct() -> impl IntoView {
    // Of the customer when the dialog was opened: a later change must not empty the form.
    let detail = DetailState::current();
    let customer = Memo::new(move |_| detail.get().map(|detail| owner(&detail)));
    move || {
        customer.get().map(|owner| {
            let place = Place::Customer(owner.id);
            view! { <CreateProductDialog place owner=Some(owner) /> }
        })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}`
#[component]
pub fn EditCustomerProduct() -> impl IntoView {
    let place = place();
    move || {
        place
            .get()
            .map(|place| view! { <EditProductDialog place /> })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}/loeschen`
#[component]
pub fn DeleteCustomerProduct() -> impl IntoView {
    let place = place();
    move || {
        place
            .get()
            .map(|place| view! { <DeleteProductDialog place /> })
    }
}

/// `/mkm/kunden/{id}/produkte/{product}/beenden`
#[component]
pub fn EndCustomerProduct() -> impl IntoView {
    let place = place();
    move || {
        place
            .get()
            .map(|place| view! { <EndProductDialog place /> })
    }
}

/// The page of the customer, once it is known to be there.
pub(super) fn place() -> Memo<Option<Place>> {
    let detail = DetailState::current();
    Memo::new(move |_| detail.get().map(|detail| Place::Customer(detail.id)))
}

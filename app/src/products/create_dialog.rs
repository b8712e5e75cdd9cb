//! The dialog "Neues Reseller-Produkt", over the list of products or for one customer.

use domain::{domain_form::written_day, domain_record::Owner, product_form::ProductForm};
use leptos::prelude::*;

use super::{fields::ProductFields, record::Place};
use crate::{address::today, records::CreateRecord};

/// `/produkte/neu`
#[component]
pub fn CreateProduct() -> impl IntoView {
    view! { <CreateProductDialog place=Place::list() owner=None /> }
}

#[component]
pub(crate) fn CreateProductDialog(
    place: Place,
    /// Whose product it will be.
    owner: Option<Owner>,
) -> impl IntoView {
    let fresh = ProductForm {
        since: written_day(today()),
        ..ProductForm::default()
    };
    view! {
        <CreateRecord
            place
            owner
            fresh
            fields=|state, values, place| {
                let with_customer = place.customer().is_none();
                view! { <ProductFields state values with_customer /> }.into_any()
            }
        />
    }
}

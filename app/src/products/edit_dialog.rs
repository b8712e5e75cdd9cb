//! The dialog "Produkt bearbeiten".

use domain::{customer::ProductKind, product_record::ProductRecord};
use leptos::prelude::*;

use super::{
    facts::{BoughtProduct, ProductFacts},
    fields::ProductFields,
    record::Place,
};
use crate::{
    lists::as_filtered,
    locale::texts,
    records::{EditRecord, OneRecord},
    ui::{Icon, Shape},
};

/// `/produkte/{id}`
#[component]
pub fn EditProduct() -> impl IntoView {
    view! { <EditProductDialog place=Place::list() /> }
}

#[component]
pub(crate) fn EditProductDialog(place: Place) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=texts().products().record.edit
            render=|record, place| match record.kind {
                ProductKind::Provider => view! { <BoughtProduct record place /> }.into_any(),
                ProductKind::Reseller => view! { <EditForm record place /> }.into_any(),
            }
        />
    }
}

#[component]
fn EditForm(record: ProductRecord, place: Place) -> impl IntoView {
    view! {
        <EditRecord
            record=record.clone()
            place
            facts=view! { <ProductFacts record=record.clone() /> }.into_any()
            fields=|state, values, _| {
                view! { <ProductFields state values with_customer=false /> }.into_any()
            }
            others=view! { <OtherActions record place /> }.into_any()
        />
    }
}

/// Ending it or taking that back, and deleting it.
#[component]
fn OtherActions(record: ProductRecord, place: Place) -> impl IntoView {
    let words = texts().products();
    let id = record.id;
    let end = if record.ended_on.is_some() {
        words.resume
    } else {
        words.end
    };
    view! {
        <a class="button aside" href=as_filtered(place.end(id))>
            {end}
        </a>
        <a class="button danger" href=as_filtered(place.delete(id))>
            <Icon shape=Shape::Bin />
            <span>{texts().general.delete}</span>
        </a>
    }
}

//! What else can be done with a product.

use domain::product_record::ProductRecord;
use leptos::prelude::*;

use crate::{
    lists::as_filtered,
    locale::texts,
    products::place::Place,
    ui::{Icon, Shape},
};

/// Ending it or taking that back, and deleting it.
#[component]
pub(super) fn OtherActions(record: ProductRecord, place: Place) -> impl IntoView {
    let words = &texts().products;
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

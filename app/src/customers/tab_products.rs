//! The tab "Produkte": both kinds together.

use domain::customer::ProductRow;
use leptos::prelude::*;

use super::detail_page::DetailState;
use crate::{
    frame::provider_name,
    locale::texts,
    ui::{Cell, RecordTable, active_cell},
};

#[component]
pub fn TabProducts() -> impl IntoView {
    let state = DetailState::current();
    let words = &texts().detail;
    let provider = provider_name();
    move || {
        let products = state.get()?.products;
        Some(view! {
            <RecordTable
                caption=words.tab_products
                columns=vec![
                    words.kind,
                    words.product_name,
                    words.reference,
                    words.status,
                    words.since,
                ]
                rows=products.into_iter().map(|product| cells(product, &provider)).collect()
                none=words.no_products
            />
        })
    }
}

fn cells(product: ProductRow, provider: &str) -> Vec<Cell> {
    let texts = texts();
    vec![
        Cell::Text((texts.detail.product_kind)(product.kind, provider)),
        Cell::Text(product.name),
        Cell::Text(product.reference),
        active_cell(product.active, texts.general.inactive),
        Cell::Text((texts.general.day)(product.since)),
    ]
}

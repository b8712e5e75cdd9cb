//! The tab "Produkte": both kinds together.

use domain::customer::ProductRow;
use leptos::{either::Either, prelude::*};

use super::detail_page::DetailState;
use crate::{frame::provider_name, locale::texts};

#[component]
pub fn TabProducts() -> impl IntoView {
    let state = DetailState::current();
    move || {
        let products = state.get()?.products;
        Some(if products.is_empty() {
            Either::Left(view! { <p class="tab empty">{texts().detail.no_products}</p> })
        } else {
            Either::Right(view! { <ProductTable products /> })
        })
    }
}

#[component]
fn ProductTable(products: Vec<ProductRow>) -> impl IntoView {
    let words = &texts().detail;
    let provider = provider_name();
    view! {
        <div class="tab table-frame">
            <table>
                <caption class="visually-hidden">{words.tab_products}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.kind}</th>
                        <th scope="col">{words.product_name}</th>
                        <th scope="col">{words.reference}</th>
                        <th scope="col">{words.status}</th>
                        <th scope="col">{words.since}</th>
                    </tr>
                </thead>
                <tbody>
                    {products.into_iter().map(|product| row_view(product, &provider)).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn row_view(product: ProductRow, provider: &str) -> impl IntoView + use<> {
    let texts = texts();
    let words = &texts.detail;
    let status = if product.active {
        texts.general.active
    } else {
        texts.general.inactive
    };
    view! {
        <tr>
            <td data-label=words.kind>{(words.product_kind)(product.kind, provider)}</td>
            <td data-label=words.product_name>{product.name}</td>
            <td data-label=words.reference>{product.reference}</td>
            <td data-label=words.status>
                <span class="badge" class:good=product.active>{status}</span>
            </td>
            <td data-label=words.since>{(texts.general.day)(product.since)}</td>
        </tr>
    }
}

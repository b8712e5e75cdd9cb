//! The own products. Where they were bought is the reseller's business.

use domain::customer::ProductRow;
use leptos::{either::Either, prelude::*};

use crate::locale::texts;

#[component]
pub(super) fn PortalProducts(products: Vec<ProductRow>) -> impl IntoView {
    let texts = texts();
    let content = if products.is_empty() {
        Either::Left(view! { <p class="note">{texts.portal().no_products}</p> })
    } else {
        let rows = products.into_iter().map(row).collect_view();
        Either::Right(view! { <ul class="portal-list">{rows}</ul> })
    };
    view! {
        <section class="tab" aria-labelledby="produkte">
            <h2 id="produkte">{texts.detail.tab_products}</h2>
            {content}
        </section>
    }
}

fn row(product: ProductRow) -> impl IntoView {
    let texts = texts();
    let (status, class) = if product.active {
        (texts.general.active, "badge good")
    } else {
        (texts.general.inactive, "badge")
    };
    let since = (texts.portal().since)(&(texts.general.day)(product.since));
    view! {
        <li>
            <p class="portal-line">
                <strong>{product.name}</strong>
                <span class=class>{status}</span>
            </p>
            <p class="note">{since}</p>
        </li>
    }
}

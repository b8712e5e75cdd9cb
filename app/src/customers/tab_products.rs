//! The tab "Produkte" with its dialogs: both kinds together.

mod dialogs;

pub use dialogs::{
    AssignProductDialog, CreateCustomerProduct, DeleteCustomerProduct, EditCustomerProduct,
    EndCustomerProduct, ReleaseProduct,
};

use domain::{
    customer::{CustomerDetail, ProductKind, ProductRow},
    rights::Action,
};
use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::detail_page::DetailState;
use crate::{
    frame::{may, provider_name},
    locale::texts,
    products::Place,
    records::TabActions,
    ui::{Cell, Icon, RecordTable, Shape, active_cell, with_actions},
};

#[component]
pub fn TabProducts() -> impl IntoView {
    let state = DetailState::current();
    view! {
        {move || state.get().map(|detail| view! { <ProductsOf detail /> })}
        <Outlet />
    }
}

#[component]
fn ProductsOf(detail: CustomerDetail) -> impl IntoView {
    let words = &texts().detail;
    let provider = provider_name();
    let place = Place::of_customer(detail.id);
    let rows = detail
        .products
        .into_iter()
        .map(|product| cells(product, &provider, place))
        .collect();
    let may_edit = may(Action::EditProducts);
    view! {
        {may_edit.then(|| view! { <TabActions place /> })}
        <RecordTable
            caption=words.tab_products
            columns=with_actions(
                vec![words.kind, words.product_name, words.reference, words.status, words.since],
                may_edit.then_some(texts().products().record.actions),
            )
            rows
            none=words.no_products
        />
    }
}

fn cells(product: ProductRow, provider: &str, place: Place) -> Vec<Cell> {
    let texts = texts();
    let actions = view! { <RowActions product=product.clone() place /> };
    vec![
        Cell::Text((texts.detail.product_kind)(product.kind, provider)),
        Cell::Text(product.name),
        Cell::Text(product.reference),
        active_cell(product.active, texts.general.inactive),
        Cell::Line((texts.general.day)(product.since)),
        Cell::View(actions.into_any()),
    ]
}

/// The provider's products are only set free.
#[component]
fn RowActions(product: ProductRow, place: Place) -> impl IntoView {
    let words = texts().products();
    let (id, name) = (product.id, product.name.as_str());
    let own = (product.kind == ProductKind::Reseller).then(|| {
        let end = if product.ended_on.is_some() {
            (words.resume, (words.resume_of)(name))
        } else {
            (words.end, (words.end_of)(name))
        };
        view! {
            <a class="button" href=place.edit(id) aria-label=(words.record.edit_of)(name) title=(words.record.edit_of)(name)>
                <Icon shape=Shape::Pen />
            </a>
            <a class="button" href=place.end(id) aria-label=end.1>
                {end.0}
            </a>
            <a
                class="button danger"
                href=place.delete(id)
                aria-label=(words.delete_of)(name)
                title=(words.delete_of)(name)
            >
                <Icon shape=Shape::Bin />
            </a>
        }
    });
    view! {
        <span class="row-actions">
            {own}
            <a class="button" href=place.release(id) aria-label=(words.record.release_of)(name)>
                {words.record.release_submit}
            </a>
        </span>
    }
}

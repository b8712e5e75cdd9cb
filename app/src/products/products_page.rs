//! `/produkte`: "Produktverwaltung", the page below the dialogs about single products.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::record::ProductChanges;
use crate::lists::{List, ListHead, ListState, PRODUCTS};

#[component]
pub fn ProductsPage() -> impl IntoView {
    let state = ListState::of(&PRODUCTS);
    provide_context(state);
    let changes = ProductChanges::current();
    state.reload_after(move || changes.count());
    view! {
        <ListHead state />
        <List state />
        <Outlet />
    }
}

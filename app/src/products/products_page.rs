//! `/produkte`: "Produktverwaltung", the page below the dialogs about single products.

use domain::principal::Role;
use leptos::{either::Either, prelude::*};
use leptos_router::components::Outlet;

use super::record::ProductChanges;
use crate::{
    frame::FrameState,
    lists::{List, ListHead, ListState, PRODUCTS},
    not_found_page::ForbiddenPage,
};

#[component]
pub fn ProductsPage() -> impl IntoView {
    let signed_in = FrameState::current().signed_in;
    if signed_in.is_none_or(|who| who.role == Role::Portal) {
        return Either::Left(view! { <ForbiddenPage /> });
    }
    let state = ListState::of(&PRODUCTS);
    provide_context(state);
    let changes = ProductChanges::current();
    state.reload_after(move || changes.count());
    Either::Right(view! {
        <ListHead state />
        <List state />
        <Outlet />
    })
}

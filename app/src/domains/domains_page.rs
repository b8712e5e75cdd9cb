//! `/domains`: "Domainverwaltung", the page below the dialogs about single domains.

use domain::principal::Role;
use leptos::{either::Either, prelude::*};
use leptos_router::components::Outlet;

use super::record::DomainChanges;
use crate::{
    frame::FrameState,
    lists::{DOMAINS, List, ListHead, ListState},
    not_found_page::ForbiddenPage,
};

#[component]
pub fn DomainsPage() -> impl IntoView {
    let signed_in = FrameState::current().signed_in;
    if signed_in.is_none_or(|who| who.role == Role::Portal) {
        return Either::Left(view! { <ForbiddenPage /> });
    }
    let state = ListState::of(&DOMAINS);
    provide_context(state);
    let changes = DomainChanges::current();
    state.reload_after(move || changes.count());
    Either::Right(view! {
        <ListHead state />
        <List state />
        <Outlet />
    })
}

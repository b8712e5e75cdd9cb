//! `/domains`: "Domainverwaltung", the page below the dialogs about single domains.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::record::DomainChanges;
use crate::lists::{DOMAINS, List, ListHead, ListState};

#[component]
pub fn DomainsPage() -> impl IntoView {
    let state = ListState::of(&DOMAINS);
    provide_context(state);
    let changes = DomainChanges::current();
    state.reload_after(move || changes.count());
    view! {
        <ListHead state />
        <List state />
        <Outlet />
    }
}

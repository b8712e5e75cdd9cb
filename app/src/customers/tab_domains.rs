//! The tab "Domains" with its dialogs.

mod dialogs;

pub use dialogs::{
    AssignDialog, CreateCustomerDomain, EditCustomerDomain, ReleaseDomain, RemoveCustomerDomain,
};

use domain::{
    customer::{CustomerDetail, DomainRow},
    rights::Action,
};
use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::detail_page::DetailState;
use crate::{
    domains::{DomainStateView, Place},
    frame::may,
    locale::texts,
    records::TabActions,
    ui::{Cell, Icon, RecordTable, Shape, active_cell, with_actions},
};

#[component]
pub fn TabDomains() -> impl IntoView {
    let state = DetailState::current();
    view! {
        {move || state.get().map(|detail| view! { <DomainsOf detail /> })}
        <Outlet />
    }
}

#[component]
fn DomainsOf(detail: CustomerDetail) -> impl IntoView {
    let words = &texts().detail;
    let place = Place::of_customer(detail.id);
    let may_edit = may(Action::EditDomains);
    let rows = detail
        .domains
        .into_iter()
        .map(|domain| cells(domain, place))
        .collect();
    view! {
        {may_edit.then(|| view! { <TabActions place /> })}
        <RecordTable
            caption=words.tab_domains
            columns=with_actions(
                vec![words.contract, words.domain, words.domain_state, words.status, words.registrar],
                may_edit.then_some(texts().domains().record.actions),
            )
            rows
            none=words.no_domains
        />
    }
}

fn cells(domain: DomainRow, place: Place) -> Vec<Cell> {
    let words = &texts().domains().record;
    let actions = view! {
        <span class="row-actions">
            <a
                class="button"
                href=place.edit(domain.id)
                aria-label=(words.edit_of)(&domain.shown_name)
                title=(words.edit_of)(&domain.shown_name)
            >
                <Icon shape=Shape::Pen />
            </a>
            <a
                class="button"
                href=place.release(domain.id)
                aria-label=(words.release_of)(&domain.shown_name)
            >
                {words.release_submit}
            </a>
        </span>
    };
    let state = view! { <DomainStateView state=domain.state advice=domain.advice /> };
    vec![
        Cell::View(view! { <span class="contract">{domain.contract}</span> }.into_any()),
        Cell::Text(domain.shown_name),
        Cell::View(view! { <div>{state}</div> }.into_any()),
        active_cell(domain.active, texts().general.inactive),
        Cell::Text(domain.registrar),
        Cell::View(actions.into_any()),
    ]
}

//! The tab "Domains".

use domain::customer::DomainRow;
use leptos::prelude::*;

use super::detail_page::DetailState;
use crate::{
    domains::DomainStateView,
    locale::texts,
    ui::{Cell, RecordTable, active_cell},
};

#[component]
pub fn TabDomains() -> impl IntoView {
    let state = DetailState::current();
    let words = &texts().detail;
    move || {
        let domains = state.get()?.domains;
        Some(view! {
            <RecordTable
                caption=words.tab_domains
                columns=vec![
                    words.contract,
                    words.domain,
                    words.domain_state,
                    words.status,
                    words.registrar,
                ]
                rows=domains.into_iter().map(cells).collect()
                none=words.no_domains
            />
        })
    }
}

fn cells(domain: DomainRow) -> Vec<Cell> {
    vec![
        Cell::Text(domain.contract),
        Cell::Text(domain.shown_name),
        Cell::View(
            view! { <DomainStateView state=domain.state advice=domain.advice /> }.into_any(),
        ),
        active_cell(domain.active, texts().general.inactive),
        Cell::Text(domain.registrar),
    ]
}

//! The tab "Domains".

mod state;

use domain::customer::DomainRow;
use leptos::{either::Either, prelude::*};

use self::state::DomainStateList;
use super::detail_page::DetailState;
use crate::locale::texts;

#[component]
pub fn TabDomains() -> impl IntoView {
    let state = DetailState::current();
    move || {
        let domains = state.get()?.domains;
        Some(if domains.is_empty() {
            Either::Left(view! { <p class="tab empty">{texts().detail.no_domains}</p> })
        } else {
            Either::Right(view! { <DomainTable domains /> })
        })
    }
}

#[component]
fn DomainTable(domains: Vec<DomainRow>) -> impl IntoView {
    let words = &texts().detail;
    view! {
        <div class="tab table-frame">
            <table>
                <caption class="visually-hidden">{words.tab_domains}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.contract}</th>
                        <th scope="col">{words.domain}</th>
                        <th scope="col">{words.domain_state}</th>
                        <th scope="col">{words.status}</th>
                        <th scope="col">{words.registrar}</th>
                    </tr>
                </thead>
                <tbody>{domains.into_iter().map(row_view).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row_view(domain: DomainRow) -> impl IntoView {
    let texts = texts();
    let words = &texts.detail;
    let status = if domain.active {
        texts.general.active
    } else {
        texts.general.inactive
    };
    view! {
        <tr>
            <td data-label=words.contract>{domain.contract}</td>
            <td data-label=words.domain>{domain.shown_name}</td>
            <td data-label=words.domain_state>
                <DomainStateList state=domain.state />
            </td>
            <td data-label=words.status>
                <span class="badge" class:good=domain.active>{status}</span>
            </td>
            <td data-label=words.registrar>{domain.registrar}</td>
        </tr>
    }
}

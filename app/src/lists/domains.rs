//! How the list of domains looks.

use domain::{
    domain_list::{
        BY_ASSIGNMENT, BY_CONTRACT, BY_CUSTOMER, BY_NAME, BY_REGISTRAR, BY_STATE, BY_STATUS,
        CONTRACT, CUSTOMER, ID, NAME, REGISTRAR, STATE, STATE_CHOICES, STATUS, UNASSIGNED, advice,
    },
    list::{ListKind, Row},
    rights::Action,
};
use leptos::prelude::*;

use super::{
    cells::{assignment_choices, customer, edit_link, status, status_choices},
    state::ListState,
    view::{ColumnView, ListView, Shown, no_choices},
};
use crate::{
    address::today,
    locale::{Texts, texts},
};

/// "Domainverwaltung".
pub(crate) static DOMAINS: ListView = ListView {
    kind: ListKind::Domains,
    path: "/domains",
    class: "list domain-list",
    form: "domain-filter",
    whole: "/api/domains/liste",
    words: |texts| texts.lists.domains,
    columns: &[
        ColumnView {
            column: CONTRACT,
            filter: BY_CONTRACT,
            label: |texts| texts.detail.contract,
            choices: no_choices,
            shown: Shown::Text,
        },
        ColumnView {
            column: NAME,
            filter: BY_NAME,
            label: |texts| texts.detail.domain,
            choices: no_choices,
            shown: Shown::Text,
        },
        ColumnView {
            column: CUSTOMER,
            filter: BY_CUSTOMER,
            label: |texts| texts.lists.customer,
            choices: no_choices,
            shown: Shown::View(|row| customer(row.text(CUSTOMER))),
        },
        ColumnView {
            column: STATE,
            filter: BY_STATE,
            label: |texts| texts.detail.domain_state,
            choices: state_choices,
            shown: Shown::View(state),
        },
        ColumnView {
            column: STATUS,
            filter: BY_STATUS,
            label: |texts| texts.detail.status,
            choices: status_choices,
            shown: Shown::View(|row| status(row, STATUS)),
        },
        ColumnView {
            column: REGISTRAR,
            filter: BY_REGISTRAR,
            label: |texts| texts.detail.registrar,
            choices: no_choices,
            shown: Shown::Text,
        },
    ],
    beside: Some(ColumnView {
        column: UNASSIGNED,
        filter: BY_ASSIGNMENT,
        label: |texts| texts.lists.assignment,
        choices: assignment_choices,
        shown: Shown::Text,
    }),
    edits: Action::EditDomains,
    opens: false,
    actions,
    selectable: Some((ID, NAME)),
};

fn state_choices(texts: &'static Texts) -> Vec<(&'static str, String)> {
    let words = [
        texts.lists.needs_action,
        texts.detail.ok,
        texts.detail.unknown,
    ];
    let words = words.map(str::to_owned);
    STATE_CHOICES
        .iter()
        .map(|choice| choice.word)
        .zip(words)
        .collect()
}

/// What must be done, in few words.
fn state(row: &Row) -> AnyView {
    let advice = advice(row.count(STATE), today());
    view! { <span class:to-do=advice.needs_action()>{(texts().lists.advice)(advice)}</span> }
        .into_any()
}

fn actions(row: &Row, state: ListState) -> AnyView {
    edit_link(row.text(NAME), row.id(ID), state)
}

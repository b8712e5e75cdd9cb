//! How the list of domains looks.

use domain::{
    domain_list::{
        BY_ASSIGNMENT, BY_CONTRACT, BY_CUSTOMER, BY_NAME, BY_REGISTRAR, BY_STATE, BY_STATUS,
        CONTRACT, CUSTOMER, ID, NAME, REGISTRAR, STATE, STATE_CHOICES, STATUS, UNASSIGNED, advice,
    },
    list::{ListKind, Row},
    rights::Action,
};
use maud::{Markup, html};

use super::{
    cells::{assignment_filter, customer_column, edit_link, status_column},
    selection::selectable,
    showing::Showing,
    view::{ColumnView, ListView, Shown},
};
use crate::locale::Texts;

/// "Domainverwaltung".
pub(crate) static DOMAINS: ListView = ListView {
    kind: ListKind::Domains,
    path: "/domains",
    class: "list domain-list",
    form: "domain-filter",
    whole: "/api/domains/liste",
    words: |texts| texts.lists.domains,
    columns: &[
        ColumnView::text(CONTRACT, BY_CONTRACT, |texts| texts.detail.contract),
        ColumnView::text(NAME, BY_NAME, |texts| texts.detail.domain),
        customer_column(CUSTOMER, BY_CUSTOMER),
        ColumnView {
            column: STATE,
            filter: BY_STATE,
            label: |texts| texts.detail.domain_state,
            choices: state_choices,
            shown: Shown::Markup(state),
        },
        status_column(STATUS, BY_STATUS),
        ColumnView::text(REGISTRAR, BY_REGISTRAR, |texts| texts.detail.registrar),
    ],
    beside: Some(assignment_filter(UNASSIGNED, BY_ASSIGNMENT)),
    edits: Action::EditDomains,
    opens: false,
    actions,
    selectable: Some(selectable(ID, NAME)),
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
fn state(row: &Row, column: usize, showing: &Showing) -> Markup {
    let advice = advice(row.count(column), showing.today);
    let words = (showing.texts.lists.advice)(advice);
    html! { span.to-do[advice.needs_action()] { (words) } }
}

fn actions(row: &Row, showing: &Showing) -> Markup {
    edit_link(row.text(NAME), row.id(ID), showing)
}

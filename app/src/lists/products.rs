//! How the list of products looks.

use domain::{
    customer::ProductKind,
    list::{ListKind, Row},
    product_list::{
        BY_ASSIGNMENT, BY_CUSTOMER, BY_KIND, BY_NAME, BY_REFERENCE, BY_SINCE, BY_STATUS, CUSTOMER,
        ID, KIND, KIND_CHOICES, NAME, REFERENCE, SINCE, STATUS, UNASSIGNED, read_day,
    },
    rights::Action,
};
use leptos::prelude::*;

use super::{
    cells::{assignment_choices, customer, edit_link, status, status_choices},
    state::ListState,
    view::{ColumnView, ListView, Shown, no_choices},
};
use crate::{
    frame::provider_name,
    locale::{Texts, texts},
};

/// "Produktverwaltung".
pub(crate) static PRODUCTS: ListView = ListView {
    kind: ListKind::Products,
    path: "/produkte",
    class: "list product-list",
    form: "produkt-filter",
    whole: "/api/produkte/liste",
    words: |texts| texts.lists.products,
    columns: &[
        ColumnView {
            column: KIND,
            filter: BY_KIND,
            label: |texts| texts.detail.kind,
            choices: kind_choices,
            shown: Shown::View(|row| kind(row.count(KIND)).into_any()),
        },
        ColumnView {
            column: NAME,
            filter: BY_NAME,
            label: |texts| texts.detail.product_name,
            choices: no_choices,
            shown: Shown::Text,
        },
        ColumnView {
            column: REFERENCE,
            filter: BY_REFERENCE,
            label: |texts| texts.detail.reference,
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
            column: STATUS,
            filter: BY_STATUS,
            label: |texts| texts.detail.status,
            choices: status_choices,
            shown: Shown::View(|row| status(row, STATUS)),
        },
        ColumnView {
            column: SINCE,
            filter: BY_SINCE,
            label: |texts| texts.detail.since,
            choices: no_choices,
            shown: Shown::View(since),
        },
    ],
    beside: Some(ColumnView {
        column: UNASSIGNED,
        filter: BY_ASSIGNMENT,
        label: |texts| texts.lists.assignment,
        choices: assignment_choices,
        shown: Shown::Text,
    }),
    edits: Action::EditProducts,
    opens: false,
    actions,
    selectable: Some((ID, NAME)),
};

fn kind(code: u32) -> String {
    let kind = match code {
        0 => ProductKind::Provider,
        _ => ProductKind::Reseller,
    };
    (texts().detail.product_kind)(kind, &provider_name())
}

fn kind_choices(_: &'static Texts) -> Vec<(&'static str, String)> {
    let words = KIND_CHOICES.iter().map(|choice| choice.word);
    words.zip([kind(0), kind(1)]).collect()
}

fn since(row: &Row) -> AnyView {
    read_day(row.text(SINCE))
        .map(texts().general.day)
        .into_any()
}

fn actions(row: &Row, state: ListState) -> AnyView {
    edit_link(row.text(NAME), row.id(ID), state)
}

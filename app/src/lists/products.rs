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
    cells::{assignment_filter, customer_column, edit_link, status_column},
    state::ListState,
    view::{ColumnView, ListView, Shown},
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
            shown: Shown::View(|row, column| kind(row.count(column)).into_any()),
        },
        ColumnView::text(NAME, BY_NAME, |texts| texts.detail.product_name),
        ColumnView::text(REFERENCE, BY_REFERENCE, |texts| texts.detail.reference),
        customer_column(CUSTOMER, BY_CUSTOMER),
        status_column(STATUS, BY_STATUS),
        ColumnView {
            shown: Shown::View(since),
            ..ColumnView::text(SINCE, BY_SINCE, |texts| texts.detail.since)
        },
    ],
    beside: Some(assignment_filter(UNASSIGNED, BY_ASSIGNMENT)),
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

fn since(row: &Row, column: usize) -> AnyView {
    read_day(row.text(column))
        .map(texts().general.day)
        .into_any()
}

fn actions(row: &Row, state: ListState) -> AnyView {
    edit_link(row.text(NAME), row.id(ID), state)
}

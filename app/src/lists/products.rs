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
use maud::{Markup, html};

use super::{
    cells::{assignment_filter, customer_column, edit_link, status_column},
    selection::selectable,
    showing::Showing,
    view::{ColumnView, ListView, Shown},
};
use crate::{frame::provider_name, locale::Texts};

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
            shown: Shown::Markup(|row, column, showing| {
                let words = kind(row.count(column), showing.texts, &showing.provider);
                html! { (words) }
            }),
        },
        ColumnView::text(NAME, BY_NAME, |texts| texts.detail.product_name),
        ColumnView::text(REFERENCE, BY_REFERENCE, |texts| texts.detail.reference),
        customer_column(CUSTOMER, BY_CUSTOMER),
        status_column(STATUS, BY_STATUS),
        ColumnView {
            shown: Shown::Markup(since),
            ..ColumnView::text(SINCE, BY_SINCE, |texts| texts.detail.since)
        },
    ],
    beside: Some(assignment_filter(UNASSIGNED, BY_ASSIGNMENT)),
    edits: Action::EditProducts,
    opens: false,
    actions,
    selectable: Some(selectable(ID, NAME)),
};

fn kind(code: u32, texts: &Texts, provider: &str) -> String {
    let kind = match code {
        0 => ProductKind::Provider,
        _ => ProductKind::Reseller,
    };
    (texts.detail.product_kind)(kind, provider)
}

fn kind_choices(texts: &'static Texts) -> Vec<(&'static str, String)> {
    let provider = provider_name();
    let words = KIND_CHOICES.iter().map(|choice| choice.word);
    words
        .zip([0, 1].map(|code| kind(code, texts, &provider)))
        .collect()
}

fn since(row: &Row, column: usize, showing: &Showing) -> Markup {
    let day = read_day(row.text(column)).map(showing.texts.general.day);
    html! { (day.unwrap_or_default()) }
}

fn actions(row: &Row, showing: &Showing) -> Markup {
    edit_link(row.text(NAME), row.id(ID), showing)
}

//! Cells that several lists have.

use std::fmt::Display;

use domain::{
    list::Row,
    listed_customer::{ASSIGNMENT_CHOICES, ListedCustomer, STATUS_CHOICES},
};
use leptos_router::location::Url;
use maud::{Markup, html};

use super::{
    showing::Showing,
    view::{ColumnView, Shown},
};
use crate::{
    locale::Texts,
    ui::{Shape, icon},
};

/// Whose the row is.
pub(super) const fn customer_column(column: usize, filter: usize) -> ColumnView {
    ColumnView {
        shown: Shown::Markup(customer),
        ..ColumnView::text(column, filter, |texts| texts.lists.customer)
    }
}

/// aktiv or inaktiv.
pub(super) const fn status_column(column: usize, filter: usize) -> ColumnView {
    ColumnView {
        choices: status_choices,
        shown: Shown::Markup(status),
        ..ColumnView::text(column, filter, |texts| texts.detail.status)
    }
}

/// Stands beside the search: whether the row is anybody's.
pub(super) const fn assignment_filter(column: usize, filter: usize) -> ColumnView {
    ColumnView {
        choices: assignment_choices,
        ..ColumnView::text(column, filter, |texts| texts.lists.assignment)
    }
}

/// Number and name of the customer, leading to its page.
fn customer(row: &Row, column: usize, showing: &Showing) -> Markup {
    match ListedCustomer::of(row.text(column)) {
        None => html! { span.nobody { (showing.texts.lists.unassigned) } },
        Some(customer) => html! {
            a href=(format_args!("/k/{}", Url::escape(customer.number))) {
                span.number { (customer.number) }
                " " (customer.last_name) ", " (customer.first_name)
            }
        },
    }
}

fn status(row: &Row, column: usize, showing: &Showing) -> Markup {
    let words = &showing.texts.general;
    match row.count(column) {
        0 => html! { span.badge.good { (words.active) } },
        _ => html! { span.badge { (words.inactive) } },
    }
}

fn status_choices(texts: &'static Texts) -> Vec<(&'static str, String)> {
    let words = [texts.general.active, texts.general.inactive];
    let words = words.map(str::to_owned);
    STATUS_CHOICES
        .iter()
        .map(|choice| choice.word)
        .zip(words)
        .collect()
}

fn assignment_choices(texts: &'static Texts) -> Vec<(&'static str, String)> {
    let words = [texts.lists.unassigned, texts.lists.assigned].map(str::to_owned);
    ASSIGNMENT_CHOICES
        .iter()
        .map(|choice| choice.word)
        .zip(words)
        .collect()
}

/// Opens the dialog that edits a row.
pub(super) fn edit_link(name: &str, id: impl Display, showing: &Showing) -> Markup {
    let Showing { list, query, .. } = showing;
    let label = (showing.texts.lists.edit_of)(name);
    html! {
        @if list.may_edit {
            a.button href=(list.view.row_href(id, query)) title=(label) aria-label=(label) data-noscroll="true" {
                (icon(Shape::Pen))
            }
        }
    }
}

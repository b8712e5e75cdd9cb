//! Cells that several lists have.

use std::fmt::Display;

use domain::{
    list::Row,
    listed_customer::{ASSIGNMENT_CHOICES, ListedCustomer, STATUS_CHOICES},
};
use leptos::prelude::*;
use leptos_router::location::Url;

use super::{
    state::ListState,
    view::{ColumnView, Shown},
};
use crate::{
    locale::{Texts, texts},
    ui::{Icon, Shape},
};

/// Whose the row is.
pub(super) const fn customer_column(column: usize, filter: usize) -> ColumnView {
    ColumnView {
        shown: Shown::View(customer),
        ..ColumnView::text(column, filter, |texts| texts.lists.customer)
    }
}

/// aktiv or inaktiv.
pub(super) const fn status_column(column: usize, filter: usize) -> ColumnView {
    ColumnView {
        choices: status_choices,
        shown: Shown::View(status),
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
fn customer(row: &Row, column: usize) -> AnyView {
    match ListedCustomer::of(row.text(column)) {
        None => view! { <span class="nobody">{texts().lists.unassigned}</span> }.into_any(),
        Some(customer) => {
            let href = format!("/k/{}", Url::escape(customer.number));
            let name = format!("{}, {}", customer.last_name, customer.first_name);
            view! {
                <a href=href>
                    <span class="number">{customer.number.to_owned()}</span>
                    " "
                    {name}
                </a>
            }
            .into_any()
        }
    }
}

fn status(row: &Row, column: usize) -> AnyView {
    let words = &texts().general;
    match row.count(column) {
        0 => view! { <span class="badge good">{words.active}</span> }.into_any(),
        _ => view! { <span class="badge">{words.inactive}</span> }.into_any(),
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
pub(super) fn edit_link(
    name: &str,
    id: impl Display + Copy + Send + 'static,
    state: ListState,
) -> AnyView {
    if !state.may_edit {
        return ().into_any();
    }
    let href = move || state.query.with(|query| state.view.row_href(id, query));
    let label = (texts().lists.edit_of)(name);
    view! {
        <a class="button" href=href title=label.clone() aria-label=label data-noscroll="true">
            <Icon shape=Shape::Pen />
        </a>
    }
    .into_any()
}

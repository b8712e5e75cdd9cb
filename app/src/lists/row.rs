//! The rows of a list, written as HTML: there are many of them and nothing in them reacts by itself. As views
//! they were most of what a list page cost the server, and the browser looked at each to take them over.

use domain::{
    list::{Row, Value},
    values::RecordId,
};
use leptos::prelude::*;
use maud::{Markup, html};

use super::{
    selection::select_box,
    showing::Showing,
    view::{ColumnView, Shown},
};

/// A row; where it is another one than before, its cells are written anew.
pub(super) fn row_view(row: &Row, new: Option<&Value>, showing: &Showing) -> impl IntoView + use<> {
    let name = row.0.get(showing.list.view.kind.description().name);
    let is_new = new.is_some() && new == name;
    let cells = cells(row, showing).into_string();
    view! { <tr class=is_new.then_some("new") inner_html=cells></tr> }
}

fn cells(row: &Row, showing: &Showing) -> Markup {
    let list = showing.list;
    html! {
        @if let Some((id, name)) = list.selectable() {
            td.select { (select_box(RecordId::from_uuid(row.id(id)), row.text(name), showing)) }
        }
        @for column in list.view.columns {
            (cell(row, column, showing))
        }
        @if list.has_actions() {
            td.actions { ((list.view.actions)(row, showing)) }
        }
    }
}

fn cell(row: &Row, column: &ColumnView, showing: &Showing) -> Markup {
    let label = (column.label)(showing.texts);
    match column.shown {
        Shown::Text => html! { td data-label=(label) { (row.text(column.column)) } },
        Shown::Count => {
            let count = row.count(column.column);
            html! {
                td.number data-label=(label) { span.visually-hidden[count == 0] { (count) } }
            }
        }
        Shown::Markup(content) => {
            html! { td data-label=(label) { (content(row, column.column, showing)) } }
        }
    }
}

//! The rows of a list, written as HTML: there are many of them and nothing in them reacts by itself. As views
//! they were most of what a list page cost the server, and the browser looked at each to take them over.

use domain::{
    list::{ListPage, Row, Value},
    values::RecordId,
};
use maud::{Markup, html};

use super::{
    showing::Showing,
    view::{ColumnView, Selectable, Shown},
};

/// The rows of a page, and what names the one that was just created.
pub(super) fn rows_html(page: &ListPage, new: Option<&Value>, showing: &Showing) -> String {
    let name = showing.list.view.kind.description().name;
    let rows = html! {
        @for row in &page.rows {
            tr.new[new.is_some() && new == row.0.get(name)] { (cells(row, showing)) }
        }
    };
    rows.into_string()
}

fn cells(row: &Row, showing: &Showing) -> Markup {
    let list = showing.list;
    html! {
        @if let Some(Selectable { id, name, cell, .. }) = list.selectable() {
            td.select { (cell(RecordId::from_uuid(row.id(id)), row.text(name), showing)) }
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
                td.number.none[count == 0] data-label=(label) { span { (count) } }
            }
        }
        Shown::Markup(content) => {
            html! { td data-label=(label) { (content(row, column.column, showing)) } }
        }
    }
}

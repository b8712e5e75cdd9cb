//! The rows of a list, written as HTML: there are many of them and nothing in them reacts by itself. As views
//! they were most of what a list page cost the server, and the browser looked at each to take them over.

use domain::{
    list::{Row, Value},
    values::RecordId,
};
use maud::{Markup, PreEscaped, html};
use web_sys::Element;

use super::{
    selection::select_box,
    showing::Showing,
    view::{ColumnView, Shown},
};
use crate::ui::write_over;

/// A row as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenRow {
    /// It was just created, and is marked.
    new: bool,
    cells: String,
}

impl WrittenRow {
    pub(super) fn of(row: &Row, new: Option<&Value>, showing: &Showing) -> Self {
        let name = row.0.get(showing.list.view.kind.description().name);
        Self {
            new: new.is_some() && new == name,
            cells: cells(row, showing).into_string(),
        }
    }
}

/// The rows as HTML.
pub(super) fn rows_html(rows: &[WrittenRow]) -> String {
    let rows = html! {
        @for row in rows {
            tr.new[row.new] { (PreEscaped(&row.cells)) }
        }
    };
    rows.into_string()
}

/// Writes rows over those of a table, by position: cheaper than moving them.
pub(super) fn write_rows(body: &Element, before: &[WrittenRow], now: &[WrittenRow]) {
    let mut next = body.first_element_child();
    for (before, now) in before.iter().zip(now) {
        let Some(row) = next else { break };
        if before.new != now.new {
            row.set_class_name(if now.new { "new" } else { "" });
        }
        write_over(&row, &before.cells, &now.cells);
        next = row.next_element_sibling();
    }
    for _ in now.len()..before.len() {
        if let Some(row) = body.last_element_child() {
            row.remove();
        }
    }
    if let Some(added) = now.get(before.len()..).filter(|added| !added.is_empty()) {
        // It only fails for elements that stand nowhere.
        let _ = body.insert_adjacent_html("beforeend", &rows_html(added));
    }
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

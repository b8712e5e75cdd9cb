//! How a list looks: a table that the components read.

use std::fmt::Display;

use domain::{
    list::{ListKind, ListPage, ListQuery, Row},
    rights::Action,
    values::RecordId,
};
use leptos::{ev, prelude::*};
use maud::Markup;

use super::{showing::Showing, state::ListState};
use crate::locale::{ListWords, Texts};

/// A list as its page shows it.
pub(crate) struct ListView {
    pub(crate) kind: ListKind,
    pub(crate) path: &'static str,
    /// Class of its table.
    pub(crate) class: &'static str,
    /// Id of the form to which search and column filters belong.
    pub(crate) form: &'static str,
    /// Where the browser gets the whole list.
    pub(crate) whole: &'static str,
    pub(crate) words: fn(&'static Texts) -> ListWords,
    pub(crate) columns: &'static [ColumnView],
    /// A filter beside the search, which belongs to no column.
    pub(crate) beside: Option<ColumnView>,
    /// What it takes to create an entry, at the path's `/neu`, and to change one.
    pub(crate) edits: Action,
    /// A row leads to a page of its own.
    pub(crate) opens: bool,
    /// The links and buttons of a row. A button with `data-delete` asks whether that row is to be deleted.
    pub(crate) actions: fn(&Row, &Showing) -> Markup,
    /// Rows can be chosen and assigned to a customer.
    pub(crate) selectable: Option<Selectable>,
}

/// How rows are chosen, and what is done with them. Reached from here alone, so that its code is loaded with the
/// lists that have it.
#[derive(Clone, Copy)]
pub(crate) struct Selectable {
    /// Where ids and names of the rows stand.
    pub(super) id: usize,
    pub(super) name: usize,
    /// Above the table: how many are chosen, and what can be done.
    pub(super) bar: fn(ListState) -> AnyView,
    /// In the table's head: all of the page.
    pub(super) all: fn() -> Markup,
    /// In each row.
    pub(super) cell: fn(RecordId, &str, &Showing) -> Markup,
    /// A cell was changed, of a row or in the head.
    pub(super) on_change: fn(&ev::Event, ListState, Memo<ListPage>),
    /// Keeps the cells as what is chosen says, however rows are written.
    pub(super) keep: fn(ListState, Memo<ListPage>, Memo<String>),
}

/// A column, with its filter.
pub(crate) struct ColumnView {
    /// The place in the list's description, and that of its filter.
    pub(crate) column: usize,
    pub(crate) filter: usize,
    pub(crate) label: fn(&'static Texts) -> &'static str,
    /// The words that can be chosen, with what they mean; none where a text is typed.
    pub(crate) choices: fn(&'static Texts) -> Vec<(&'static str, String)>,
    pub(crate) shown: Shown,
}

impl ColumnView {
    /// Text, found by text.
    pub(crate) const fn text(
        column: usize,
        filter: usize,
        label: fn(&'static Texts) -> &'static str,
    ) -> Self {
        Self {
            column,
            filter,
            label,
            choices: no_choices,
            shown: Shown::Text,
        }
    }
}

/// What stands in the cells.
#[derive(Clone, Copy)]
pub(crate) enum Shown {
    Text,
    /// 0 is empty to the eye.
    Count,
    /// Of the column of this place.
    Markup(fn(&Row, usize, &Showing) -> Markup),
}

impl ListView {
    /// The address of the list.
    pub(crate) fn href(&self, query: &ListQuery) -> String {
        with_query(self.path.to_owned(), query)
    }

    /// The same list with the dialog about the row of this id.
    pub(crate) fn row_href(&self, id: impl Display, query: &ListQuery) -> String {
        with_query(format!("{}/{id}", self.path), query)
    }

    /// The same list with the dialog for a new entry.
    pub(crate) fn new_href(&self, query: &ListQuery) -> String {
        with_query(format!("{}/neu", self.path), query)
    }
}

/// A filter into which a text is typed.
pub(crate) fn no_choices(_: &'static Texts) -> Vec<(&'static str, String)> {
    Vec::new()
}

pub(super) fn with_query(path: String, query: &ListQuery) -> String {
    let query = query.to_query_string();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

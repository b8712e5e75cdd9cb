//! What the parts of a list share.

use std::collections::BTreeSet;

use domain::{
    list::{ListPage, ListQuery, Value},
    values::RecordId,
};
use leptos::prelude::*;

use super::{
    api::fetch_page,
    new_row::lead_to_new_row,
    view::{ListView, Selectable, with_query},
    whole_list::WholeList,
};
use crate::{
    address::query_string,
    error::ApiError,
    frame::may,
    wire::{self, FromServer},
};

/// One list on the screen.
#[derive(Clone, Copy)]
pub(crate) struct ListState {
    pub(crate) view: &'static ListView,
    /// Whoever looks may change what is listed.
    pub(crate) may_edit: bool,
    /// What the URL asks for.
    pub(crate) query: Memo<ListQuery>,
    pub(crate) whole: WholeList,
    /// What names the row that was just created.
    pub(crate) new_row: RwSignal<Option<Value>>,
    /// What names a row that is to be shown as soon as the list has it.
    pub(super) sought: RwSignal<Option<Value>>,
    /// What names the row whose deletion is being asked about.
    pub(crate) deleting: RwSignal<Option<String>>,
    /// The rows that are chosen.
    pub(crate) selected: RwSignal<BTreeSet<RecordId>>,
    pub(super) from_server: FromServer<Result<Option<ListPage>, ApiError>>,
}

/// The address of something that stands over a list, or of the list itself: with what the list is
/// asked for, so that closing a dialog leaves it as it was. Elsewhere the path alone.
pub(crate) fn as_filtered(path: String) -> String {
    match use_context::<ListState>() {
        Some(list) => with_query(path, &list.query.get_untracked()),
        None => path,
    }
}

impl ListState {
    pub(crate) fn of(view: &'static ListView) -> Self {
        let kind = view.kind;
        let address = query_string();
        let query = Memo::new(move |_| ListQuery::from_query_string(kind, &address.read()));
        let whole = WholeList::of(kind);
        let from_server = wire::from_server(
            // Once the whole list is here, the server is not asked again.
            move || whole.is_absent().then(|| query.get()),
            |query| async move {
                match query {
                    Some(query) => fetch_page(query).await.map(Some),
                    None => Ok(None),
                }
            },
        );
        Self {
            view,
            may_edit: may(view.edits),
            query,
            whole,
            new_row: RwSignal::new(None),
            sought: RwSignal::new(None),
            deleting: RwSignal::new(None),
            selected: RwSignal::new(BTreeSet::new()),
            from_server,
        }
    }

    /// The page that the URL asks for: computed here once the whole list is in the browser, asked
    /// from the server before.
    pub(crate) fn page(self) -> Option<Result<ListPage, ApiError>> {
        match self.whole.page(&self.query.get()) {
            Some(page) => Some(Ok(page)),
            None => self.from_server.get().and_then(Result::transpose),
        }
    }

    /// How rows are chosen; `None` where nothing can be done with them.
    pub(super) fn selectable(self) -> Option<Selectable> {
        self.view.selectable.filter(|_| self.may_edit)
    }

    /// Something can be done with a single row.
    pub(super) fn has_actions(self) -> bool {
        self.may_edit || self.view.opens
    }

    /// Shows what the server has now, where the browser does not have the list itself.
    pub(crate) fn refresh(self) {
        self.from_server.refetch();
    }

    /// Reloads whenever that count of changes is another one, and leads to what was created.
    pub(crate) fn reload_after(self, changes: impl Fn() -> u32 + 'static) {
        lead_to_new_row(self);
        Effect::new(move |earlier: Option<u32>| {
            let count = changes();
            if earlier.is_some_and(|earlier| earlier != count) {
                self.reload();
            }
            count
        });
    }

    /// Shows what the server has now, also where the browser has the list.
    pub(crate) fn reload(self) {
        self.whole.reload(self.view.whole);
        self.refresh();
    }
}

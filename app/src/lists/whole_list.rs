//! The whole list in the browser: loaded once, after the first page is shown; from then on the list
//! sorts, filters and turns pages without a request.

use std::sync::Arc;

use domain::list::{Columns, ListKind, ListPage, ListQuery, Row, Value};
use leptos::prelude::*;

/// Above this many rows the list is loaded when the browser has nothing else to do.
#[cfg(feature = "hydrate")]
const EAGER_UP_TO: u32 = 20_000;

/// Above this many rows the list stays with the server's pages.
#[cfg(feature = "hydrate")]
const IN_BROWSER_UP_TO: u32 = 150_000;

/// The lists, kept while the application runs.
#[derive(Clone, Copy)]
pub struct WholeLists([WholeList; 3]);

impl Default for WholeLists {
    fn default() -> Self {
        Self(ListKind::ALL.map(|kind| WholeList {
            kind,
            columns: RwSignal::new(None),
            #[cfg(feature = "hydrate")]
            transfer: RwSignal::default(),
        }))
    }
}

/// One list.
#[derive(Clone, Copy)]
pub(crate) struct WholeList {
    #[cfg_attr(
        not(feature = "hydrate"),
        expect(dead_code, reason = "the server has the rows")
    )]
    kind: ListKind,
    columns: RwSignal<Option<Arc<Columns>>>,
    #[cfg(feature = "hydrate")]
    transfer: RwSignal<transfer::Transfer>,
}

impl WholeList {
    pub(crate) fn of(kind: ListKind) -> Self {
        let WholeLists([customers, domains, products]) = use_context().unwrap_or_default();
        match kind {
            ListKind::Customers => customers,
            ListKind::Domains => domains,
            ListKind::Products => products,
        }
    }

    /// The list is not (yet) in the browser.
    pub(crate) fn is_absent(self) -> bool {
        self.columns.with(Option::is_none)
    }

    pub(crate) fn is_absent_untracked(self) -> bool {
        self.columns.with_untracked(Option::is_none)
    }

    /// The page that the query asks for, if the list is here.
    pub(crate) fn page(self, query: &ListQuery) -> Option<ListPage> {
        self.columns
            .with(|columns| columns.as_ref().map(|columns| columns.page(query)))
    }

    /// The query with the page that shows the row of this name, without its filters where they hide
    /// the row; `None` where the list is not here or has no such row.
    pub(crate) fn query_showing(self, query: &ListQuery, name: &Value) -> Option<ListQuery> {
        self.columns.with(|columns| {
            let columns = columns.as_ref()?;
            let showing =
                |query: &ListQuery| Some(query.at_page(columns.page_showing(query, name)?));
            showing(query).or_else(|| showing(&query.without_filters()))
        })
    }

    /// A row was created or changed; `before` is the name it had.
    pub(crate) fn put(self, before: &str, row: Row) {
        let before = Value::from(before);
        self.change(|columns| columns.without(&before).with(row));
    }

    /// A row was deleted.
    pub(crate) fn remove(self, name: &str) {
        let name = Value::from(name);
        self.change(|columns| columns.without(&name));
    }

    fn change(self, change: impl FnOnce(Columns) -> Columns) {
        let before = self.columns.try_update_untracked(Option::take).flatten();
        if let Some(before) = before {
            self.show(change(Arc::unwrap_or_clone(before)));
        }
    }

    fn show(self, columns: Columns) {
        let columns = Arc::new(columns);
        #[cfg(feature = "hydrate")]
        ahead::prepare(Arc::downgrade(&columns));
        self.columns.set(Some(columns));
    }

    /// Loads the list, or asks whether it is still current, unless that is being done already.
    #[cfg(feature = "hydrate")]
    pub(crate) fn load(self, path: &'static str, rows: u32) {
        transfer::start(self, path, rows);
    }

    /// Something in the list was changed in this window: asks for it again, where it is here.
    #[cfg(feature = "hydrate")]
    pub(crate) fn reload(self, path: &'static str) {
        if !self.is_absent_untracked() {
            transfer::start(self, path, 0);
        }
    }

    /// The server renders one page at a time.
    #[cfg(not(feature = "hydrate"))]
    pub(crate) fn load(self, _path: &'static str, _rows: u32) {}

    #[cfg(not(feature = "hydrate"))]
    pub(crate) fn reload(self, _path: &'static str) {}
}

#[cfg(feature = "hydrate")]
mod ahead;
#[cfg(feature = "hydrate")]
mod transfer;

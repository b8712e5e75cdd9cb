//! The whole list in the browser: loaded once, after the first page is shown; from then on the list
//! sorts, filters and turns pages without a request.

use std::sync::Arc;

use domain::{
    customer::CustomerRow,
    customer_list::{CustomerColumns, ListPage, ListQuery},
};
use leptos::prelude::*;

/// Above this many customers the list is loaded when the browser has nothing else to do.
#[cfg(feature = "hydrate")]
const EAGER_UP_TO: u32 = 20_000;

/// Above this many customers the list stays with the server's pages.
#[cfg(feature = "hydrate")]
const IN_BROWSER_UP_TO: u32 = 150_000;

/// The list, kept while the application runs.
#[derive(Clone, Copy, Default)]
pub struct WholeList {
    columns: RwSignal<Option<Arc<CustomerColumns>>>,
    #[cfg(feature = "hydrate")]
    transfer: RwSignal<transfer::Transfer>,
}

impl WholeList {
    pub(super) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The list is not (yet) in the browser.
    pub(super) fn is_absent(self) -> bool {
        self.columns.with(Option::is_none)
    }

    pub(super) fn is_absent_untracked(self) -> bool {
        self.columns.with_untracked(Option::is_none)
    }

    /// The page that the query asks for, if the list is here.
    pub(super) fn page(self, query: &ListQuery) -> Option<ListPage> {
        self.columns
            .with(|columns| columns.as_ref().map(|columns| columns.page(query)))
    }

    /// The page of `query` that shows a customer; `None` where the list is not here or a filter
    /// hides the customer.
    pub(super) fn page_showing(self, query: &ListQuery, number: &str) -> Option<u32> {
        self.columns.with_untracked(|columns| {
            columns
                .as_ref()
                .and_then(|columns| columns.page_showing(query, number))
        })
    }

    /// A customer was created or changed its row; `before` is the number it had.
    pub(super) fn put(self, before: &str, row: CustomerRow) {
        self.change(|columns| {
            if before == row.number {
                columns.with(row)
            } else {
                columns.without(before).with(row)
            }
        });
    }

    /// A customer was deleted.
    pub(super) fn remove(self, number: &str) {
        self.change(|columns| columns.without(number));
    }

    fn change(self, change: impl FnOnce(CustomerColumns) -> CustomerColumns) {
        self.columns.update(|columns| {
            *columns = columns
                .take()
                .map(|columns| Arc::new(change(Arc::unwrap_or_clone(columns))));
        });
    }

    /// Loads the list, or asks whether it is still current, unless that is being done already.
    #[cfg(feature = "hydrate")]
    pub(super) fn load(self, customers: u32) {
        transfer::start(self, customers);
    }

    /// The server renders one page at a time.
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn load(self, _customers: u32) {}
}

#[cfg(feature = "hydrate")]
mod transfer;

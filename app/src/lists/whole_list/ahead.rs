//! What the first search and the first order by a column would wait for is made ahead, while the browser has
//! nothing else to do.

use std::{sync::Weak, time::Duration};

use domain::list::Columns;
use leptos::{leptos_dom::helpers::request_idle_callback_with_handle, prelude::*};

/// Where a browser does not say when it has nothing else to do (Safari).
const LATER: Duration = Duration::from_millis(200);

/// Column by column, until the list is no longer the one that is shown.
pub(super) fn prepare(columns: Weak<Columns>) {
    prepare_from(columns, 0);
}

fn prepare_from(columns: Weak<Columns>, column: usize) {
    when_idle(move || {
        if columns.upgrade().is_some_and(|list| list.prepare(column)) {
            prepare_from(columns.clone(), column + 1);
        }
    });
}

/// When the browser has nothing else to do.
pub(super) fn when_idle(run: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(run.clone()).is_err() {
        set_timeout(run, LATER);
    }
}

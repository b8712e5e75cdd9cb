//! What the first search and the first order by a column would wait for is made ahead, while the browser has
//! nothing else to do.

use std::{cell::RefCell, rc::Rc, sync::Weak, time::Duration};

use domain::list::{Ahead, Columns};
use leptos::{leptos_dom::helpers::request_idle_callback_with_handle, prelude::*};

/// Where a browser does not say when it has nothing else to do (Safari).
const LATER: Duration = Duration::from_millis(50);

/// Piece by piece, until the list is no longer the one that is shown.
pub(super) fn prepare(list: Weak<Columns>) {
    go_on(list, Rc::default());
}

fn go_on(list: Weak<Columns>, ahead: Rc<RefCell<Ahead>>) {
    when_idle(move || {
        let shown = list.upgrade();
        if shown.is_some_and(|list| ahead.borrow_mut().go_on(&list)) {
            go_on(list.clone(), ahead.clone());
        }
    });
}

/// When the browser has nothing else to do.
pub(super) fn when_idle(run: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(run.clone()).is_err() {
        set_timeout(run, LATER);
    }
}

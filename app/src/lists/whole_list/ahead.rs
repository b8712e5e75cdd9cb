//! What the first search and the first order by a column would wait for is made ahead, while the browser has
//! nothing else to do.

use std::{cell::RefCell, rc::Rc, sync::Weak, time::Duration};

use domain::list::{Ahead, Columns};
use leptos::{leptos_dom::helpers::request_idle_callback_with_handle, prelude::*};
use web_sys::js_sys::Date;

/// Where a browser does not say when it has nothing else to do (Safari).
const LATER: Duration = Duration::from_millis(50);

/// In milliseconds: less than a frame.
const AT_A_TIME: f64 = 8.0;

/// Piece by piece, until the list is no longer the one that is shown.
pub(super) fn prepare(list: Weak<Columns>) {
    go_on(list, Rc::default());
}

fn go_on(list: Weak<Columns>, ahead: Rc<RefCell<Ahead>>) {
    when_idle(move || {
        let Some(shown) = list.upgrade() else {
            return;
        };
        let ends = Date::now() + AT_A_TIME;
        while ahead.borrow_mut().go_on(&shown) {
            if Date::now() >= ends {
                return go_on(list.clone(), ahead.clone());
            }
        }
    });
}

/// When the browser has nothing else to do.
pub(super) fn when_idle(run: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(run.clone()).is_err() {
        set_timeout(run, LATER);
    }
}

//! Typed text is not lost by closing the window.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};

/// While `unsaved` is true, the browser asks before it closes or reloads the window.
pub(crate) fn warn_before_leaving(unsaved: impl Fn() -> bool + Send + Sync + 'static) {
    // Effects run in the browser only; what the server made for them may be dropped on any thread.
    let unsaved = StoredValue::new(unsaved);
    Effect::new(move || {
        let listener = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.with_value(|unsaved| unsaved()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    });
}

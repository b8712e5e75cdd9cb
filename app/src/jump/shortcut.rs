//! Ctrl+K and "/" lead into the jump box.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlInputElement};

/// From anywhere on the page, but not out of a field in which "/" is a letter, and not out of a dialog.
pub(super) fn lead_into(input: impl Fn() -> Option<HtmlInputElement> + Copy + 'static) {
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, move |event| {
            if is_meant(&event)
                && let Some(input) = input()
            {
                event.prevent_default();
                // Refused only for a detached element.
                let _ = input.focus();
                input.select();
            }
        });
        on_cleanup(move || listener.remove());
    });
}

fn is_meant(event: &ev::KeyboardEvent) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    let asked = match event.key().as_str() {
        "k" | "K" => command && !event.alt_key() && !event.shift_key(),
        "/" => !command && !event.alt_key() && !is_typing(event),
        _ => false,
    };
    asked && !event.is_composing() && !is_dialog_open()
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or(false)
    })
}

fn is_dialog_open() -> bool {
    document()
        .query_selector("dialog:modal")
        .is_ok_and(|dialog| dialog.is_some())
}

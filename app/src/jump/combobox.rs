//! What makes a combobox of the jump box, once somebody is in it.

use leptos::{ev, prelude::*, tachys::html::element::ElementExt};
use web_sys::HtmlFormElement;

use super::{
    jump_box::field,
    options::{OPTION, open_box},
    state::JumpState,
};
use crate::{
    navigation::navigator,
    ui::{pressed, written},
};

/// Follows what somebody types and presses in the box, as long as that owner has it.
pub(crate) fn follow(form: HtmlFormElement, owner: &Owner) {
    owner.with(|| {
        let state = JumpState::new();
        // What was typed until this code was here, by somebody who is still in it.
        if form.matches(":focus-within").unwrap_or(false)
            && let Some(field) = field(&form)
        {
            state.ask_soon(field.value());
        }
        show(state, form.clone());
        let listeners = listen(state, form);
        on_cleanup(move || drop(listeners));
    });
}

/// Begins with what stands there: nothing is found yet.
fn show(state: JumpState, form: HtmlFormElement) {
    written(move || open_box(state), move || Some(form.clone().into()));
}

/// Listens until what it gives is dropped.
fn listen(state: JumpState, form: HtmlFormElement) -> impl Send + Sync + 'static {
    let go = go(state, form.clone());
    let go_to_option = go.clone();
    let (sent, left) = (form.clone(), form.clone());
    [
        form.on(ev::submit, move |event| {
            event.prevent_default();
            let typed = field(&sent).map(|field| field.value());
            let typed = typed.filter(|typed| !typed.trim().is_empty());
            if let Some(typed) = typed {
                go(&state.destination(&typed));
            }
        }),
        form.on(ev::click, move |event| {
            let option = pressed(&event, OPTION);
            if let Some(path) = option.and_then(|option| option.get_attribute("data-path")) {
                go_to_option(&path);
            }
        }),
        form.on(ev::mousedown, |event| {
            // The focus stays in the box.
            if pressed(&event, OPTION).is_some() {
                event.prevent_default();
            }
        }),
        form.on(ev::input, move |event| {
            state.ask_soon(event_target_value(&event));
        }),
        form.on(ev::keydown, move |event| on_key(state, &left, &event)),
        form.on(ev::focusout, move |_| state.close()),
    ]
}

/// Leads to a page, and leaves the box empty.
fn go(state: JumpState, form: HtmlFormElement) -> impl Fn(&str) + Clone + 'static {
    let navigate = navigator();
    move |path| {
        state.close();
        if let Some(field) = field(&form) {
            field.set_value("");
        }
        leave(&form);
        navigate(path, Default::default());
    }
}

fn on_key(state: JumpState, form: &HtmlFormElement, event: &ev::KeyboardEvent) {
    match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if state.options() > 0 => {
            event.prevent_default();
            state.step(event.key() == "ArrowDown");
        }
        "Escape" if state.found.with_untracked(Option::is_some) => {
            event.prevent_default();
            state.close();
        }
        "Escape" => leave(form),
        _ => {}
    }
}

fn leave(form: &HtmlFormElement) {
    if let Some(field) = field(form) {
        // Refused only for a detached element.
        let _ = field.blur();
    }
}

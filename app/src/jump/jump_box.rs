//! The jump box: a combobox whose list comes from the server while one types.

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast};
use maud::Markup;
use web_sys::HtmlInputElement;

use super::{
    options::{LIST, option_id, options},
    shortcut::lead_into,
    state::JumpState,
};
use crate::{
    locale::texts,
    navigation::navigator,
    ui::{pressed, written},
};

/// What is chosen from, as a selector.
const OPTION: &str = "[data-path]";

/// Without WebAssembly a form that leads to `/suche`.
#[component]
pub(crate) fn JumpBox() -> impl IntoView {
    let state = JumpState::new();
    let form = NodeRef::<html::Form>::new();
    let input = move || {
        let input = form.get_untracked()?.query_selector("input").ok()??;
        input.dyn_into::<HtmlInputElement>().ok()
    };
    lead_into(input);
    let navigate = navigator();
    let go = StoredValue::new(move |path: String| {
        state.close();
        if let Some(input) = input() {
            input.set_value("");
            // Refused only for a detached element.
            let _ = input.blur();
        }
        navigate(&path, Default::default());
    });
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if state.options() > 0 => {
            event.prevent_default();
            state.step(event.key() == "ArrowDown");
        }
        "Escape" if state.found.with_untracked(Option::is_some) => {
            event.prevent_default();
            state.close();
        }
        "Escape" => {
            if let Some(input) = input() {
                let _ = input.blur();
            }
        }
        _ => {}
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = input().map(|input| input.value());
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        if let Some(typed) = typed {
            go.with_value(|go| go(state.destination(&typed)));
        }
    };
    let choose = move |event: ev::MouseEvent| {
        let path = pressed(&event, OPTION).and_then(|option| option.get_attribute("data-path"));
        if let Some(path) = path {
            go.with_value(|go| go(path));
        }
    };
    let first = written(move || content(state), move || Some(form.get()?.into()));
    view! {
        <form
            class="jump"
            method="get"
            action="/suche"
            role="search"
            aria-label=texts().jump.label
            node_ref=form
            inner_html=first
            on:submit=submit
            on:focusout=move |_| state.close()
            on:input=move |event| state.ask_soon(event_target_value(&event))
            on:keydown=on_key
            on:mousedown=|event| {
                // The focus stays in the box.
                if pressed(&event, OPTION).is_some() {
                    event.prevent_default();
                }
            }
            on:click=choose
        ></form>
    }
}

fn content(state: JumpState) -> Markup {
    let words = texts().jump;
    let is_open = state.found.with(Option::is_some);
    let active = state.active.get().map(option_id);
    maud::html! {
        input type="search" name="q" role="combobox" aria-label=(words.label) aria-autocomplete="list"
            aria-controls=(LIST) aria-expanded=(is_open) aria-activedescendant=[active]
            placeholder=(words.placeholder) autocomplete="off" spellcheck="false" maxlength="200";
        button.without-script { (words.submit) }
        (options(state))
    }
}

//! The jump box: a combobox whose list comes from the server while one types.

use leptos::{ev, html, prelude::*};

use super::{
    options::{LIST, Options, option_id},
    shortcut::lead_into,
    state::JumpState,
};
use crate::{locale::texts, navigation::navigator};

/// Without WebAssembly a form that leads to `/suche`.
#[component]
pub(crate) fn JumpBox() -> impl IntoView {
    let words = texts().jump;
    let state = JumpState::new();
    let input = NodeRef::<html::Input>::new();
    lead_into(input);
    let navigate = navigator();
    let go = StoredValue::new(move |path: String| {
        state.close();
        if let Some(input) = input.get_untracked() {
            input.set_value("");
            // Refused only for a detached element.
            let _ = input.blur();
        }
        navigate(&path, Default::default());
    });
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if state.options() > 0 => {
            event.prevent_default();
            state.step(event.key() == "ArrowDown");
        }
        "Escape" if state.found.with_untracked(Option::is_some) => {
            event.prevent_default();
            state.close();
        }
        "Escape" => {
            if let Some(input) = input.get_untracked() {
                let _ = input.blur();
            }
        }
        _ => {}
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        if let Some(typed) = typed {
            go.with_value(|go| go(state.destination(&typed)));
        }
    };
    let open = move || state.found.with(Option::is_some);
    view! {
        <form
            class="jump"
            method="get"
            action="/suche"
            role="search"
            aria-label=words.label
            on:submit=submit
            on:focusout=move |_| state.close()
        >
            <input
                node_ref=input
                type="search"
                name="q"
                role="combobox"
                aria-label=words.label
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || open().to_string()
                aria-activedescendant=move || state.active.get().map(option_id)
                placeholder=words.placeholder
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                on:input=move |event| state.ask_soon(event_target_value(&event))
                on:keydown=pressed
            />
            <button class="without-script">{words.submit}</button>
            <Options state on_choose=move |path: String| go.with_value(|go| go(path)) />
        </form>
    }
}

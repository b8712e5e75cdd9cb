//! The jump box as it is on every page: a field, and a list of options that is closed.

use leptos::{html, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use maud::Markup;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::shortcut::lead_into;
use crate::{later::follow_jump_box, locale::texts};

/// The id of the list of options.
pub(super) const LIST: &str = "schnellsuche-treffer";

/// A form that leads to `/suche`. What makes a combobox of it is loaded when somebody first goes into it.
#[component]
pub(crate) fn JumpBox() -> impl IntoView {
    let form = NodeRef::<html::Form>::new();
    lead_into(move || field(&form.get_untracked()?));
    let is_followed = StoredValue::new(false);
    let owner = Owner::current();
    let follow = move || {
        let (Some(form), Some(owner)) = (form.get_untracked(), owner.clone()) else {
            return;
        };
        if is_followed.try_update_value(|is| std::mem::replace(is, true)) != Some(false) {
            return;
        }
        spawn_local(async move {
            if follow_jump_box(form, owner).await.is_err() {
                // The file did not come: again with the next letter.
                let _ = is_followed.try_set_value(false);
            }
        });
    };
    let follow_input = follow.clone();
    view! {
        <form
            class="jump"
            method="get"
            action="/suche"
            role="search"
            aria-label=texts().jump.label
            node_ref=form
            inner_html=closed().into_string()
            on:focusin=move |_| follow()
            // Somebody was in it before this page was taken over.
            on:input=move |_| follow_input()
        ></form>
    }
}

/// The field in the box.
pub(super) fn field(form: &HtmlFormElement) -> Option<HtmlInputElement> {
    form.query_selector("input").ok()??.dyn_into().ok()
}

fn closed() -> Markup {
    content(false, None, maud::html! {}, maud::html! {})
}

/// All that is in the box. `active`: the id of the option that Enter chooses; `note`: what is said above the
/// options. The list is there also while it is closed, because the field refers to it.
pub(super) fn content(
    is_open: bool,
    active: Option<String>,
    note: Markup,
    options: Markup,
) -> Markup {
    let words = texts().jump;
    maud::html! {
        input type="search" name="q" role="combobox" aria-label=(words.label) aria-autocomplete="list"
            aria-controls=(LIST) aria-expanded=(is_open) aria-activedescendant=[active]
            placeholder=(words.placeholder) autocomplete="off" spellcheck="false" maxlength="200";
        button.without-script { (words.submit) }
        div.jump-list hidden[!is_open] {
            (note)
            ul id=(LIST) role="listbox" aria-label=(words.results) { (options) }
        }
    }
}

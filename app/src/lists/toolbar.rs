//! The search over every column. Without WebAssembly it is a GET form.

use domain::list::ListQuery;
use leptos::{ev, html, prelude::*};
use maud::Markup;

use super::{
    filters::{choice_field, follow_fields, search_field},
    state::ListState,
    view::ListView,
};
use crate::{locale::texts, ui::keep_written};

#[component]
pub(super) fn Toolbar(state: ListState) -> impl IntoView {
    let (view, first) = (state.view, state.query.get_untracked());
    let content = Memo::new(move |_| toolbar(view, &first, &state.query.read()).into_string());
    let form = NodeRef::<html::Form>::new();
    let element = move || Some(form.get()?.into());
    let first = keep_written(content, element);
    let on_input = follow_fields(state, element);
    view! {
        <form
            id=view.form
            class="toolbar"
            method="get"
            action=view.path
            role="search"
            node_ref=form
            inner_html=first
            on:submit=|event: ev::SubmitEvent| event.prevent_default()
            on:input=on_input
        ></form>
    }
}

/// Fields begin with what was asked for `first`, and follow what is asked for now by themselves.
fn toolbar(list: &ListView, first: &ListQuery, now: &ListQuery) -> Markup {
    maud::html! {
        (search_field(list, first))
        @if let Some(column) = &list.beside {
            (choice_field(list, first, column, (column.label)(texts())))
        }
        div hidden { (kept_fields(now)) }
        button.without-script { (texts().list.apply) }
    }
}

/// What the form must not change: order and page size.
fn kept_fields(query: &ListQuery) -> Markup {
    let pairs = query.to_pairs();
    let kept = pairs
        .iter()
        .filter(|(name, _)| ["sort", "richtung", "zeilen"].contains(name));
    maud::html! {
        @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
    }
}

//! The search over every column. Without WebAssembly it is a GET form.

use domain::list::ListQuery;
use leptos::{ev, html, prelude::*};
use maud::Markup;

use super::{
    filters::{choice_field, follow_fields, search_field},
    state::ListState,
    view::ListView,
};
use crate::{locale::texts, ui::written};

#[component]
pub(super) fn Toolbar(state: ListState) -> impl IntoView {
    let view = state.view;
    let fields = fields(view, &state.query.read_untracked());
    let content = move || toolbar(&fields, &state.query.read());
    let form = NodeRef::<html::Form>::new();
    let element = move || Some(form.get()?.into());
    let first = written(content, element);
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

/// Fields as they begin; they follow the address by themselves.
fn fields(list: &ListView, query: &ListQuery) -> Markup {
    maud::html! {
        (search_field(list, query))
        @if let Some(column) = &list.beside {
            (choice_field(list, query, column, (column.label)(texts())))
        }
    }
}

fn toolbar(fields: &Markup, query: &ListQuery) -> Markup {
    maud::html! {
        (fields)
        div hidden { (kept_fields(query)) }
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

//! The table of a list. On a phone each row is a card.

use domain::list::{Direction, ListPage, ListQuery};
use leptos::{ev, html, prelude::*};
use maud::Markup;
use web_sys::Element;

use super::{
    filters::{filter_field, follow_fields},
    row::rows_html,
    showing::Showing,
    state::ListState,
    view::ColumnView,
};
use crate::{
    locale::texts,
    ui::{keep_written, press_by_space, pressed, written},
};

#[component]
pub(super) fn Table(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let (showing, new) = (Showing::now(state), state.new_row.get());
        page.with(|page| rows_html(page, new.as_ref(), &showing))
    });
    let body = NodeRef::<html::Tbody>::new();
    let first_rows = keep_written(rows, move || Some(body.get()?.into()));
    let selectable = state.selectable();
    if let Some(selectable) = selectable {
        (selectable.keep)(state, page, rows);
    }
    let choose = move |event: ev::Event| {
        if let Some(selectable) = selectable {
            (selectable.on_change)(&event, state, page);
        }
    };
    view! {
        <div class="table-frame">
            <table class=state.view.class on:change=choose>
                <caption class="visually-hidden">{(state.view.words)(texts()).table}</caption>
                <Head state />
                <tbody
                    node_ref=body
                    inner_html=first_rows
                    on:click=move |event| ask_before_deletion(&event, state)
                ></tbody>
            </table>
        </div>
    }
}

/// What sorts, and below it what filters.
#[component]
fn Head(state: ListState) -> impl IntoView {
    // Fields follow the address by themselves.
    let filters = filter_row(state, &state.query.read_untracked());
    let content = move || maud::html! { (sort_row(state, &state.query.read())) (filters) };
    let head = NodeRef::<html::Thead>::new();
    let element = move || Some(head.get()?.into());
    let first_rows = written(content, element);
    let on_input = follow_fields(state, element);
    view! { <thead node_ref=head inner_html=first_rows on:input=on_input on:keydown=press></thead> }
}

fn sort_row(state: ListState, query: &ListQuery) -> Markup {
    maud::html! {
        tr {
            @if let Some(selectable) = state.selectable() {
                th.select scope="col" { ((selectable.all)()) }
            }
            @for column in state.view.columns { (sort_header(state, query, column)) }
            @if state.has_actions() { th.actions scope="col" { (texts().list.actions) } }
        }
    }
}

/// A link that is a button: it sorts without WebAssembly too.
fn sort_header(state: ListState, query: &ListQuery, column: &ColumnView) -> Markup {
    let sorted = match query.direction {
        _ if query.sort_column() != column.column => None,
        Direction::Ascending => Some("ascending"),
        Direction::Descending => Some("descending"),
    };
    let href = state.view.href(&query.sorted_by(column.column));
    maud::html! {
        th scope="col" aria-sort=[sorted] {
            a role="button" data-noscroll="true" href=(href) { ((column.label)(texts())) }
        }
    }
}

fn filter_row(state: ListState, query: &ListQuery) -> Markup {
    maud::html! {
        tr.filters {
            @if state.selectable().is_some() { td {} }
            @for column in state.view.columns { td { (filter_field(state.view, query, column)) } }
            @if state.has_actions() { td {} }
        }
    }
}

/// A key in what sorts; fields keep their space bar.
fn press(event: ev::KeyboardEvent) {
    if event_target::<Element>(&event).tag_name() == "A" {
        press_by_space(event);
    }
}

/// A row's button for its deletion was pressed.
fn ask_before_deletion(event: &ev::MouseEvent, state: ListState) {
    let button = pressed(event, "[data-delete]");
    if let Some(name) = button.and_then(|button| button.get_attribute("data-delete")) {
        event.prevent_default();
        state.deleting.set(Some(name));
    }
}

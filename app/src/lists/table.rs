//! The table of a list. On a phone each row is a card.

use domain::list::{Direction, ListPage};
use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast};
use web_sys::Element;

use super::{
    filter_row::FilterRow,
    row::rows_html,
    selection::{SelectAll, choose_row, show_selection},
    showing::Showing,
    state::ListState,
    view::ColumnView,
};
use crate::{
    locale::texts,
    ui::{keep_written, press_by_space},
};

#[component]
pub(super) fn Table(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let view = state.view;
    let words = (view.words)(texts());
    let headers = view
        .columns
        .iter()
        .map(|column| view! { <SortHeader state column /> })
        .collect_view();
    let rows = Memo::new(move |_| {
        let (showing, new) = (Showing::now(state), state.new_row.get());
        page.with(|page| rows_html(page, new.as_ref(), &showing))
    });
    let body = NodeRef::<html::Tbody>::new();
    keep_written(rows, move || Some(body.get()?.into()));
    if state.selectable().is_some() {
        show_selection(state, rows);
    }
    view! {
        <div class="table-frame">
            <table class=view.class>
                <caption class="visually-hidden">{words.table}</caption>
                <thead>
                    <tr>
                        {state.selectable().map(|_| view! { <SelectAll state page /> })}
                        {headers}
                        {state
                            .has_actions()
                            .then(|| view! { <th scope="col" class="actions">{texts().list.actions}</th> })}
                    </tr>
                    <FilterRow state />
                </thead>
                <tbody
                    node_ref=body
                    inner_html=rows.get_untracked()
                    on:click=move |event| ask_before_deletion(&event, state)
                    on:change=move |event| choose_row(&event, state)
                ></tbody>
            </table>
        </div>
    }
}

/// A link that is a button: it sorts without WebAssembly too.
#[component]
fn SortHeader(state: ListState, column: &'static ColumnView) -> impl IntoView {
    let (view, query, place) = (state.view, state.query, column.column);
    view! {
        <th
            scope="col"
            aria-sort=move || {
                query
                    .with(|query| match query.direction {
                        _ if query.sort_column() != place => None,
                        Direction::Ascending => Some("ascending"),
                        Direction::Descending => Some("descending"),
                    })
            }
        >
            <a
                role="button"
                data-noscroll="true"
                href=move || query.with(|query| view.href(&query.sorted_by(place)))
                on:keydown=press_by_space
            >
                {(column.label)(texts())}
            </a>
        </th>
    }
}

/// A row's button for its deletion was pressed.
fn ask_before_deletion(event: &ev::MouseEvent, state: ListState) {
    let pressed = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let button = pressed.and_then(|pressed| pressed.closest("[data-delete]").ok().flatten());
    if let Some(name) = button.and_then(|button| button.get_attribute("data-delete")) {
        event.prevent_default();
        state.deleting.set(Some(name));
    }
}

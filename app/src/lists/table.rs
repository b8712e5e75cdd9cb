//! The table of a list. On a phone each row is a card.

use domain::list::{Direction, ListPage, Row};
use leptos::prelude::*;

use super::{
    filter_row::FilterRow,
    selection::{SelectAll, select_cell},
    state::ListState,
    view::{ColumnView, Shown},
};
use crate::{locale::texts, ui::press_by_space};

#[component]
pub(super) fn Table(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let view = state.view;
    let words = (view.words)(texts());
    let headers = view
        .columns
        .iter()
        .map(|column| view! { <SortHeader state column /> })
        .collect_view();
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
                // Rows are written over by position: cheaper than moving them.
                <tbody>{move || page.get().rows.into_iter().map(|row| row_view(row, state)).collect_view()}</tbody>
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

fn row_view(row: Row, state: ListState) -> impl IntoView {
    let view = state.view;
    let name = row.0.get(view.kind.description().name);
    let is_new = state
        .new_row
        .with(|new| new.is_some() && new.as_ref() == name);
    let cells = view
        .columns
        .iter()
        .map(|column| cell_view(&row, column))
        .collect_view();
    view! {
        <tr class:new=is_new>
            {state.selectable().map(|columns| select_cell(&row, columns, state))}
            {cells}
            {state
                .has_actions()
                .then(|| view! { <td class="actions">{(view.actions)(&row, state)}</td> })}
        </tr>
    }
}

fn cell_view(row: &Row, column: &'static ColumnView) -> impl IntoView + use<> {
    let label = (column.label)(texts());
    let is_count = matches!(column.shown, Shown::Count);
    let content = match column.shown {
        Shown::Text => row.text(column.column).to_owned().into_any(),
        Shown::Count => {
            let count = row.count(column.column);
            view! { <span class:visually-hidden=count == 0>{count}</span> }.into_any()
        }
        Shown::View(view) => view(row, column.column),
    };
    view! {
        <td data-label=label class=is_count.then_some("number")>
            {content}
        </td>
    }
}

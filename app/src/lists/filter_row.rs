//! One filter per column, below the header.

use leptos::{either::Either, prelude::*};

use super::{
    state::ListState,
    toolbar::{FilterInput, narrow},
    view::ColumnView,
};
use crate::locale::texts;

#[component]
pub(super) fn FilterRow(state: ListState) -> impl IntoView {
    let cells = state
        .view
        .columns
        .iter()
        .map(|column| view! { <td>{filter_view(state, column)}</td> })
        .collect_view();
    view! {
        <tr class="filters">
            {state.selectable().map(|_| view! { <td></td> })}
            {cells}
            {state.has_actions().then(|| view! { <td></td> })}
        </tr>
    }
}

fn filter_view(state: ListState, column: &'static ColumnView) -> impl IntoView {
    let texts = texts();
    let label = (texts.list.filter_of)((column.label)(texts));
    if (column.choices)(texts).is_empty() {
        Either::Left(view! { <FilterInput state filter=Some(column.filter) label /> })
    } else {
        Either::Right(view! { <FilterChoice state column label /> })
    }
}

/// One of few words.
#[component]
pub(super) fn FilterChoice(
    state: ListState,
    column: &'static ColumnView,
    label: String,
) -> impl IntoView {
    let texts = texts();
    let (query, filter) = (state.query, column.filter);
    let narrow = narrow(state);
    let name = state.view.kind.description().filters[filter].name;
    let any = ("", texts.list.products_any.to_owned());
    let options = std::iter::once(any)
        .chain((column.choices)(texts))
        .map(|(word, meaning)| {
            let selected = query.with_untracked(|query| query.filter(filter) == word);
            view! {
                <option value=word selected=selected>
                    {meaning}
                </option>
            }
        })
        .collect_view();
    view! {
        <select
            form=state.view.form
            name=name
            aria-label=label
            prop:value=move || query.with(|query| query.filter(filter).to_owned())
            on:change=move |event| {
                let mut next = query.get_untracked().at_page(1);
                next.set_filter(filter, event_target_value(&event));
                narrow(next);
            }
        >
            {options}
        </select>
    }
}

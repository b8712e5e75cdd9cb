//! The table "Kunden". On a phone each row is a card.

use domain::{
    customer::CustomerRow,
    customer_list::{Direction, ListPage, ListQuery, SortColumn},
};
use leptos::prelude::*;
use leptos_router::location::Url;

use super::{
    filter_row::FilterRow,
    list_page::{ListState, list_href},
    toolbar::FILTER_FORM,
};
use crate::{
    locale::texts,
    ui::{Icon, Shape, press_by_space},
};

#[component]
pub(super) fn Table(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let words = &texts().list;
    let query = state.query;
    view! {
        <div class="table-frame">
            <table class="customers">
                <caption class="visually-hidden">{words.table}</caption>
                <thead>
                    <tr>
                        <SortHeader query column=SortColumn::Number label=words.number />
                        <SortHeader query column=SortColumn::LastName label=words.last_name />
                        <SortHeader query column=SortColumn::FirstName label=words.first_name />
                        <SortHeader query column=SortColumn::Company label=words.company />
                        <SortHeader query column=SortColumn::Products label=words.products />
                        <th scope="col" class="actions">{words.actions}</th>
                    </tr>
                    <FilterRow query />
                </thead>
                // Rows are written over by position: cheaper than moving them.
                <tbody>{move || page.get().rows.into_iter().map(|row| row_view(row, state)).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A link that is a button: it sorts without WebAssembly too.
#[component]
fn SortHeader(query: Memo<ListQuery>, column: SortColumn, label: &'static str) -> impl IntoView {
    view! {
        <th
            scope="col"
            aria-sort=move || {
                query
                    .with(|query| match query.direction {
                        _ if query.sort != column => None,
                        Direction::Ascending => Some("ascending"),
                        Direction::Descending => Some("descending"),
                    })
            }
        >
            <a
                role="button"
                data-noscroll="true"
                href=move || query.with(|query| list_href(&query.sorted_by(column)))
                on:keydown=press_by_space
            >
                {label}
            </a>
        </th>
    }
}

fn row_view(row: CustomerRow, state: ListState) -> impl IntoView {
    let words = &texts().list;
    let href = format!("/k/{}", Url::escape(&row.number));
    let is_new = state
        .new_number
        .with(|new| new.as_ref() == Some(&row.number));
    let deletable = row.deletable();
    let number = row.number.clone();
    view! {
        <tr class:new=is_new>
            <td data-label=words.number>{row.number.clone()}</td>
            <td data-label=words.last_name>{row.last_name}</td>
            <td data-label=words.first_name>{row.first_name}</td>
            <td data-label=words.company>{row.company}</td>
            <td data-label=words.products class="number">
                <span class:visually-hidden=row.products == 0>{row.products}</span>
            </td>
            <td class="actions">
                <a
                    class="button"
                    href=href.clone()
                    title=(words.details_of)(&row.number)
                    aria-label=(words.details_of)(&row.number)
                >
                    <Icon shape=Shape::Magnifier />
                </a>
                {deletable
                    .then(|| {
                        view! {
                            <button
                                class="danger"
                                form=FILTER_FORM
                                formaction=href
                                title=(words.delete_of)(&number)
                                aria-label=(words.delete_of)(&number)
                                on:click=move |event| {
                                    event.prevent_default();
                                    state.deleting.set(Some(number.clone()));
                                }
                            >
                                <Icon shape=Shape::Bin />
                            </button>
                        }
                    })}
            </td>
        </tr>
    }
}

//! One filter per column, below the header.

use domain::customer_list::{ListQuery, ProductFilter};
use leptos::prelude::*;

use super::toolbar::{FILTER_FORM, FilterInput, narrow};
use crate::locale::texts;

#[component]
pub(super) fn FilterRow(query: Memo<ListQuery>) -> impl IntoView {
    let words = &texts().list;
    let label = |column: &str| (words.filter_of)(column);
    view! {
        <tr class="filters">
            <td>
                <FilterInput
                    query
                    name="f_nummer"
                    label=label(words.number)
                    get=|query| &query.filters.number
                    set=|query, text| query.filters.number = text
                />
            </td>
            <td>
                <FilterInput
                    query
                    name="f_name"
                    label=label(words.last_name)
                    get=|query| &query.filters.last_name
                    set=|query, text| query.filters.last_name = text
                />
            </td>
            <td>
                <FilterInput
                    query
                    name="f_vorname"
                    label=label(words.first_name)
                    get=|query| &query.filters.first_name
                    set=|query, text| query.filters.first_name = text
                />
            </td>
            <td>
                <FilterInput
                    query
                    name="f_firma"
                    label=label(words.company)
                    get=|query| &query.filters.company
                    set=|query, text| query.filters.company = text
                />
            </td>
            <td>
                <ProductChoice query label=label(words.products) />
            </td>
            <td></td>
        </tr>
    }
}

#[component]
fn ProductChoice(query: Memo<ListQuery>, label: String) -> impl IntoView {
    let words = &texts().list;
    let narrow = narrow();
    let choices = [
        (ProductFilter::Any, words.products_any),
        (ProductFilter::With, words.products_with),
        (ProductFilter::Without, words.products_without),
    ];
    view! {
        <select
            form=FILTER_FORM
            name="f_produkte"
            aria-label=label
            prop:value=move || query.with(|query| query.filters.products.word())
            on:change=move |event| {
                let mut next = query.get_untracked().at_page(1);
                next.filters.products = ProductFilter::from_word(&event_target_value(&event));
                narrow(next);
            }
        >
            {choices
                .map(|(filter, word)| {
                    let selected = query.with_untracked(|query| query.filters.products == filter);
                    view! {
                        <option value=filter.word() selected=selected>
                            {word}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}

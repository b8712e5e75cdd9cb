//! `/mkm/kunden`: the list.

use domain::{
    customer::CustomerRow,
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCT_CHOICES, PRODUCTS},
    list::{ListKind, Row, Value},
    rights::Action,
};
use leptos::prelude::*;
use leptos_router::{components::Outlet, location::Url};

use super::delete_dialog::DeleteFromList;
use crate::{
    address::parameter,
    lists::{ColumnView, List, ListHead, ListState, ListView, Shown},
    locale::{ListWords, Texts, texts},
    ui::{Icon, Shape},
};

/// "Kundenverwaltung".
static CUSTOMERS: ListView = ListView {
    kind: ListKind::Customers,
    path: "/mkm/kunden",
    class: "list customers",
    form: "kunden-filter",
    whole: "/api/kunden/liste",
    words,
    // Columns and filters have the same places.
    columns: &[
        ColumnView::text(NUMBER, NUMBER, |texts| texts.list.number),
        ColumnView::text(LAST_NAME, LAST_NAME, |texts| texts.list.last_name),
        ColumnView::text(FIRST_NAME, FIRST_NAME, |texts| texts.list.first_name),
        ColumnView::text(COMPANY, COMPANY, |texts| texts.list.company),
        ColumnView {
            column: PRODUCTS,
            filter: PRODUCTS,
            label: |texts| texts.list.products,
            choices: product_choices,
            shown: Shown::Count,
        },
    ],
    beside: None,
    edits: Action::EditCustomers,
    opens: true,
    actions,
    selectable: None,
};

fn words(texts: &'static Texts) -> ListWords {
    let words = &texts.list;
    ListWords {
        title: words.title,
        overview: words.overview,
        new_entry: words.new_customer,
        search: words.search,
        search_placeholder: words.search_placeholder,
        table: words.table,
        range: words.range,
        nothing_found: words.nothing_found,
        welcome: words.welcome,
        welcome_text: words.welcome_text,
    }
}

fn product_choices(texts: &'static Texts) -> Vec<(&'static str, String)> {
    let words = [texts.list.products_with, texts.list.products_without].map(str::to_owned);
    let choices = PRODUCT_CHOICES.iter().map(|choice| choice.word);
    choices.zip(words).collect()
}

/// The list with its dialogs.
#[component]
pub fn CustomerListPage() -> impl IntoView {
    let state = ListState::of(&CUSTOMERS);
    state.new_row.set(parameter("angelegt").map(Value::from));
    provide_context(state);
    view! {
        <ListHead state />
        <List state />
        <Outlet />
        {move || state.deleting.get().map(|number| view! { <DeleteFromList number state /> })}
    }
}

fn actions(row: &Row, state: ListState) -> AnyView {
    let words = &texts().list;
    let row = CustomerRow::from(row);
    let href = format!("/k/{}", Url::escape(&row.number));
    let deletable = state.may_edit && row.deletable();
    let number = row.number;
    view! {
        <a
            class="button"
            href=href.clone()
            title=(words.details_of)(&number)
            aria-label=(words.details_of)(&number)
        >
            <Icon shape=Shape::Magnifier />
        </a>
        {deletable
            .then(|| {
                view! {
                    <button
                        class="danger"
                        form=state.view.form
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
    }
    .into_any()
}

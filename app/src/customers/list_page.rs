//! `/mkm/kunden`: the list.

use domain::{
    customer::CustomerRow,
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCT_CHOICES, PRODUCTS},
    list::{ListKind, Row, Value},
    rights::Action,
};
use leptos::prelude::*;
use leptos_router::{components::Outlet, location::Url};
use maud::{Markup, html};

use crate::{
    address::parameter,
    later::delete_from_list,
    lists::{ColumnView, List, ListHead, ListState, ListView, Showing, Shown},
    locale::{ListWords, Texts},
    ui::{Shape, icon},
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
        {move || state.deleting.get().map(|number| delete_from_list(number, state))}
    }
}

fn actions(row: &Row, showing: &Showing) -> Markup {
    let (list, words) = (showing.list, &showing.texts.list);
    let row = CustomerRow::from(row);
    let number = &row.number;
    let href = format!("/k/{}", Url::escape(number));
    let (details, deletion) = ((words.details_of)(number), (words.delete_of)(number));
    html! {
        a.button href=(href) title=(details) aria-label=(details) { (icon(Shape::Magnifier)) }
        @if list.may_edit && row.deletable() {
            button.danger form=(list.view.form) formaction=(href) title=(deletion) aria-label=(deletion)
                data-delete=(number) { (icon(Shape::Bin)) }
        }
    }
}

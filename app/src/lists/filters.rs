//! The search and the filters of columns: fields that narrow the list while somebody types. They are written as
//! HTML, and one listener follows all that lie in an element.

use std::time::Duration;

use domain::list::ListQuery;
use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*, wasm_bindgen::JsCast};
use maud::{Markup, html};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{
    state::ListState,
    view::{ColumnView, ListView},
};
use crate::{
    hydration::is_taking_over,
    locale::texts,
    navigation::{in_place, navigator},
    ui::elements,
};

/// How long to wait for the next letter while the server has to be asked.
const PAUSE: Duration = Duration::from_millis(250);

/// The field of the search over all columns.
const SEARCH: &str = "q";

/// The search over all columns, holding what the address asks for.
pub(super) fn search_field(list: &ListView, query: &ListQuery) -> Markup {
    let words = (list.words)(texts());
    text_field(
        list,
        SEARCH,
        &query.search,
        words.search,
        Some(words.search_placeholder),
    )
}

/// The filter of a column, holding what the address asks for.
pub(super) fn filter_field(list: &ListView, query: &ListQuery, column: &ColumnView) -> Markup {
    let label = (texts().list.filter_of)((column.label)(texts()));
    if (column.choices)(texts()).is_empty() {
        let text = query.filter(column.filter);
        text_field(list, name_of(list, column.filter), text, &label, None)
    } else {
        choice_field(list, query, column, &label)
    }
}

fn text_field(
    list: &ListView,
    name: &str,
    text: &str,
    label: &str,
    placeholder: Option<&str>,
) -> Markup {
    html! {
        input type="search" form=(list.form) name=(name) aria-label=(label) placeholder=[placeholder]
            autocomplete="off" spellcheck="false" value=(text);
    }
}

/// One of few words.
pub(super) fn choice_field(
    list: &ListView,
    query: &ListQuery,
    column: &ColumnView,
    label: &str,
) -> Markup {
    let any = ("", texts().list.products_any.to_owned());
    let choices = std::iter::once(any).chain((column.choices)(texts()));
    html! {
        select form=(list.form) name=(name_of(list, column.filter)) aria-label=(label) {
            @for (word, meaning) in choices {
                option value=(word) selected[query.filter(column.filter) == word] { (meaning) }
            }
        }
    }
}

fn name_of(list: &ListView, filter: usize) -> &'static str {
    list.kind.description().filters[filter].name
}

/// The filter of that name.
fn place_of(query: &ListQuery, name: &str) -> Option<usize> {
    let filters = query.kind.description().filters;
    filters.iter().position(|filter| filter.name == name)
}

/// What a field of that name holds; nothing of one that narrows no list.
fn text_of<'a>(query: &'a ListQuery, name: &str) -> Option<&'a str> {
    match name {
        SEARCH => Some(&query.search),
        _ => Some(query.filter(place_of(query, name)?)),
    }
}

/// The list narrowed by that text, from its first page.
fn narrowed(query: &ListQuery, name: &str, text: String) -> ListQuery {
    let mut next = query.at_page(1);
    match place_of(query, name) {
        Some(filter) => next.set_filter(filter, text),
        None => next.search = text,
    }
    next
}

/// Keeps the fields in an element as the address says, and gives what has to hear of their inputs.
pub(super) fn follow_fields(
    state: ListState,
    element: impl Fn() -> Option<Element> + 'static,
) -> impl Fn(ev::Event) + Clone + 'static {
    // Names of fields whose text is not yet in the address.
    let ahead = StoredValue::new(Vec::<String>::new());
    keep_fields(state, ahead, element);
    let narrow = narrow(state);
    move |event| {
        let field = event.target().and_then(|field| field.dyn_into().ok());
        let Some(name) = field.and_then(|field: Element| field.get_attribute("name")) else {
            return;
        };
        let (query, text) = (state.query.get_untracked(), event_target_value(&event));
        let Some(known) = text_of(&query, &name) else {
            return;
        };
        let is_ahead = known != text;
        narrow(narrowed(&query, &name, text));
        note(ahead, name, is_ahead);
    }
}

fn note(ahead: StoredValue<Vec<String>>, name: String, is_ahead: bool) {
    ahead.update_value(|ahead| {
        ahead.retain(|other| *other != name);
        if is_ahead {
            ahead.push(name);
        }
    });
}

/// "Back" and "clear filters" change the address; what is being typed is left alone.
fn keep_fields(
    state: ListState,
    ahead: StoredValue<Vec<String>>,
    element: impl Fn() -> Option<Element> + 'static,
) {
    // On a later page the elements may be those that another list had, with what was typed there.
    let is_first_page = is_taking_over();
    Effect::new(move |earlier: Option<()>| {
        let query = state.query.get();
        let Some(element) = element() else { return };
        for field in elements::<Element>(element.query_selector_all("[name][form]")) {
            let name = field.get_attribute("name").unwrap_or_default();
            let Some(text) = text_of(&query, &name) else {
                continue;
            };
            if value_of(&field) == text {
                note(ahead, name, false);
            } else if earlier.is_none() && is_first_page {
                // Typed before WebAssembly was here.
                note(ahead, name, true);
            } else if !ahead.with_value(|ahead| ahead.contains(&name)) {
                set_value(&field, text);
            }
        }
    });
}

fn value_of(field: &Element) -> String {
    match field.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => field.unchecked_ref::<HtmlInputElement>().value(),
    }
}

fn set_value(field: &Element, value: &str) {
    match field.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.set_value(value),
        None => field.unchecked_ref::<HtmlInputElement>().set_value(value),
    }
}

/// Leads to another list: at once where the browser has the rows, after a pause in typing where the
/// server must be asked.
fn narrow(state: ListState) -> impl Fn(ListQuery) + Clone + 'static {
    let navigate = navigator();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    move |next: ListQuery| {
        let navigate = navigate.clone();
        let go = move || {
            navigate(&state.view.href(&next), in_place());
        };
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        if state.whole.is_absent_untracked() {
            waiting.set_value(set_timeout_with_handle(go, PAUSE).ok());
        } else {
            go();
        }
    }
}

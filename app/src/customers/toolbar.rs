//! The search over every column. Without WebAssembly it is a GET form.

use std::time::Duration;

use domain::customer_list::ListQuery;
use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{list_page::list_href, whole_list::WholeList};
use crate::locale::texts;

/// The id of the form to which search and column filters belong.
pub(super) const FILTER_FORM: &str = "kunden-filter";

/// How long to wait for the next letter while the server has to be asked.
const PAUSE: Duration = Duration::from_millis(250);

#[component]
pub(super) fn Toolbar(query: Memo<ListQuery>) -> impl IntoView {
    let words = &texts().list;
    let kept = move || query.with(kept_pairs);
    view! {
        <form
            id=FILTER_FORM
            class="toolbar"
            method="get"
            action="/mkm/kunden"
            role="search"
            on:submit=|event: ev::SubmitEvent| event.prevent_default()
        >
            <FilterInput
                query
                name="q"
                label=words.search
                placeholder=words.search_placeholder
                get=|query| &query.search
                set=|query, text| query.search = text
            />
            {move || {
                kept()
                    .into_iter()
                    .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                    .collect_view()
            }}
            <button class="without-script">{words.apply}</button>
        </form>
    }
}

/// What the form must not change: order and page size.
fn kept_pairs(query: &ListQuery) -> Vec<(&'static str, String)> {
    let mut pairs = query.to_pairs();
    pairs.retain(|(name, _)| ["sort", "richtung", "zeilen"].contains(name));
    pairs
}

/// A text that narrows the list while it is typed.
#[component]
pub(super) fn FilterInput(
    query: Memo<ListQuery>,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] placeholder: &'static str,
    get: fn(&ListQuery) -> &String,
    set: fn(&mut ListQuery, String),
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let narrow = narrow();
    // Typed, and not yet in the URL.
    let ahead = StoredValue::new(false);
    // "Back" and "clear filters" change the URL; what is being typed is left alone.
    Effect::new(move |earlier: Option<()>| {
        let text = query.with(|query| get(query).clone());
        let Some(input) = input.get() else { return };
        if input.value() == text {
            ahead.set_value(false);
        } else if earlier.is_none() {
            // Typed before WebAssembly was here.
            ahead.set_value(true);
        } else if !ahead.get_value() {
            input.set_value(&text);
        }
    });
    view! {
        <input
            type="search"
            form=FILTER_FORM
            name=name
            aria-label=label
            placeholder=placeholder
            autocomplete="off"
            spellcheck="false"
            value=query.with_untracked(|query| get(query).clone())
            node_ref=input
            on:input=move |event| {
                let text = event_target_value(&event);
                let now = query.get_untracked();
                ahead.set_value(*get(&now) != text);
                let mut next = now.at_page(1);
                set(&mut next, text);
                narrow(next);
            }
        />
    }
}

/// Leads to another list: at once where the browser has the rows, after a pause in typing where the
/// server must be asked.
pub(super) fn narrow() -> impl Fn(ListQuery) + Clone + 'static {
    let navigate = use_navigate();
    let whole = WholeList::current();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    move |next: ListQuery| {
        let navigate = navigate.clone();
        let go = move || {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&list_href(&next), options);
        };
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        if whole.is_absent_untracked() {
            waiting.set_value(set_timeout_with_handle(go, PAUSE).ok());
        } else {
            go();
        }
    }
}

//! The search over every column. Without WebAssembly it is a GET form.

use std::time::Duration;

use domain::list::ListQuery;
use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{filter_row::FilterChoice, state::ListState};
use crate::{
    locale::texts,
    navigation::{in_place, navigator},
    ui::keep_written,
};

/// How long to wait for the next letter while the server has to be asked.
const PAUSE: Duration = Duration::from_millis(250);

#[component]
pub(super) fn Toolbar(state: ListState) -> impl IntoView {
    let view = state.view;
    let words = (view.words)(texts());
    let kept = Memo::new(move |_| state.query.with(kept_fields));
    let fields = NodeRef::<html::Div>::new();
    keep_written(kept, move || Some(fields.get()?.into()));
    let beside = view.beside.as_ref().map(|column| {
        let label = (column.label)(texts()).to_owned();
        view! { <FilterChoice state column label /> }
    });
    view! {
        <form
            id=view.form
            class="toolbar"
            method="get"
            action=view.path
            role="search"
            on:submit=|event: ev::SubmitEvent| event.prevent_default()
        >
            <FilterInput
                state
                filter=None
                label=words.search
                placeholder=words.search_placeholder
            />
            {beside}
            <div hidden node_ref=fields inner_html=kept.get_untracked()></div>
            <button class="without-script">{texts().list.apply}</button>
        </form>
    }
}

/// What the form must not change: order and page size.
fn kept_fields(query: &ListQuery) -> String {
    let pairs = query.to_pairs();
    let kept = pairs.iter().filter(|(name, _)| ["sort", "richtung", "zeilen"].contains(name));
    let fields = maud::html! {
        @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
    };
    fields.into_string()
}

/// What is typed into the filter of a column, or into the search.
fn text_of(query: &ListQuery, filter: Option<usize>) -> &str {
    match filter {
        Some(place) => query.filter(place),
        None => &query.search,
    }
}

/// A text that narrows the list while it is typed.
#[component]
pub(super) fn FilterInput(
    state: ListState,
    /// The filter of a column; none: the search over all of them.
    filter: Option<usize>,
    #[prop(into)] label: String,
    #[prop(optional)] placeholder: &'static str,
) -> impl IntoView {
    let query = state.query;
    let name = filter.map_or("q", |place| {
        state.view.kind.description().filters[place].name
    });
    let input = NodeRef::<html::Input>::new();
    let narrow = narrow(state);
    // Typed, and not yet in the URL.
    let ahead = StoredValue::new(false);
    // On a later page the element may be one that another list had, with what was typed there.
    let is_first_page =
        Owner::current_shared_context().is_some_and(|context| context.during_hydration());
    // "Back" and "clear filters" change the URL; what is being typed is left alone.
    Effect::new(move |earlier: Option<()>| {
        let text = query.with(|query| text_of(query, filter).to_owned());
        let Some(input) = input.get() else { return };
        if input.value() == text {
            ahead.set_value(false);
        } else if earlier.is_none() && is_first_page {
            // Typed before WebAssembly was here.
            ahead.set_value(true);
        } else if !ahead.get_value() {
            input.set_value(&text);
        }
    });
    view! {
        <input
            type="search"
            form=state.view.form
            name=name
            aria-label=label
            placeholder=placeholder
            autocomplete="off"
            spellcheck="false"
            value=query.with_untracked(|query| text_of(query, filter).to_owned())
            node_ref=input
            on:input=move |event| {
                let text = event_target_value(&event);
                let now = query.get_untracked();
                ahead.set_value(text_of(&now, filter) != text);
                let mut next = now.at_page(1);
                match filter {
                    Some(place) => next.set_filter(place, text),
                    None => next.search = text,
                }
                narrow(next);
            }
        />
    }
}

/// Leads to another list: at once where the browser has the rows, after a pause in typing where the
/// server must be asked.
pub(super) fn narrow(state: ListState) -> impl Fn(ListQuery) + Clone + 'static {
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

//! The list under the jump box.

use domain::search::Hit;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{destination::list_address, state::JumpState};
use crate::locale::texts;

/// The list's id.
pub(super) const LIST: &str = "schnellsuche-treffer";

/// The id of an option.
pub(super) fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}

/// Brings an option into the part of a long list that is seen.
pub(super) fn show_option(place: usize) {
    if let Some(option) = document().get_element_by_id(&option_id(place)) {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// There as long as it is open; the box refers to it also while it is not.
#[component]
pub(super) fn Options(
    state: JumpState,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let words = texts().jump;
    view! {
        <div class="jump-list" hidden=move || state.found.with(Option::is_none)>
            {move || {
                let found = state.found.get();
                let nothing = found.as_ref().filter(|(_, hits)| hits.is_empty());
                nothing.map(|(typed, _)| view! { <p role="status">{(words.nothing)(typed.trim())}</p> })
            }}
            <ul id=LIST role="listbox" aria-label=words.results>
                {move || {
                    state
                        .found
                        .get()
                        .map(|(typed, hits)| options(state, &typed, &hits, on_choose))
                }}
            </ul>
        </div>
    }
}

/// The hits, and last the customer list.
fn options(
    state: JumpState,
    typed: &str,
    hits: &[Hit],
    on_choose: Callback<String>,
) -> impl IntoView + use<> {
    let words = texts().jump;
    let mut options: Vec<_> = hits
        .iter()
        .map(|hit| {
            (
                (words.kind)(hit.kind),
                hit.title.clone(),
                hit.detail.clone(),
                hit.path(state.may_edit),
            )
        })
        .collect();
    let all = (words.in_list)(typed.trim());
    options.push(("", all, String::new(), list_address(typed)));
    options
        .into_iter()
        .enumerate()
        .map(|(place, (kind, title, detail, path))| {
            view! {
                <li
                    id=option_id(place)
                    role="option"
                    aria-selected=move || (state.active.get() == Some(place)).to_string()
                    // The focus stays in the box.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| on_choose.run(path.clone())
                >
                    <span class="kind">{kind}</span>
                    " "
                    <span class="title">{title}</span>
                    " "
                    <span class="detail">{detail}</span>
                </li>
            }
        })
        .collect_view()
}

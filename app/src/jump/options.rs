//! The options under the jump box.

use leptos::prelude::*;
use maud::{Markup, html};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    destination::list_address,
    jump_box::{LIST, content},
    state::JumpState,
};
use crate::locale::texts;

/// What is chosen from, as a selector.
pub(super) const OPTION: &str = "[data-path]";

/// The id of an option.
fn option_id(place: usize) -> String {
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

/// The box with what was found.
pub(super) fn open_box(state: JumpState) -> Markup {
    let words = texts().jump;
    let found = state.found.read();
    let active = state.active.get().map(option_id);
    let Some((typed, hits)) = &*found else {
        return content(false, active, html! {}, html! {});
    };
    let note = html! {
        @if hits.is_empty() {
            p role="status" { ((words.nothing)(typed.trim())) }
        }
    };
    let options = html! {
        @for (place, hit) in hits.iter().enumerate() {
            (option(state, place, &hit.path(state.may_edit), html! {
                span.kind { ((words.kind)(hit.kind)) }
                " " span.title { (hit.title) }
                " " span.detail { (hit.detail) }
            }))
        }
        (option(state, hits.len(), &list_address(typed), html! {
            span.kind {}
            " " span.title { ((words.in_list)(typed.trim())) }
        }))
    };
    content(true, active, note, options)
}

fn option(state: JumpState, place: usize, path: &str, content: Markup) -> Markup {
    let is_active = state.active.get() == Some(place);
    html! {
        li id=(option_id(place)) role="option" aria-selected=(is_active) data-path=(path) { (content) }
    }
}

//! The list under the jump box.

use leptos::prelude::*;
use maud::{Markup, html};
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
pub(super) fn options(state: JumpState) -> Markup {
    let words = texts().jump;
    let found = state.found.read();
    let found = found.as_ref();
    let nothing = found.filter(|(_, hits)| hits.is_empty());
    html! {
        div.jump-list hidden[found.is_none()] {
            @if let Some((typed, _)) = nothing {
                p role="status" { ((words.nothing)(typed.trim())) }
            }
            ul id=(LIST) role="listbox" aria-label=(words.results) {
                @if let Some((typed, hits)) = found {
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
                }
            }
        }
    }
}

fn option(state: JumpState, place: usize, path: &str, content: Markup) -> Markup {
    let is_active = state.active.get() == Some(place);
    html! {
        li id=(option_id(place)) role="option" aria-selected=(is_active) data-path=(path) { (content) }
    }
}

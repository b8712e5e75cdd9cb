//! A row that was just created is looked for, shown and marked.

use domain::list::Value;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::state::ListState;
use crate::navigation::{in_place, navigator};

/// Scrolls to the new row where it is not on the screen, as soon as it is drawn.
pub(crate) fn scroll_to_new_row() {
    request_animation_frame(|| {
        request_animation_frame(|| {
            if let Ok(Some(row)) = document().query_selector("tr.new") {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    });
}

/// What says that a row was created: the list over which the dialog stands, if it stands over one,
/// leads to the row as soon as it is reloaded.
pub(crate) fn note_new_row() -> impl Fn(Value) + Clone + 'static {
    let list = use_context::<ListState>();
    move |name| {
        if let Some(list) = list {
            list.new_row.set(Some(name.clone()));
            list.sought.set(Some(name));
        }
    }
}

/// Leads to the row that is looked for, once the list has it.
pub(super) fn lead_to_new_row(list: ListState) {
    let navigate = navigator();
    Effect::new(move || {
        let Some(name) = list.sought.get() else {
            return;
        };
        let query = list.query.get_untracked();
        if let Some(showing) = list.whole.query_showing(&query, &name) {
            list.sought.set(None);
            if showing != query {
                navigate(&list.view.href(&showing), in_place());
            }
            scroll_to_new_row();
        }
    });
}

//! Choosing rows, and what is done with them.

use std::collections::BTreeSet;

use domain::{list::ListPage, values::RecordId};
use leptos::{either::EitherOf3, ev, prelude::*, wasm_bindgen::JsCast};
use maud::{Markup, html};
use web_sys::HtmlInputElement;

use super::{
    assign_dialog::AssignDialog, release_dialog::ReleaseDialog, showing::Showing, state::ListState,
};
use crate::locale::texts;

/// Most rows that are assigned at once: what is asked of the server has a limit.
pub(super) const MOST_SELECTED: usize = 400;

/// What is asked about the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Assign,
    Release,
}

/// The header's box: all rows of the page, or none of them.
#[component]
pub(super) fn SelectAll(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let ids = move || ids_of(&page.read(), state);
    let all = Memo::new(move |_| {
        let ids = ids();
        !ids.is_empty()
            && state
                .selected
                .with(|chosen| ids.iter().all(|id| chosen.contains(id)))
    });
    view! {
        <th scope="col" class="select">
            <input
                type="checkbox"
                class="with-script"
                aria-label=texts().lists.select_all
                prop:checked=move || all.get()
                on:change=move |event| {
                    let ids = ids();
                    let choose = event_target_checked(&event);
                    state
                        .selected
                        .update(|chosen| {
                            for id in ids {
                                if choose && chosen.len() < MOST_SELECTED {
                                    chosen.insert(id);
                                } else if !choose {
                                    chosen.remove(&id);
                                }
                            }
                        });
                }
            />
        </th>
    }
}

fn ids_of(page: &ListPage, state: ListState) -> Vec<RecordId> {
    let Some((id, _)) = state.view.selectable else {
        return Vec::new();
    };
    let ids = page.rows.iter().map(|row| RecordId::from_uuid(row.id(id)));
    ids.collect()
}

/// The box of one row.
pub(super) fn select_box(id: RecordId, name: &str, showing: &Showing) -> Markup {
    let label = (showing.texts.lists.select)(name);
    html! { input.with-script type="checkbox" aria-label=(label) data-select=(id); }
}

/// The box of a row was changed.
pub(super) fn choose_row(event: &ev::Event, state: ListState) {
    let Some((row_box, id)) = event.target().and_then(|target| {
        let row_box = target.dyn_into::<HtmlInputElement>().ok()?;
        let id = chosen_by(&row_box)?;
        Some((row_box, id))
    }) else {
        return;
    };
    state.selected.update(|chosen| {
        if !row_box.checked() {
            chosen.remove(&id);
        } else if chosen.len() < MOST_SELECTED {
            chosen.insert(id);
        }
    });
}

/// Which row a box chooses.
fn chosen_by(row_box: &HtmlInputElement) -> Option<RecordId> {
    row_box.get_attribute("data-select")?.parse().ok()
}

/// Keeps the boxes of the rows as what is chosen says, whatever was chosen and however rows were written: a
/// box that is written over keeps its tick.
pub(super) fn show_selection(state: ListState, rows: Memo<String>) {
    Effect::new(move || {
        rows.track();
        state.selected.with(tick_boxes);
    });
}

fn tick_boxes(chosen: &BTreeSet<RecordId>) {
    let Ok(boxes) = document().query_selector_all("[data-select]") else {
        return;
    };
    for place in 0..boxes.length() {
        if let Some(row_box) = boxes
            .item(place)
            .and_then(|node| node.dyn_into::<HtmlInputElement>().ok())
        {
            row_box.set_checked(chosen_by(&row_box).is_some_and(|id| chosen.contains(&id)));
        }
    }
}

/// Says how many rows are chosen, and offers to assign them or to set them free.
#[component]
pub(super) fn SelectionBar(state: ListState) -> impl IntoView {
    let words = &texts().lists;
    let asking = RwSignal::new(None::<Asking>);
    let amount = Memo::new(move |_| state.selected.with(|chosen| chosen.len()));
    let close = Callback::new(move |()| asking.set(None));
    let done = Callback::new(move |()| {
        asking.set(None);
        state.selected.update(|chosen| chosen.clear());
        state.reload();
    });
    let bar = move || {
        let amount = u32::try_from(amount.get()).unwrap_or(u32::MAX);
        (amount > 0).then(|| {
            view! {
                <section class="selection" aria-label=words.selection>
                    <p role="status">
                        {(words.selected)(amount)}
                        {(amount as usize >= MOST_SELECTED).then_some(words.most_selected)}
                    </p>
                    <button class="primary" on:click=move |_| asking.set(Some(Asking::Assign))>
                        {words.assign}
                    </button>
                    <button on:click=move |_| asking.set(Some(Asking::Release))>{words.release}</button>
                    <button class="quiet" on:click=move |_| state.selected.update(|chosen| chosen.clear())>
                        {words.clear_selection}
                    </button>
                </section>
            }
        })
    };
    let dialog = move || match asking.get() {
        Some(Asking::Assign) => EitherOf3::A(view! { <AssignDialog state close done /> }),
        Some(Asking::Release) => EitherOf3::B(view! { <ReleaseDialog state close done /> }),
        None => EitherOf3::C(()),
    };
    view! {
        {bar}
        {dialog}
    }
}

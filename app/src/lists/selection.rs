//! Choosing rows, and what is done with them.

use domain::{list::ListPage, values::RecordId};
use leptos::{either::EitherOf3, ev, prelude::*, wasm_bindgen::JsCast};
use maud::{Markup, html};
use web_sys::HtmlInputElement;

use super::{
    assign_dialog::AssignDialog, release_dialog::ReleaseDialog, showing::Showing, state::ListState,
    view::Selectable,
};
use crate::{locale::texts, ui::elements};

/// Most rows that are assigned at once: what is asked of the server has a limit.
pub(super) const MOST_SELECTED: usize = 400;

/// What is asked about the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Assign,
    Release,
}

/// Rows with ids and names in these places are chosen by boxes, and assigned or set free.
pub(super) const fn selectable(id: usize, name: usize) -> Selectable {
    Selectable {
        id,
        name,
        bar: |state| view! { <SelectionBar state /> }.into_any(),
        all: select_all,
        cell: select_box,
        on_change: choose,
        keep: show_selection,
    }
}

/// The header's box: all rows of the page, or none of them.
fn select_all() -> Markup {
    html! { input.with-script type="checkbox" aria-label=(texts().lists.select_all) data-select-all; }
}

fn ids_of(page: &ListPage, state: ListState) -> Vec<RecordId> {
    let Some(Selectable { id, .. }) = state.view.selectable else {
        return Vec::new();
    };
    let ids = page.rows.iter().map(|row| RecordId::from_uuid(row.id(id)));
    ids.collect()
}

/// The box of one row.
fn select_box(id: RecordId, name: &str, showing: &Showing) -> Markup {
    let label = (showing.texts.lists.select)(name);
    html! { input.with-script type="checkbox" aria-label=(label) data-select=(id); }
}

/// A box was changed.
fn choose(event: &ev::Event, state: ListState, page: Memo<ListPage>) {
    let target = event.target();
    let Some(changed) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let ids = if changed.has_attribute("data-select-all") {
        ids_of(&page.read_untracked(), state)
    } else {
        chosen_by(&changed).into_iter().collect()
    };
    let is_chosen = changed.checked();
    state.selected.update(|chosen| {
        for id in ids {
            if !is_chosen {
                chosen.remove(&id);
            } else if chosen.len() < MOST_SELECTED {
                chosen.insert(id);
            }
        }
    });
}

/// Which row a box chooses.
fn chosen_by(row_box: &HtmlInputElement) -> Option<RecordId> {
    row_box.get_attribute("data-select")?.parse().ok()
}

/// Keeps the boxes as what is chosen says, whatever was chosen and however rows were written: a
/// box that is written over keeps its tick.
fn show_selection(state: ListState, page: Memo<ListPage>, rows: Memo<String>) {
    Effect::new(move || {
        rows.track();
        let ids = ids_of(&page.read(), state);
        state.selected.with(|chosen| {
            let all = !ids.is_empty() && ids.iter().all(|id| chosen.contains(id));
            tick_boxes("[data-select-all]", |_| all);
            tick_boxes("[data-select]", |row_box| {
                chosen_by(row_box).is_some_and(|id| chosen.contains(&id))
            });
        });
    });
}

fn tick_boxes(which: &str, is_chosen: impl Fn(&HtmlInputElement) -> bool) {
    for found in elements::<HtmlInputElement>(document().query_selector_all(which)) {
        found.set_checked(is_chosen(&found));
    }
}

/// Says how many rows are chosen, and offers to assign them or to set them free.
#[component]
fn SelectionBar(state: ListState) -> impl IntoView {
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

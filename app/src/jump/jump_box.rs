//! The jump box: a combobox whose list comes from the server while one types.

use std::time::Duration;

use domain::{rights::Action, search::Hit};
use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;

use super::{
    api::search,
    options::{LIST, Options, option_id, show_option},
    shortcut::lead_into,
};
use crate::{frame::may, locale::texts};

/// How long to wait for the next letter.
const PAUSE: Duration = Duration::from_millis(100);

/// What the box shows.
#[derive(Clone, Copy)]
pub(super) struct JumpState {
    /// What was found, and for which text; `None` while the list is closed.
    pub found: RwSignal<Option<(String, Vec<Hit>)>>,
    /// The option that Enter chooses.
    pub active: RwSignal<Option<usize>>,
    /// Whoever looks may edit domains.
    pub may_edit: bool,
    /// Counts the questions: only the answer to the newest one is shown.
    asked: StoredValue<u32>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl JumpState {
    fn new() -> Self {
        Self {
            found: RwSignal::new(None),
            active: RwSignal::new(None),
            may_edit: may(Action::EditDomains),
            asked: StoredValue::new(0),
            waiting: StoredValue::new(None),
        }
    }

    pub(super) fn close(self) {
        self.forget_questions();
        self.found.set(None);
        self.active.set(None);
    }

    /// Neither a question that waits nor an answer that is on its way counts any more.
    fn forget_questions(self) -> u32 {
        if let Some(earlier) = self.waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        self.asked
            .update_value(|asked| *asked = asked.wrapping_add(1));
        self.asked.get_value()
    }

    /// Asks after a pause in typing.
    fn ask_soon(self, typed: String) {
        if typed.trim().is_empty() {
            self.close();
            return;
        }
        let question = self.forget_questions();
        let ask = move || {
            spawn_local(async move {
                // Not reached: the list stays as it is, and Enter leads to the page, which says so.
                if let Ok(hits) = search(typed.clone()).await {
                    self.show(question, typed, hits);
                }
            });
        };
        self.waiting
            .set_value(set_timeout_with_handle(ask, PAUSE).ok());
    }

    fn show(self, question: u32, typed: String, hits: Vec<Hit>) {
        if self.asked.try_get_value() == Some(question) {
            self.active.set(None);
            self.found.set(Some((typed, hits)));
        }
    }

    /// How many options there are: the hits, and the way to the list.
    fn options(self) -> usize {
        self.found
            .with_untracked(|found| found.as_ref().map_or(0, |(_, hits)| hits.len() + 1))
    }

    /// Moves on, around both ends.
    fn step(self, forward: bool) {
        let options = self.options();
        if options == 0 {
            return;
        }
        self.active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) | (Some(0), false) => options - 1,
                (Some(at), true) => (at + 1) % options,
                (Some(at), false) => at - 1,
            });
        });
        if let Some(active) = self.active.get_untracked() {
            show_option(active);
        }
    }

    /// Where Enter leads: the chosen option; without one the only hit, or one that is called exactly
    /// so; else the page with all hits.
    fn destination(self, typed: &str) -> String {
        let active = self.active.get_untracked();
        self.found.with_untracked(|found| {
            let known = found
                .as_ref()
                .filter(|(of, _)| active.is_some() || of == typed);
            let hit = known.and_then(|(_, hits)| match active {
                Some(active) => hits.get(active),
                None => certain(typed, hits),
            });
            match (hit, active) {
                (Some(hit), _) => hit.path(self.may_edit),
                (None, Some(_)) => list_address(typed),
                (None, None) => search_address(typed),
            }
        })
    }
}

/// The hit that must be meant, if there is one.
pub(super) fn certain<'a>(typed: &str, hits: &'a [Hit]) -> Option<&'a Hit> {
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    let exact = hits.iter().find(|hit| hit.title.to_lowercase() == typed);
    exact.or(match hits {
        [only] => Some(only),
        _ => None,
    })
}

/// The customer list, filtered by the text.
pub(super) fn list_address(typed: &str) -> String {
    format!("/mkm/kunden?q={}", encoded(typed))
}

fn search_address(typed: &str) -> String {
    format!("/suche?q={}", encoded(typed))
}

fn encoded(typed: &str) -> String {
    leptos_router::location::Url::escape(typed.trim())
}

/// Without WebAssembly a form that leads to `/suche`.
#[component]
pub(crate) fn JumpBox() -> impl IntoView {
    let words = texts().jump;
    let state = JumpState::new();
    let input = NodeRef::<html::Input>::new();
    lead_into(input);
    let navigate = use_navigate();
    let go = StoredValue::new(move |path: String| {
        state.close();
        if let Some(input) = input.get_untracked() {
            input.set_value("");
            // Refused only for a detached element.
            let _ = input.blur();
        }
        navigate(&path, Default::default());
    });
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if state.options() > 0 => {
            event.prevent_default();
            state.step(event.key() == "ArrowDown");
        }
        "Escape" if state.found.with_untracked(Option::is_some) => {
            event.prevent_default();
            state.close();
        }
        "Escape" => {
            if let Some(input) = input.get_untracked() {
                let _ = input.blur();
            }
        }
        _ => {}
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        if let Some(typed) = typed {
            go.with_value(|go| go(state.destination(&typed)));
        }
    };
    let open = move || state.found.with(Option::is_some);
    view! {
        <form
            class="jump"
            method="get"
            action="/suche"
            role="search"
            aria-label=words.label
            on:submit=submit
            on:focusout=move |_| state.close()
        >
            <input
                node_ref=input
                type="search"
                name="q"
                role="combobox"
                aria-label=words.label
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || open().to_string()
                aria-activedescendant=move || state.active.get().map(option_id)
                placeholder=words.placeholder
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                on:input=move |event| state.ask_soon(event_target_value(&event))
                on:keydown=pressed
            />
            <button class="without-script">{words.submit}</button>
            <Options state on_choose=move |path: String| go.with_value(|go| go(path)) />
        </form>
    }
}

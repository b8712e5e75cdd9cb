//! What the jump box found, and which of it is chosen.

use std::time::Duration;

use domain::{rights::Action, search::Hit};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::{
    api::search,
    destination::{certain, list_address, search_address},
    options::show_option,
};
use crate::frame::may;

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
    pub(super) fn new() -> Self {
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
    pub(super) fn ask_soon(self, typed: String) {
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
    pub(super) fn options(self) -> usize {
        self.found
            .with_untracked(|found| found.as_ref().map_or(0, |(_, hits)| hits.len() + 1))
    }

    /// Moves on, around both ends.
    pub(super) fn step(self, forward: bool) {
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

    /// Where Enter leads: the chosen option; without one what must be meant; else the page with all hits.
    pub(super) fn destination(self, typed: &str) -> String {
        let active = self.active.get_untracked();
        self.found.with_untracked(|found| {
            let hit = found.as_ref().and_then(|(found_by, hits)| match active {
                Some(active) => hits.get(active),
                None => certain(typed, found_by, hits),
            });
            match (hit, active) {
                (Some(hit), _) => hit.path(self.may_edit),
                (None, Some(_)) => list_address(typed),
                (None, None) => search_address(typed),
            }
        })
    }
}

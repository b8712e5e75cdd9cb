//! The tasks in which a page is taken over.

use std::{cell::RefCell, collections::VecDeque, mem::forget, sync::Arc, time::Duration};

use any_spawner::Executor;
use hydration_context::{HydrateSharedContext, SharedContext};
use leptos::prelude::*;

use super::place::{Address, hydrate_in};

/// What is hydrated in a task of its own.
type Rest = Box<dyn FnOnce()>;

thread_local! {
    static REST: RefCell<VecDeque<Rest>> = RefCell::default();
}

/// What the page notes when all of it is taken over (User Timing).
const DONE: &str = "hydrated";

/// Takes over the page that the server rendered, one task after the other: what stands around all pages is made, then
/// hydrated, and then what that left for later.
pub fn hydrate<V: IntoView + 'static>(app: fn() -> V) {
    // An error says that it was done before.
    let _ = Executor::init_wasm_bindgen();
    let context = Arc::new(HydrateSharedContext::new());
    let owner = Owner::new_root(Some(context.clone()));
    hydrate_later(move || make(app, owner));
    hydrate_rest(context);
}

/// From here on the router listens, but it goes nowhere before it is hydrated: whoever follows a link in between gets
/// the page as from the server.
fn make<V: IntoView + 'static>(app: fn() -> V, owner: Owner) {
    let (view, made_for) = owner.with(|| (app().into_view(), Address::now()));
    hydrate_later(move || {
        let wanted = owner.with(Address::now);
        if wanted != made_for {
            return wanted.load();
        }
        let Some(body) = document().body() else {
            return;
        };
        let state = owner.with(|| hydrate_in(body.into(), view));
        // As long as the page is there.
        forget((owner, state));
    });
}

/// In a later task, after those that wait already.
pub(super) fn hydrate_later(rest: impl FnOnce() + 'static) {
    REST.with_borrow_mut(|all| all.push_back(Box::new(rest)));
}

fn hydrate_rest(context: Arc<HydrateSharedContext>) {
    let next = move || match REST.with_borrow_mut(VecDeque::pop_front) {
        Some(rest) => {
            rest();
            hydrate_rest(context);
        }
        None => {
            context.hydration_complete();
            // Nobody needs it who has no such clock.
            let _ = window().performance().map(|clock| clock.mark(DONE));
        }
    };
    set_timeout(next, Duration::ZERO);
}

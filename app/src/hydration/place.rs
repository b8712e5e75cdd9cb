//! An element with what the server rendered into it, for an address that somebody may have left meanwhile.

use leptos::{
    prelude::*,
    tachys::{hydration::Cursor, view::PositionState},
};
use leptos_router::hooks::use_location;
use web_sys::Element;

/// Where the router is, which is ahead of the browser's address while it loads a page's code.
#[derive(PartialEq, Eq)]
pub(super) struct Address {
    path: String,
    query: String,
}

impl Address {
    pub(super) fn now() -> Self {
        let location = use_location();
        Self {
            path: location.pathname.get_untracked(),
            query: location.search.get_untracked(),
        }
    }

    /// Has the browser load the page there.
    pub(super) fn load(self) {
        let mark = if self.query.is_empty() { "" } else { "?" };
        let address = [&*self.path, mark, &*self.query].concat();
        // What the router takes for an address is one.
        let _ = window().location().set_href(&address);
    }
}

/// Hydrates all that is in an element, or writes it anew where that is no longer the address it was rendered for.
pub(super) fn take_over<V: IntoView>(
    place: Element,
    rendered_for: &Address,
    content: impl FnOnce() -> V,
) -> V::State {
    if Address::now() == *rendered_for {
        hydrate_in(place, content())
    } else {
        write_anew(&place, content)
    }
}

/// Hydrates all that is in an element.
pub(super) fn hydrate_in<V: IntoView>(place: Element, content: V) -> V::State {
    content.hydrate::<true>(&Cursor::new(place), &PositionState::default())
}

/// The data that came with the page belong to the address that was left, too.
fn write_anew<V: IntoView>(place: &Element, content: impl FnOnce() -> V) -> V::State {
    if let Some(page) = Owner::current_shared_context() {
        page.hydration_complete();
    }
    place.set_inner_html("");
    let mut state = content().build();
    state.mount(place, None);
    state
}

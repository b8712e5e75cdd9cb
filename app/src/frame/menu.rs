//! The main menu. A group stands here as soon as it has an entry that works.

use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_location};
use web_sys::HtmlElement;

use crate::locale::texts;

/// Left on a desktop, a drawer behind a button on a phone. The drawer is a popover: it opens and
/// closes without WebAssembly too.
#[component]
pub(super) fn Menu() -> impl IntoView {
    let words = &texts().frame;
    let path = use_location().pathname;
    let drawer = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move || {
        path.track();
        if let Some(drawer) = drawer.get_untracked() {
            close(&drawer);
        }
    });
    view! {
        <nav id="hauptmenue" popover="auto" aria-label=words.main_menu node_ref=drawer>
            <details open>
                <summary>{words.group_reseller}</summary>
                <p id="menue-mkm">{words.module}</p>
                <ul aria-labelledby="menue-mkm">
                    <li>
                        <A href="/mkm/kunden">{words.customers}</A>
                    </li>
                </ul>
            </details>
        </nav>
    }
}

/// Refused where the drawer is closed already, as it always is on a desktop.
fn close(drawer: &HtmlElement) {
    let _ = drawer.hide_popover();
}

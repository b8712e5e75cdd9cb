//! Links that look and act like buttons, so that they lead on without WebAssembly too.

use leptos::{ev, html, prelude::*};

use crate::locale::texts;

/// The space bar presses a button; a link it would pass by.
pub(crate) fn press_by_space(event: ev::KeyboardEvent) {
    if event.key() == " " {
        event.prevent_default();
        event_target::<web_sys::HtmlElement>(&event).click();
    }
}

/// "Abbrechen".
#[component]
pub(crate) fn CancelButton(
    /// Where it leads without WebAssembly.
    href: String,
    #[prop(into)] on_press: Callback<()>,
    /// The harmless answer takes the focus.
    #[prop(optional)]
    focused: bool,
) -> impl IntoView {
    view! { <BackButton href on_press focused label=texts().general.cancel /> }
}

/// "Schließen", where nothing can be entered or decided; it has the focus.
#[component]
pub(crate) fn CloseButton(
    /// Where it leads without WebAssembly.
    href: String,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! { <BackButton href on_press focused=true label=texts().general.close /> }
}

#[component]
fn BackButton(
    href: String,
    on_press: Callback<()>,
    focused: bool,
    label: &'static str,
) -> impl IntoView {
    let button = NodeRef::<html::A>::new();
    Effect::new(move || {
        if let Some(button) = button.get().filter(|_| focused) {
            // Refused only for a detached element.
            let _ = button.focus();
        }
    });
    view! {
        <a
            role="button"
            class="button"
            href=href
            node_ref=button
            autofocus=focused
            on:keydown=press_by_space
            on:click=move |event| {
                event.prevent_default();
                on_press.run(());
            }
        >
            {label}
        </a>
    }
}

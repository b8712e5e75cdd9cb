//! Who is signed in, language, light and dark, sign-out. All but the search is written as HTML: nothing in it
//! reacts by itself, and it stands on every page.

use domain::{principal::SignedIn, rights::Action};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use maud::{Markup, html};

use super::{
    FrameState,
    theme::{choose_theme, theme_switch},
};
use crate::{
    hydration::in_own_task,
    jump::JumpBox,
    locale::{Language, texts},
    ui::written,
};

#[component]
pub(super) fn TopBar() -> impl IntoView {
    let frame = FrameState::current();
    let at_desk = frame.may(Action::ViewDesk);
    let content = move || {
        view! {
            <div class="contents" inner_html=beginning(&frame).into_string()></div>
            {at_desk.then(|| view! { <JumpBox /> })}
            {with_preferences(ending)}
        }
    };
    view! { <header class="top-bar">{in_own_task(content)}</header> }
}

/// The button of the menu's drawer, and the name of the portal.
fn beginning(frame: &FrameState) -> Markup {
    html! {
        @if frame.signed_in.is_some() && !frame.is_portal() {
            button.menu-button.quiet type="button" popovertarget="hauptmenue" { (texts().frame.menu) }
        }
        a.brand href="/" rel="external" { (texts().general.product) }
    }
}

/// Language and look, on pages that have no bar: before sign-in.
#[component]
pub(crate) fn Preferences() -> impl IntoView {
    with_preferences(|_, switches| switches)
}

/// Who is signed in, language, look, and the way out.
fn ending(frame: &FrameState, switches: Markup) -> Markup {
    html! {
        @if let Some(who) = &frame.signed_in {
            span.who { (name_of(who, frame)) }
        }
        (switches)
        @if frame.signed_in.is_some() {
            form method="post" action="/abmelden" { button.quiet { (texts().frame.sign_out) } }
        }
    }
}

/// Language and look with what is around them. They are forms, which the server answers without WebAssembly too
/// and which lead back to the page.
fn with_preferences(around: fn(&FrameState, Markup) -> Markup) -> impl IntoView {
    let location = use_location();
    let frame = FrameState::current();
    let content = move || {
        let search = location.search.read();
        let mark = if search.is_empty() { "" } else { "?" };
        let back = format!("{}{mark}{}", location.pathname.read(), *search);
        let switches = html! { (language_switch(frame.language, &back)) (theme_switch(&back)) };
        around(&frame, switches)
    };
    let place = NodeRef::<html::Div>::new();
    let first = written(content, move || Some(place.get()?.into()));
    view! {
        <div
            class="contents"
            node_ref=place
            inner_html=first
            on:click=move |event| choose_theme(&event)
        ></div>
    }
}

fn name_of(who: &SignedIn, frame: &FrameState) -> String {
    if frame.is_portal() {
        who.name.clone()
    } else {
        (texts().frame.signed_in_as)(&who.name, &who.reseller_number)
    }
}

fn language_switch(current: Language, back: &str) -> Markup {
    let words = &texts().frame;
    html! {
        form.switch method="post" action="/sprache" aria-label=(words.language) {
            input type="hidden" name="zurueck" value=(back);
            @for language in Language::ALL {
                @let name = (words.language_name)(language);
                button.quiet name="sprache" value=(language.code()) title=(name) aria-label=(name)
                    aria-pressed=(current == language) { (language.code().to_ascii_uppercase()) }
            }
        }
    }
}

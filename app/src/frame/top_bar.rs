//! Who is signed in, language, light and dark, sign-out.

use domain::rights::Action;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{FrameState, theme::ThemeSwitch};
use crate::{
    jump::JumpBox,
    locale::{Language, texts},
};

#[component]
pub(super) fn TopBar() -> impl IntoView {
    let frame = FrameState::current();
    let portal = frame.is_portal();
    let words = &texts().frame;
    let at_desk = frame.may(Action::ViewDesk);
    view! {
        <header class="top-bar">
            {(frame.signed_in.is_some() && !portal)
                .then(|| {
                    view! {
                        <button type="button" popovertarget="hauptmenue" class="menu-button quiet">
                            {words.menu}
                        </button>
                    }
                })}
            <a href="/" class="brand" rel="external">{texts().general.product}</a>
            {at_desk.then(|| view! { <JumpBox /> })}
            {frame
                .signed_in
                .as_ref()
                .map(|who| {
                    let who = if portal {
                        who.name.clone()
                    } else {
                        (words.signed_in_as)(&who.name, &who.reseller_number)
                    };
                    view! { <span class="who">{who}</span> }
                })}
            <Preferences />
            {frame
                .signed_in
                .is_some()
                .then(|| {
                    view! {
                        <form method="post" action="/abmelden">
                            <button class="quiet">{words.sign_out}</button>
                        </form>
                    }
                })}
        </header>
    }
}

/// Language and look: also before sign-in.
#[component]
pub(crate) fn Preferences() -> impl IntoView {
    let location = use_location();
    let back = Signal::derive(move || {
        let search = location.search.get();
        let mark = if search.is_empty() { "" } else { "?" };
        format!("{}{mark}{search}", location.pathname.get())
    });
    view! {
        <form method="post" action="/sprache" class="switch" aria-label=texts().frame.language>
            <input type="hidden" name="zurueck" value=back />
            {Language::ALL
                .map(|language| {
                    let current = FrameState::current().language == language;
                    view! {
                        <button
                            name="sprache"
                            value=language.code()
                            class="quiet"
                            title=(texts().frame.language_name)(language)
                            aria-label=(texts().frame.language_name)(language)
                            aria-pressed=current.to_string()
                        >
                            {language.code().to_uppercase()}
                        </button>
                    }
                })
                .collect_view()}
        </form>
        <ThemeSwitch back />
    }
}

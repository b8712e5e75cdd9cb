//! Light and dark.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::locale::texts;

/// How the interface looks, where the person has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// Reads the cookie `darstellung`.
    pub fn from_cookie(value: &str) -> Option<Self> {
        match value {
            "hell" => Some(Self::Light),
            "dunkel" => Some(Self::Dark),
            _ => None,
        }
    }

    fn cookie(self) -> &'static str {
        match self {
            Self::Light => "hell",
            Self::Dark => "dunkel",
        }
    }

    /// As in `<html data-theme>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Two buttons of a form: the server sets the cookie, and with WebAssembly the page changes without
/// being loaded again, so nothing typed is lost.
#[component]
pub(super) fn ThemeSwitch(
    /// Where the form leads back to.
    back: Signal<String>,
) -> impl IntoView {
    let words = &texts().frame;
    view! {
        <form method="post" action="/darstellung" class="switch" aria-label=words.theme>
            <input type="hidden" name="zurueck" value=back />
            <ThemeButton theme=Theme::Light label=words.light sign="☀" />
            <ThemeButton theme=Theme::Dark label=words.dark sign="☾" />
        </form>
    }
}

#[component]
fn ThemeButton(theme: Theme, label: &'static str, sign: &'static str) -> impl IntoView {
    view! {
        <button
            name="darstellung"
            value=theme.cookie()
            class="quiet"
            class:light=theme == Theme::Light
            class:dark=theme == Theme::Dark
            title=label
            aria-label=label
            on:click=move |event| {
                event.prevent_default();
                choose(theme);
            }
        >
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}

fn choose(theme: Theme) {
    if let Some(root) = document().document_element() {
        // Refused only for an invalid attribute name.
        let _ = root.set_attribute("data-theme", theme.name());
    }
    remember(theme);
}

/// Tells the server, for the next page. Not reached: the page keeps its look, the next one may not.
fn remember(theme: Theme) {
    #[cfg(feature = "hydrate")]
    leptos::task::spawn_local(async move {
        let body = format!("darstellung={}&zurueck=/", theme.cookie());
        let request = gloo_net::http::Request::post("/darstellung")
            .header("content-type", "application/x-www-form-urlencoded")
            .redirect(web_sys::RequestRedirect::Manual)
            .body(body);
        if let Ok(request) = request {
            let _ = request.send().await;
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = theme;
}

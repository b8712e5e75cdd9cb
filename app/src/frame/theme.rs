//! Light and dark.

use leptos::{ev, prelude::*};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use crate::{locale::texts, ui::pressed};

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

/// Two buttons of a form, which leads back to `back`: the server sets the cookie, and with WebAssembly the page
/// changes without being loaded again ([`choose_theme`]), so nothing typed is lost.
pub(super) fn theme_switch(back: &str) -> Markup {
    let words = &texts().frame;
    html! {
        form.switch method="post" action="/darstellung" aria-label=(words.theme) {
            input type="hidden" name="zurueck" value=(back);
            (theme_button(Theme::Light, words.light, "☀"))
            (theme_button(Theme::Dark, words.dark, "☾"))
        }
    }
}

fn theme_button(theme: Theme, label: &str, sign: &str) -> Markup {
    html! {
        button.quiet.(theme.name()) name="darstellung" value=(theme.cookie()) title=(label) aria-label=(label) {
            span aria-hidden="true" { (sign) }
        }
    }
}

/// One of the buttons was pressed.
pub(super) fn choose_theme(event: &ev::MouseEvent) {
    let button = pressed(event, "[name=darstellung]");
    let value = button.and_then(|button| button.get_attribute("value"));
    if let Some(theme) = value.as_deref().and_then(Theme::from_cookie) {
        event.prevent_default();
        choose(theme);
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

//! What a page says instead of its content.

use leptos::{ev, prelude::*};
use leptos_meta::Title;
use maud::{Markup, html};

use super::pressed;

/// A title, a sentence, and what leads on.
pub(crate) struct Message {
    title: &'static str,
    content: Markup,
    /// It is said at once by what reads the page aloud.
    is_alert: bool,
}

impl Message {
    pub(crate) fn new(title: &'static str, sentence: &str, way_on: Markup) -> Self {
        Self {
            title,
            content: html! { h1 { (title) } p { (sentence) } (way_on) },
            is_alert: false,
        }
    }

    /// The same, as an alert.
    pub(crate) fn alert(self) -> Self {
        Self {
            is_alert: true,
            ..self
        }
    }
}

/// The page of a message. A button in it tries again.
#[component]
pub(crate) fn MessagePage(
    message: Message,
    #[prop(optional, into)] on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let retry = move |event: ev::MouseEvent| {
        if let Some(on_retry) = on_retry
            && pressed(&event, "button").is_some()
        {
            on_retry.run(());
        }
    };
    view! {
        <Title text=message.title />
        <section
            class="message"
            role=message.is_alert.then_some("alert")
            inner_html=message.content.into_string()
            on:click=retry
        ></section>
    }
}

//! What does not exist, or not for this account.

use leptos::prelude::*;
use leptos_meta::Title;
use maud::{Markup, html};

use crate::{frame::FrameState, locale::texts};

/// An unknown path, and an id of another reseller: the two look alike.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::caller::set_page_status(axum::http::StatusCode::NOT_FOUND);
    let problem = &texts().problem;
    view! { <Message title=problem.not_found_title text=problem.not_found way_on=true /> }
}

/// A page that the account may not see.
#[component]
pub(crate) fn ForbiddenPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::caller::set_page_status(axum::http::StatusCode::FORBIDDEN);
    let problem = &texts().problem;
    view! { <Message title=problem.forbidden_title text=problem.forbidden way_on=false /> }
}

#[component]
fn Message(title: &'static str, text: &'static str, way_on: bool) -> impl IntoView {
    let content = html! {
        h1 { (title) }
        p { (text) }
        @if way_on { p { (way_to_the_data()) } }
    };
    view! {
        <Title text=title />
        <section class="message" inner_html=content.into_string()></section>
    }
}

fn way_to_the_data() -> Markup {
    let (href, label) = if FrameState::current().is_portal() {
        ("/portal", texts().portal_frame().back)
    } else {
        ("/mkm/kunden", texts().problem.to_customers)
    };
    html! { a href=(href) { (label) } }
}

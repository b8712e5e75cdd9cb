//! What does not exist, or not for this account.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::{
    frame::FrameState,
    locale::texts,
    ui::{Message, MessagePage},
};

/// An unknown path, and an id of another reseller: the two look alike.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    view! { <MessagePage message=not_found() /> }
}

/// A page that the account may not see.
#[component]
pub(crate) fn ForbiddenPage() -> impl IntoView {
    view! { <MessagePage message=forbidden() /> }
}

/// What [`NotFoundPage`] shows.
pub(crate) fn not_found() -> Message {
    #[cfg(feature = "ssr")]
    crate::caller::set_page_status(axum::http::StatusCode::NOT_FOUND);
    let problem = &texts().problem;
    Message::new(
        problem.not_found_title,
        problem.not_found,
        html! { p { (way_to_the_data()) } },
    )
}

/// What [`ForbiddenPage`] shows.
pub(crate) fn forbidden() -> Message {
    #[cfg(feature = "ssr")]
    crate::caller::set_page_status(axum::http::StatusCode::FORBIDDEN);
    let problem = &texts().problem;
    Message::new(problem.forbidden_title, problem.forbidden, html! {})
}

fn way_to_the_data() -> Markup {
    let (href, label) = if FrameState::current().is_portal() {
        ("/portal", texts().portal_frame().back)
    } else {
        ("/mkm/kunden", texts().problem.to_customers)
    };
    html! { a href=(href) { (label) } }
}

//! What stands around the pages of an end customer: two places to go, and whom to ask.

use leptos::prelude::*;
use leptos_router::components::A;

use super::FrameState;
use crate::locale::texts;

/// Always in sight: there is nothing to unfold.
#[component]
pub(super) fn PortalMenu() -> impl IntoView {
    let texts = texts();
    let company = FrameState::current().contact.map(|contact| contact.company);
    view! {
        <nav class="portal-menu" aria-label=texts.frame.main_menu>
            <p>{company}</p>
            <ul>
                <li>
                    <a href="/portal" rel="external">{texts.portal().menu}</a>
                </li>
                <li>
                    <A href="/portal/konto">{texts.account().title}</A>
                </li>
            </ul>
        </nav>
    }
}

/// How to reach the reseller.
#[component]
pub(super) fn PortalFoot() -> impl IntoView {
    let contact = FrameState::current().contact?;
    let phone = (!contact.phone.is_empty()).then(|| {
        let digits: String = contact
            .phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        view! { <a href=format!("tel:{digits}") rel="external">{contact.phone.clone()}</a> }
    });
    Some(view! {
        <footer class="portal-foot">
            <p>{texts().portal().contact} ": " <strong>{contact.company.clone()}</strong></p>
            <p>
                <a href=format!("mailto:{}", contact.email) rel="external">{contact.email.clone()}</a>
                {phone}
            </p>
        </footer>
    })
}

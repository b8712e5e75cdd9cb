//! What stands around the pages of an end customer: two places to go, and whom to ask.

use domain::portal::Contact;
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use maud::{Markup, html};

use super::FrameState;
use crate::{locale::texts, ui::written};

/// Always in sight: there is nothing to unfold.
#[component]
pub(super) fn PortalMenu() -> impl IntoView {
    let path = use_location().pathname;
    let nav = NodeRef::<html::Nav>::new();
    let first = written(move || menu(&path.read()), move || Some(nav.get()?.into()));
    view! {
        <nav
            class="portal-menu"
            aria-label=texts().frame.main_menu
            node_ref=nav
            inner_html=first
        ></nav>
    }
}

fn menu(path: &str) -> Markup {
    let words = texts().portal_frame();
    let (account, company) = ("/portal/konto", FrameState::current().contact);
    html! {
        p { (company.map(|contact| contact.company).unwrap_or_default()) }
        ul {
            li { a href="/portal" rel="external" { (words.menu) } }
            li {
                a href=(account) aria-current=[(path == account).then_some("page")] {
                    (words.account)
                }
            }
        }
    }
}

/// How to reach the reseller.
#[component]
pub(super) fn PortalFoot() -> impl IntoView {
    let contact = FrameState::current().contact?;
    let content = foot(&contact).into_string();
    Some(view! { <footer class="portal-foot" inner_html=content></footer> })
}

fn foot(contact: &Contact) -> Markup {
    let digits: String = contact
        .phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    html! {
        p { (texts().portal_frame().contact) ": " strong { (contact.company) } }
        p {
            a href={ "mailto:" (contact.email) } rel="external" { (contact.email) }
            @if !contact.phone.is_empty() {
                " " a href={ "tel:" (digits) } rel="external" { (contact.phone) }
            }
        }
    }
}

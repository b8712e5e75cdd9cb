//! The frame itself.

use leptos::{either::Either, prelude::*};
use leptos_router::hooks::use_location;

use super::{
    FrameState, Notices,
    menu::Menu,
    notices::StatusRegion,
    portal::{PortalFoot, PortalMenu},
    top_bar::TopBar,
};
use crate::{hydration::in_own_task, locale::texts};

/// Top bar, menu, messages, and the page in the middle.
#[component]
pub fn Frame<V>(children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    let content = move || view! { <FrameParts children /> };
    view! { <div class="contents">{in_own_task(content)}</div> }
}

/// What the frame consists of.
#[component]
fn FrameParts<V>(children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    let frame = FrameState::current();
    let portal = frame.is_portal();
    let main = NodeRef::<leptos::html::Main>::new();
    announce_page_changes(main);
    let content = move || {
        view! {
            <StatusRegion />
            {children.into_inner()()}
            {portal.then(|| view! { <PortalFoot /> })}
        }
    };
    view! {
        <a class="skip" href="#inhalt" rel="external">{texts().frame.skip}</a>
        <TopBar />
        {frame.demo.then(|| view! { <aside class="demo">{texts().frame.demo_notice}</aside> })}
        <div class="frame" class:portal=portal>
            {frame
                .signed_in
                .is_some()
                .then(|| {
                    if portal {
                        Either::Left(view! { <PortalMenu /> })
                    } else {
                        Either::Right(view! { <Menu /> })
                    }
                })}
            <main id="inhalt" tabindex="-1" node_ref=main>{in_own_task(content)}</main>
        </div>
    }
}

/// After a change of page the focus is on its content, as after loading it.
fn announce_page_changes(main: NodeRef<leptos::html::Main>) {
    let path = use_location().pathname;
    let notices = Notices::current();
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| page_of(&before) != page_of(&now)) {
            notices.page_changed();
            if let Some(main) = main.get_untracked() {
                // Refused only for a detached element.
                let _ = main.focus();
            }
        }
        now
    });
}

/// A list with a dialog, and the tabs of a customer with theirs, are one page each.
fn page_of(path: &str) -> &str {
    let page = path.strip_suffix("/neu").unwrap_or(path);
    if let Some(list) = ["/domains", "/produkte"]
        .into_iter()
        .find(|list| page.starts_with(&format!("{list}/")))
    {
        return list;
    }
    let Some(customer) = page.strip_prefix("/mkm/kunden/") else {
        return page;
    };
    let tab = customer.find('/').map_or(0, |end| customer.len() - end);
    &page[..page.len() - tab]
}

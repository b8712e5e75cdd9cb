//! The main menu. A group stands here as soon as it has an entry that works.

use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_location};
use web_sys::HtmlElement;

use super::FrameState;
use crate::{
    access::is_refused,
    locale::{Frame, texts},
};

/// A group of entries.
struct Group {
    title: fn(&Frame) -> &'static str,
    /// What the entries belong to, where that has a name of its own.
    module: Option<fn(&Frame) -> &'static str>,
    entries: &'static [Entry],
}

/// Where an entry leads.
struct Entry {
    path: &'static str,
    label: fn(&Frame) -> &'static str,
}

/// What somebody who works for a reseller finds, in the order of the menu.
const RESELLER: &[Group] = &[
    Group {
        title: |words| words.group_general,
        module: None,
        entries: &[
            Entry {
                path: "/",
                label: |words| words.start,
            },
            Entry {
                path: "/kontakt",
                label: |words| words.contact,
            },
        ],
    },
    Group {
        title: |words| words.group_own,
        module: None,
        entries: &[
            Entry {
                path: "/stammdaten",
                label: |words| words.own_data,
            },
            Entry {
                path: "/konto",
                label: |words| words.account,
            },
        ],
    },
    Group {
        title: |words| words.group_products,
        module: None,
        entries: &[Entry {
            path: "/produkte",
            label: |words| words.all_products,
        }],
    },
    Group {
        title: |words| words.group_domains,
        module: None,
        entries: &[Entry {
            path: "/domains",
            label: |words| words.all_domains,
        }],
    },
    Group {
        title: |words| words.group_reseller,
        module: Some(|words| words.module),
        entries: &[
            Entry {
                path: "/mkm/kunden",
                label: |words| words.customers,
            },
            Entry {
                path: "/mkm/vorschlaege",
                label: |words| words.proposals,
            },
        ],
    },
    Group {
        title: |words| words.group_administration,
        module: None,
        entries: &[
            Entry {
                path: "/verwaltung/mitarbeiter",
                label: |words| words.staff,
            },
            Entry {
                path: "/verwaltung/protokoll",
                label: |words| words.log,
            },
        ],
    },
];

/// Left on a desktop, a drawer behind a button on a phone. The drawer is a popover: it opens and
/// closes without WebAssembly too.
#[component]
pub(super) fn Menu() -> impl IntoView {
    let words = &texts().frame;
    let path = use_location().pathname;
    let drawer = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move || {
        path.track();
        if let Some(drawer) = drawer.get_untracked() {
            close(&drawer);
        }
    });
    view! {
        <nav id="hauptmenue" popover="auto" aria-label=words.main_menu node_ref=drawer>
            {RESELLER.iter().map(group_view).collect_view()}
        </nav>
    }
}

/// Pages that one may not open stand in nobody's menu.
fn is_open(entry: &Entry) -> bool {
    let who = FrameState::current().signed_in;
    who.is_some_and(|who| !is_refused(entry.path, who.role))
}

fn group_view(group: &'static Group) -> impl IntoView {
    let words = &texts().frame;
    let entries = group
        .entries
        .iter()
        .filter(|entry| is_open(entry))
        .map(|entry| {
            view! {
                <li>
                    <A href=entry.path exact=entry.path == "/">{(entry.label)(words)}</A>
                </li>
            }
        })
        .collect_view();
    view! {
        <details open>
            <summary>{(group.title)(words)}</summary>
            {group.module.map(|module| view! { <p>{module(words)}</p> })}
            <ul aria-label=group.module.map(|module| module(words))>{entries}</ul>
        </details>
    }
}

/// Refused where the drawer is closed already, as it always is on a desktop.
fn close(drawer: &HtmlElement) {
    let _ = drawer.hide_popover();
}

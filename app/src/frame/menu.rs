//! The main menu. A group stands here as soon as it has an entry that works.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use maud::{Markup, html};
use web_sys::HtmlElement;

use super::FrameState;
use crate::{
    access::is_refused,
    locale::{Frame, texts},
    ui::written,
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
    let path = use_location().pathname;
    let drawer = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move || {
        path.track();
        if let Some(drawer) = drawer.get_untracked() {
            close(&drawer);
        }
    });
    let first = written(
        move || menu(&path.read()),
        move || Some(drawer.get()?.into()),
    );
    view! {
        <nav
            id="hauptmenue"
            popover="auto"
            aria-label=texts().frame.main_menu
            node_ref=drawer
            inner_html=first
        ></nav>
    }
}

/// The groups, as one sees them who is at that path.
fn menu(path: &str) -> Markup {
    let words = &texts().frame;
    let role = FrameState::current().signed_in.map(|who| who.role);
    // Pages that one may not open stand in nobody's menu.
    let is_open = |entry: &&Entry| role.is_some_and(|role| !is_refused(entry.path, role));
    html! {
        @for group in RESELLER {
            @let module = group.module.map(|module| module(words));
            details open {
                summary { ((group.title)(words)) }
                @if let Some(module) = module { p { (module) } }
                ul aria-label=[module] {
                    @for entry in group.entries.iter().filter(is_open) {
                        li {
                            a href=(entry.path) aria-current=[leads_to(entry.path, path).then_some("page")] {
                                ((entry.label)(words))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// An entry stands for its page and all below it, the start page for itself alone.
fn leads_to(entry: &str, path: &str) -> bool {
    match path.strip_prefix(entry) {
        Some(below) => below.is_empty() || (entry != "/" && below.starts_with('/')),
        None => false,
    }
}

/// Refused where the drawer is closed already, as it always is on a desktop.
fn close(drawer: &HtmlElement) {
    let _ = drawer.hide_popover();
}

#[cfg(test)]
mod tests {
    use super::leads_to;

    #[test]
    fn an_entry_is_current_on_its_page_and_below_it() {
        for path in ["/mkm/kunden", "/mkm/kunden/", "/mkm/kunden/1/domains"] {
            assert!(leads_to("/mkm/kunden", path), "{path}");
        }
        for path in ["/mkm", "/mkm/kundenliste", "/"] {
            assert!(!leads_to("/mkm/kunden", path), "{path}");
        }
        assert!(leads_to("/", "/"));
        assert!(!leads_to("/", "/konto"));
    }
}

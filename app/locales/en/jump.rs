//! The jump box and its page.

use domain::search::HitKind;

use crate::locale::Jump;

pub(crate) static WORDS: Jump = Jump {
    label: "Quick search",
    placeholder: "Quick search (Ctrl+K)",
    submit: "Search",
    results: "Hits",
    title: "Search",
    kind: |kind| match kind {
        HitKind::Customer => "Customer",
        HitKind::Domain => "Domain",
        HitKind::User => "User",
    },
    kinds: |kind| match kind {
        HitKind::Customer => "Customers",
        HitKind::Domain => "Domains",
        HitKind::User => "Users",
    },
    nothing: |typed| format!("Nothing begins with “{typed}”."),
    nothing_typed: "Type the beginning of a customer number, a name, a company, a domain or a user name.",
    in_list: |typed| format!("Show all customers with “{typed}” in the list"),
};

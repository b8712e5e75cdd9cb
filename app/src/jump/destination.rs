//! Where the jump box leads.

use domain::search::Hit;

/// The hit that must be meant, if there is one.
pub(super) fn certain<'a>(typed: &str, hits: &'a [Hit]) -> Option<&'a Hit> {
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    let exact = hits.iter().find(|hit| hit.title.to_lowercase() == typed);
    exact.or(match hits {
        [only] => Some(only),
        _ => None,
    })
}

/// The customer list, filtered by the text.
pub(super) fn list_address(typed: &str) -> String {
    format!("/mkm/kunden?q={}", encoded(typed))
}

pub(super) fn search_address(typed: &str) -> String {
    format!("/suche?q={}", encoded(typed))
}

fn encoded(typed: &str) -> String {
    leptos_router::location::Url::escape(typed.trim())
}

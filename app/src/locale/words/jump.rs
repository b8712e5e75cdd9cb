//! The jump box and its page.

use domain::search::HitKind;

/// Finding by the first letters.
pub struct Jump {
    pub label: &'static str,
    pub placeholder: &'static str,
    pub submit: &'static str,
    pub results: &'static str,
    pub title: &'static str,
    pub kind: fn(HitKind) -> &'static str,
    /// The heading over the hits of a kind.
    pub kinds: fn(HitKind) -> &'static str,
    pub nothing: fn(&str) -> String,
    pub nothing_typed: &'static str,
    pub in_list: fn(&str) -> String,
}

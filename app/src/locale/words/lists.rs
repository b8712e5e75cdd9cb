//! Words about lists, and about what their rows can be assigned to.

use domain::domain_state::Advice;

/// What every list says.
#[derive(Clone, Copy)]
pub struct ListWords {
    pub title: &'static str,
    pub overview: &'static str,
    pub new_entry: &'static str,
    pub search: &'static str,
    pub search_placeholder: &'static str,
    pub table: &'static str,
    /// First row, last row, matched, total.
    pub range: fn(u32, u32, u32, u32) -> String,
    pub nothing_found: &'static str,
    pub welcome: &'static str,
    pub welcome_text: &'static str,
}

/// Domains and products.
pub struct Lists {
    pub domains: ListWords,
    pub products: ListWords,
    pub customer: &'static str,
    pub assignment: &'static str,
    pub unassigned: &'static str,
    pub assigned: &'static str,
    pub needs_action: &'static str,
    /// What must be done about a domain, in few words.
    pub advice: fn(Advice) -> String,
    pub edit_of: fn(&str) -> String,
    pub select: fn(&str) -> String,
    pub select_all: &'static str,
    pub selection: &'static str,
    pub selected: fn(u32) -> String,
    pub most_selected: &'static str,
    pub clear_selection: &'static str,
    pub assign: &'static str,
    pub assign_submit: &'static str,
    pub release: &'static str,
    pub release_submit: &'static str,
    /// How many of the chosen ones belong to somebody.
    pub release_question: fn(u32) -> String,
    pub pick_search: &'static str,
    pub pick_placeholder: &'static str,
    pub nobody_found: &'static str,
    /// How many, number and last name of the customer.
    pub will_belong_to: fn(u32, &str, &str) -> String,
    pub change_owner: &'static str,
    /// What, and number and last name of whom it is taken from.
    pub taken_from: fn(&str, &str, &str) -> String,
    pub and_more: fn(u32) -> String,
    /// How many moved, number of the customer.
    pub assigned_to: fn(u32, &str) -> String,
    pub released: fn(u32) -> String,
}

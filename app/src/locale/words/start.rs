//! The start page.

/// What a reseller should know first.
pub struct Start {
    pub title: &'static str,
    /// The person's name goes in.
    pub greeting: fn(&str) -> String,
    pub to_do: &'static str,
    pub stock: &'static str,
    pub customers: &'static str,
    pub domains: &'static str,
    pub products: &'static str,
    pub unassigned_domains: &'static str,
    pub waiting_proposals: &'static str,
    pub open_invitations: &'static str,
    pub domains_to_act_on: &'static str,
    pub all_done: &'static str,
    pub first_title: &'static str,
    pub first_intro: &'static str,
    pub first_own: &'static str,
    pub first_own_text: &'static str,
    pub first_customer: &'static str,
    pub first_customer_text: &'static str,
    pub first_import: &'static str,
    pub first_import_text: &'static str,
}

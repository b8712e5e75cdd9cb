//! Words of the portal, which end customers read, and about what they propose.

use domain::domain_state::Advice;

/// Around the pages of an end customer.
pub struct PortalFrame {
    pub menu: &'static str,
    pub account: &'static str,
    pub contact: &'static str,
    /// Where a page leads that does not exist.
    pub back: &'static str,
}

/// What an end customer reads.
pub struct Portal {
    pub choose: &'static str,
    pub no_customers: &'static str,
    pub number: fn(&str) -> String,
    /// How many domains need somebody to act.
    pub to_act_on: fn(u32) -> String,
    /// The one sentence above a domain's state.
    pub advice: fn(Advice) -> String,
    pub state: &'static str,
    pub no_domains: &'static str,
    pub no_products: &'static str,
    pub since: fn(&str) -> String,
    pub propose: &'static str,
    pub propose_intro: &'static str,
    pub propose_submit: &'static str,
    pub sent: &'static str,
    pub nothing_changed: &'static str,
    /// The day of the proposal.
    pub waiting: fn(&str) -> String,
    /// The days of the proposal and of the decision.
    pub decided: fn(&str, &str) -> String,
    pub accepted: &'static str,
    pub declined: &'static str,
}

/// What a reseller reads about proposals.
pub struct Proposals {
    pub title: &'static str,
    /// All that wait.
    pub all: &'static str,
    pub from: &'static str,
    pub day: &'static str,
    pub none: &'static str,
    /// Who proposed it and on which day.
    pub by: fn(&str, &str) -> String,
    pub field: &'static str,
    pub today: &'static str,
    pub proposed: &'static str,
    pub accept: &'static str,
    pub accept_of: fn(&str) -> String,
    pub note: &'static str,
    pub decide: &'static str,
    pub decided: &'static str,
    /// Accepted like this, the fields do not fit together.
    pub misfit: &'static str,
}

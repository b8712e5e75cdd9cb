//! `/kontakt`.

use domain::support::Question;

/// Help and support.
pub struct Contact {
    pub title: &'static str,
    pub subtitle: &'static str,
    /// The provider's name goes in.
    pub reach: fn(&str) -> String,
    pub email: &'static str,
    pub phone: &'static str,
    pub url: &'static str,
    /// No address is configured; the provider's name goes in.
    pub nobody: fn(&str) -> String,
    pub have_ready: &'static str,
    /// The reseller's number goes in.
    pub own_number: fn(&str) -> String,
    pub incident: &'static str,
    pub blocked_title: &'static str,
    pub blocked_intro: &'static str,
    pub blocked_products: fn(&str) -> String,
    pub blocked_reseller_products: &'static str,
    pub blocked_users: &'static str,
    pub blocked_else: &'static str,
    /// Leads from a customer that cannot be deleted.
    pub ask: &'static str,
    /// The customer's number goes in.
    pub message_title: fn(&str) -> String,
    pub deletable: fn(&str) -> String,
    pub unknown_customer: fn(&str) -> String,
    pub message: &'static str,
    pub write: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub subject: fn(&Question) -> String,
    pub body: fn(&Question) -> String,
}

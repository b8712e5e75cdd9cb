//! `/stammdaten`.

use domain::reseller_form::Field;

/// The reseller's own data.
pub struct Profile {
    pub title: &'static str,
    /// The reseller's number at the provider goes in.
    pub subtitle: fn(&str) -> String,
    pub address: &'static str,
    pub contact: &'static str,
    pub towards_customers: &'static str,
    pub numbers: &'static str,
    pub numbers_intro: &'static str,
    pub label: fn(Field) -> &'static str,
    pub staff: &'static str,
    pub factor_optional: &'static str,
    pub factor_required: &'static str,
    /// What is different where it is required.
    pub factor_note: &'static str,
    pub german: &'static str,
    pub english: &'static str,
    pub du: &'static str,
    pub sie: &'static str,
    pub next_empty: &'static str,
    /// The number goes in.
    pub next_is: fn(&str) -> String,
    pub saved: &'static str,
    pub changed: &'static str,
    pub read_only: &'static str,
}

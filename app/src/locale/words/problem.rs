//! Words where something did not work.

/// What went wrong, and the way on.
pub struct Problem {
    pub not_found_title: &'static str,
    pub not_found: &'static str,
    pub forbidden_title: &'static str,
    pub forbidden: &'static str,
    pub own_account: &'static str,
    pub signed_out: &'static str,
    pub sign_in_again: &'static str,
    /// The last proof is too old for this.
    pub proof_needed: &'static str,
    pub confirm_now: &'static str,
    /// The reseller requires a second factor first.
    pub factor_needed: &'static str,
    pub set_up_factor: &'static str,
    pub unavailable: &'static str,
    pub internal: fn(&str) -> String,
    pub unreachable: &'static str,
    pub outdated: &'static str,
    pub changed: &'static str,
    pub reload: &'static str,
    pub to_customers: &'static str,
    pub title: &'static str,
}

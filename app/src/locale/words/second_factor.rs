//! Words about the second factor.

/// Setting a second factor up, and signing in with it.
pub struct SecondFactor {
    pub title: &'static str,
    pub app_title: &'static str,
    pub intro: &'static str,
    pub off: &'static str,
    /// How many recovery codes are left.
    pub on: fn(u32) -> String,
    pub set_up: &'static str,
    pub manage: &'static str,
    /// The reseller requires it, and there is none yet.
    pub required: &'static str,
    /// The reseller requires it, so it stays.
    pub stays: &'static str,
    /// An app is being set up.
    pub scan: &'static str,
    pub qr: &'static str,
    pub by_hand: &'static str,
    pub key: &'static str,
    pub open_app: &'static str,
    pub type_code: &'static str,
    pub code: &'static str,
    pub finish: &'static str,
    pub begin_again: &'static str,
    pub code_wrong: &'static str,
    /// Recovery codes.
    pub codes_title: &'static str,
    pub codes_intro: &'static str,
    pub codes_kept: &'static str,
    pub renew: &'static str,
    pub renew_note: &'static str,
    /// Removing it.
    pub remove_note: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    /// An app comes or goes beside other factors.
    pub app_added: &'static str,
    pub app_remove_note: &'static str,
    pub app_removed: &'static str,
    pub too_short: &'static str,
    pub to_account: &'static str,
    /// The page was opened without what the server puts into it.
    pub open_page: &'static str,
    /// The second step of signing in.
    pub sign_in_title: &'static str,
    pub sign_in_intro: &'static str,
    pub sign_in: &'static str,
    pub use_recovery: &'static str,
    pub use_app: &'static str,
    pub recovery_intro: &'static str,
    pub recovery_code: &'static str,
    pub recovery_wrong: &'static str,
    pub expired: &'static str,
    pub start_again: &'static str,
}

//! Words about passkeys.

/// Adding and removing them, and signing in with one.
pub struct Passkeys {
    pub title: &'static str,
    pub intro: &'static str,
    /// When it was made, and when it was last used.
    pub times: fn(&str, Option<&str>) -> String,
    pub name: &'static str,
    pub name_note: &'static str,
    pub name_needed: &'static str,
    pub add: &'static str,
    pub added: &'static str,
    /// The button that opens the removal of this one.
    pub remove_one: fn(&str) -> String,
    pub remove: &'static str,
    pub remove_note: &'static str,
    pub removed: &'static str,
    /// The reseller requires it, so the last one stays.
    pub stays: &'static str,
    /// There are as many as there may be.
    pub full: &'static str,
    /// Answers of the server.
    pub again: &'static str,
    pub late: &'static str,
    pub wrong: &'static str,
    pub known: &'static str,
    /// What the browser said.
    pub cancelled: &'static str,
    pub failed: &'static str,
    pub known_here: &'static str,
    pub no_support: &'static str,
    pub prove: &'static str,
    pub sign_in: &'static str,
    /// Of the second step where nothing else is asked for.
    pub sign_in_title: &'static str,
    pub use_passkey: &'static str,
}

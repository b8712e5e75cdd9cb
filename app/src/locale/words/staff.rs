//! Verwaltung → Mitarbeiter, and the sessions of others.

use domain::rights::Right;

/// Those who work for the reseller.
pub struct Staff {
    pub title: &'static str,
    pub subtitle: &'static str,
    pub new: &'static str,
    pub edit: &'static str,
    /// No account yet.
    pub nobody: &'static str,
    /// Stands beside the account of whoever looks.
    pub own: &'static str,
    /// The column of first and last name, above the e-mail address.
    pub name: &'static str,
    pub right: &'static str,
    pub right_name: fn(Right) -> &'static str,
    /// The name, and what it means.
    pub right_choice: fn(Right) -> &'static str,
    /// Why the own right cannot be chosen.
    pub own_right: &'static str,
    pub last_sign_in: &'static str,
    pub never: &'static str,
    pub by_mail: &'static str,
    pub by_link: &'static str,
    pub link_title: &'static str,
    pub delete: &'static str,
    pub delete_question: fn(&str) -> String,
    pub account_goes: &'static str,
    pub sessions: &'static str,
    pub sessions_of: fn(&str) -> String,
    /// User name, and how many.
    pub sessions_count: fn(&str, u32) -> String,
    pub end_sessions: &'static str,
    pub created: fn(&str) -> String,
    pub saved: fn(&str) -> String,
    pub activated: fn(&str) -> String,
    pub deactivated: fn(&str) -> String,
    pub invited: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
    pub sessions_ended: fn(&str) -> String,
}

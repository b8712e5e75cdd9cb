//! Words about the own sign-in.

/// Password, e-mail address and sessions of whoever is signed in.
pub struct Account {
    pub title: &'static str,
    pub sign_in: &'static str,
    pub user_name: &'static str,
    pub email: &'static str,
    /// Who can change the address.
    pub email_note: &'static str,
    pub password: &'static str,
    pub old_password: &'static str,
    pub change_password: &'static str,
    pub password_note: &'static str,
    pub old_wrong: &'static str,
    pub password_changed: &'static str,
    pub sessions: &'static str,
    pub this_session: &'static str,
    pub unknown_browser: &'static str,
    /// How many minutes ago a session was used and begun.
    pub used: fn(u32, u32) -> String,
    pub end: &'static str,
    pub end_others: &'static str,
    pub sessions_ended: &'static str,
}

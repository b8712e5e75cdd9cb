//! Words about the own sign-in.

/// Password, e-mail address and sessions of whoever is signed in.
pub struct Account {
    pub title: &'static str,
    pub sign_in: &'static str,
    pub user_name: &'static str,
    pub email: &'static str,
    pub new_email: &'static str,
    pub change_email: &'static str,
    /// How the address is changed.
    pub email_note: &'static str,
    pub own_password: &'static str,
    pub ask_for_link: &'static str,
    pub link_sent: &'static str,
    /// The address that waits.
    pub unconfirmed: fn(&str) -> String,
    pub undeliverable: fn(&str) -> String,
    pub same_email: &'static str,
    pub too_many_links: &'static str,
    /// Without a mail server nothing can be confirmed: who changes the address then.
    pub email_by_others: &'static str,
    pub confirm_title: &'static str,
    /// User name and new address.
    pub confirm_question: fn(&str, &str) -> String,
    pub confirm: &'static str,
    pub confirm_gone: &'static str,
    pub email_changed: &'static str,
    pub to_start: &'static str,
    /// The page that asks for the password again, because the last proof is too old.
    pub prove_title: &'static str,
    pub prove_intro: &'static str,
    /// The same, within the form that needs it.
    pub prove_here: &'static str,
    pub proof_wrong: &'static str,
    pub password: &'static str,
    pub old_password: &'static str,
    pub change_password: &'static str,
    /// Fewest characters.
    pub password_note: fn(usize) -> String,
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

//! What mails say. The server sends them; the browser never needs these words.

/// All mails of a language, to somebody who is addressed in one way.
pub struct Mail {
    /// First and last name; either may be empty.
    pub greeting: fn(&str, &str) -> String,
    /// In front of the user name.
    pub user_name: &'static str,
    /// In front of the address, for those who cannot press the button.
    pub by_hand: &'static str,
    /// Who sends it goes in.
    pub closing: fn(&str) -> String,
    pub invitation: Letter,
    /// To somebody who is to work for the reseller that sends it.
    pub staff_invitation: Letter,
    pub reset: Letter,
    pub confirm_email: Letter,
    pub email_changed: Letter,
    pub factor_added: Letter,
    pub factor_removed: Letter,
    /// Beside other factors.
    pub app_removed: Letter,
    pub passkey_added: Letter,
    pub passkey_removed: Letter,
}

/// One mail. Who sends it goes into each text.
pub struct Letter {
    pub subject: fn(&str) -> String,
    pub text: fn(&str) -> String,
    /// What stands on the button; `None` in a mail without a link.
    pub button: Option<&'static str>,
    /// Below the button: how long the link is valid, and what to do about a mistake.
    pub after: fn(&str) -> String,
}

//! The own sign-in, in English.

use super::super::Account;

pub const ACCOUNT: Account = Account {
    title: "Account",
    sign_in: "Sign-in",
    user_name: "User name",
    email: "E-mail",
    email_note: "Only your provider can change the e-mail address.",
    password: "Change password",
    old_password: "Current password",
    change_password: "Change password",
    password_note: "At least 15 characters. You will be signed out in all other browsers.",
    old_wrong: "The current password is wrong.",
    password_changed: "Your password is changed. All other sessions have ended.",
    sessions: "Signed in at",
    this_session: "this session",
    unknown_browser: "Unknown browser",
    used: |used, begun| format!("last used {}, signed in {}", ago(used), ago(begun)),
    end: "End",
    end_others: "End all others",
    sessions_ended: "The sessions have ended.",
};

fn ago(minutes: u32) -> String {
    match (minutes, minutes / 60) {
        (0, _) => "just now".to_owned(),
        (1, _) => "1 minute ago".to_owned(),
        (_, 0) => format!("{minutes} minutes ago"),
        (_, 1) => "1 hour ago".to_owned(),
        (_, hours) => format!("{hours} hours ago"),
    }
}

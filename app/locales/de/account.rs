//! The own sign-in, in German.

use super::super::Account;

pub const ACCOUNT: Account = Account {
    title: "Konto",
    sign_in: "Anmeldung",
    user_name: "Benutzername",
    email: "E-Mail",
    email_note: "Die E-Mail-Adresse kann nur dein Anbieter ändern.",
    password: "Passwort ändern",
    old_password: "Bisheriges Passwort",
    change_password: "Passwort ändern",
    password_note: "Mindestens 15 Zeichen. In allen anderen Browsern wirst du danach abgemeldet.",
    old_wrong: "Das bisherige Passwort ist falsch.",
    password_changed: "Dein Passwort ist geändert. Alle anderen Sitzungen sind beendet.",
    sessions: "Angemeldet in",
    this_session: "diese Sitzung",
    unknown_browser: "Unbekannter Browser",
    used: |used, begun| format!("zuletzt benutzt {}, angemeldet {}", ago(used), ago(begun)),
    end: "Beenden",
    end_others: "Alle anderen beenden",
    sessions_ended: "Die Sitzungen sind beendet.",
};

fn ago(minutes: u32) -> String {
    match (minutes, minutes / 60) {
        (0, _) => "gerade eben".to_owned(),
        (1, _) => "vor 1 Minute".to_owned(),
        (_, 0) => format!("vor {minutes} Minuten"),
        (_, 1) => "vor 1 Stunde".to_owned(),
        (_, hours) => format!("vor {hours} Stunden"),
    }
}

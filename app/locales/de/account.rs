//! The own sign-in, in German.

use super::super::Account;

pub const ACCOUNT: Account = Account {
    title: "Konto",
    sign_in: "Anmeldung",
    user_name: "Benutzername",
    email: "E-Mail",
    new_email: "Neue E-Mail-Adresse",
    change_email: "E-Mail-Adresse ändern",
    email_note: "An die neue Adresse geht ein Link. Sie gilt, sobald du sie dort bestätigst; bis dahin bleibt die alte.",
    own_password: "Aktuelles Passwort",
    ask_for_link: "Link anfordern",
    link_sent: "Ein Link ist an die neue Adresse unterwegs. Er gilt 24 Stunden. Sieh auch im Spam-Ordner nach.",
    unconfirmed: |email| format!("{email} ist noch nicht bestätigt."),
    undeliverable: |email| {
        format!(
            "{email} nimmt keine E-Mail von uns an. Prüfe die Adresse und fordere einen neuen Link an."
        )
    },
    same_email: "Das ist schon die E-Mail-Adresse dieses Kontos.",
    too_many_links: "In der letzten Stunde wurden schon mehrere Links angefordert. Versuche es später noch einmal.",
    email_by_others: "Hier können keine E-Mails verschickt werden, deshalb kannst du keine neue Adresse bestätigen. Ändern kann sie der, von dem du den Zugang hast.",
    confirm_title: "E-Mail-Adresse bestätigen",
    confirm_question: |user, email| format!("Soll {email} die E-Mail-Adresse von {user} werden?"),
    confirm: "Bestätigen",
    confirm_gone: "Dieser Link wurde schon benutzt oder ist abgelaufen. Einen neuen gibt es in den Einstellungen des Kontos.",
    email_changed: "Die E-Mail-Adresse ist geändert.",
    to_start: "Zur Startseite",
    prove_title: "Bestätigen, dass du es bist",
    prove_intro: "Deine Anmeldung liegt länger als 10 Minuten zurück. Bevor sich an ihr etwas ändert, bestätige bitte, dass du es bist.",
    prove_here: "Deine Anmeldung liegt länger als 10 Minuten zurück. Bestätige bitte, dass du es bist.",
    proof_wrong: "Das Passwort ist falsch.",
    password: "Passwort ändern",
    old_password: "Bisheriges Passwort",
    change_password: "Passwort ändern",
    password_note: |least| {
        format!("Mindestens {least} Zeichen. In allen anderen Browsern wirst du danach abgemeldet.")
    },
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

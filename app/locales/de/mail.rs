//! What mails say.

use crate::locale::{Letter, Mail};

fn joined(hello: &str, first: &str, last: &str) -> String {
    let name = format!("{first} {last}");
    format!("{hello} {}", name.trim()).trim().to_owned() + ","
}

pub(crate) static DU: Mail = Mail {
    greeting: |first, last| joined("Hallo", first, if first.is_empty() { last } else { "" }),
    user_name: "Dein Benutzername",
    by_hand: "Falls der Knopf nicht geht, öffne diese Adresse im Browser:",
    closing: |sender| format!("Viele Grüße\n{sender}"),
    invitation: Letter {
        subject: |sender| format!("Dein Zugang zum Kundenportal von {sender}"),
        text: |sender| {
            format!(
                "{sender} hat für dich einen Zugang zum Kundenportal angelegt. Lege als Erstes dein Passwort fest."
            )
        },
        button: Some("Passwort festlegen"),
        after: |sender| {
            format!(
                "Der Link gilt 24 Stunden und nur einmal. Ist er abgelaufen, bitte {sender} um einen neuen. Hast du diese E-Mail nicht erwartet, brauchst du nichts zu tun."
            )
        },
    },
    staff_invitation: Letter {
        subject: |sender| format!("Dein Zugang als Mitarbeiter von {sender}"),
        text: |sender| {
            format!(
                "{sender} hat für dich einen Zugang zur Kundenverwaltung angelegt. Lege als Erstes dein Passwort fest."
            )
        },
        button: Some("Passwort festlegen"),
        after: |sender| {
            format!(
                "Der Link gilt 24 Stunden und nur einmal. Ist er abgelaufen, bitte {sender} um einen neuen. Hast du diese E-Mail nicht erwartet, brauchst du nichts zu tun."
            )
        },
    },
    reset: Letter {
        subject: |sender| format!("Neues Passwort für deinen Zugang bei {sender}"),
        text: |_| "Für deinen Zugang wurde ein neues Passwort angefordert.".to_owned(),
        button: Some("Neues Passwort festlegen"),
        after: |_| {
            "Der Link gilt 30 Minuten und nur einmal. Warst du das nicht, brauchst du nichts zu tun: Dein Passwort bleibt, wie es ist."
                .to_owned()
        },
    },
    confirm_email: Letter {
        subject: |_| "Bestätige deine neue E-Mail-Adresse".to_owned(),
        text: |sender| {
            format!(
                "Diese Adresse soll die neue E-Mail-Adresse deines Zugangs bei {sender} werden. Sie gilt, sobald du sie bestätigst."
            )
        },
        button: Some("E-Mail-Adresse bestätigen"),
        after: |_| {
            "Der Link gilt 24 Stunden und nur einmal. Warst du das nicht, brauchst du nichts zu tun: Es bleibt bei der alten Adresse."
                .to_owned()
        },
    },
    email_changed: Letter {
        subject: |_| "Deine E-Mail-Adresse wurde geändert".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} gilt jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
    factor_added: Letter {
        subject: |_| "Zwei-Faktor-Anmeldung eingerichtet".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} ist jetzt die Zwei-Faktor-Anmeldung eingerichtet: Nach dem Passwort wird nach einem Code gefragt."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
    factor_removed: Letter {
        subject: |_| "Zwei-Faktor-Anmeldung entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} wurde die Zwei-Faktor-Anmeldung entfernt: Das Passwort genügt wieder."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
    app_removed: Letter {
        subject: |_| "Authenticator-App entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} wurde die Authenticator-App entfernt. Die anderen Wege zur Anmeldung bleiben."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
    passkey_added: Letter {
        subject: |_| "Passkey hinzugefügt".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} gibt es jetzt einen Passkey mehr: Mit ihm kann man sich anmelden."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
    passkey_removed: Letter {
        subject: |_| "Passkey entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für deinen Zugang bei {sender} wurde ein Passkey entfernt: Mit ihm kann man sich nicht mehr anmelden."
            )
        },
        button: None,
        after: |sender| format!("Warst du das nicht, melde dich bitte gleich bei {sender}."),
    },
};

pub(crate) static SIE: Mail = Mail {
    greeting: |first, last| joined("Guten Tag", first, last),
    user_name: "Ihr Benutzername",
    by_hand: "Falls der Knopf nicht geht, öffnen Sie diese Adresse im Browser:",
    closing: |sender| format!("Mit freundlichen Grüßen\n{sender}"),
    invitation: Letter {
        subject: |sender| format!("Ihr Zugang zum Kundenportal von {sender}"),
        text: |sender| {
            format!(
                "{sender} hat für Sie einen Zugang zum Kundenportal angelegt. Legen Sie als Erstes Ihr Passwort fest."
            )
        },
        button: Some("Passwort festlegen"),
        after: |sender| {
            format!(
                "Der Link gilt 24 Stunden und nur einmal. Ist er abgelaufen, bitten Sie {sender} um einen neuen. Haben Sie diese E-Mail nicht erwartet, brauchen Sie nichts zu tun."
            )
        },
    },
    staff_invitation: Letter {
        subject: |sender| format!("Ihr Zugang als Mitarbeiter von {sender}"),
        text: |sender| {
            format!(
                "{sender} hat für Sie einen Zugang zur Kundenverwaltung angelegt. Legen Sie als Erstes Ihr Passwort fest."
            )
        },
        button: Some("Passwort festlegen"),
        after: |sender| {
            format!(
                "Der Link gilt 24 Stunden und nur einmal. Ist er abgelaufen, bitten Sie {sender} um einen neuen. Haben Sie diese E-Mail nicht erwartet, brauchen Sie nichts zu tun."
            )
        },
    },
    reset: Letter {
        subject: |sender| format!("Neues Passwort für Ihren Zugang bei {sender}"),
        text: |_| "Für Ihren Zugang wurde ein neues Passwort angefordert.".to_owned(),
        button: Some("Neues Passwort festlegen"),
        after: |_| {
            "Der Link gilt 30 Minuten und nur einmal. Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist."
                .to_owned()
        },
    },
    confirm_email: Letter {
        subject: |_| "Bestätigen Sie Ihre neue E-Mail-Adresse".to_owned(),
        text: |sender| {
            format!(
                "Diese Adresse soll die neue E-Mail-Adresse Ihres Zugangs bei {sender} werden. Sie gilt, sobald Sie sie bestätigen."
            )
        },
        button: Some("E-Mail-Adresse bestätigen"),
        after: |_| {
            "Der Link gilt 24 Stunden und nur einmal. Waren Sie das nicht, brauchen Sie nichts zu tun: Es bleibt bei der alten Adresse."
                .to_owned()
        },
    },
    email_changed: Letter {
        subject: |_| "Ihre E-Mail-Adresse wurde geändert".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} gilt jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
    factor_added: Letter {
        subject: |_| "Zwei-Faktor-Anmeldung eingerichtet".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} ist jetzt die Zwei-Faktor-Anmeldung eingerichtet: Nach dem Passwort wird nach einem Code gefragt."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
    factor_removed: Letter {
        subject: |_| "Zwei-Faktor-Anmeldung entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} wurde die Zwei-Faktor-Anmeldung entfernt: Das Passwort genügt wieder."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
    app_removed: Letter {
        subject: |_| "Authenticator-App entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} wurde die Authenticator-App entfernt. Die anderen Wege zur Anmeldung bleiben."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
    passkey_added: Letter {
        subject: |_| "Passkey hinzugefügt".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} gibt es jetzt einen Passkey mehr: Mit ihm kann man sich anmelden."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
    passkey_removed: Letter {
        subject: |_| "Passkey entfernt".to_owned(),
        text: |sender| {
            format!(
                "Für Ihren Zugang bei {sender} wurde ein Passkey entfernt: Mit ihm kann man sich nicht mehr anmelden."
            )
        },
        button: None,
        after: |sender| format!("Waren Sie das nicht, melden Sie sich bitte gleich bei {sender}."),
    },
};

//! Verwaltung → Mitarbeiter, and the sessions of others.

use domain::rights::Right;

use crate::locale::Staff;

pub(crate) static WORDS: Staff = Staff {
    title: "Mitarbeiter",
    subtitle: "Wer mit dir arbeitet, und was er darf.",
    new: "Neuen Mitarbeiter anlegen",
    edit: "Mitarbeiter bearbeiten",
    nobody: "Noch arbeitet niemand mit dir. Lege Mitarbeiter an, damit jeder sich mit eigenem Namen und eigenem Passwort anmeldet.",
    own: "(du)",
    name: "Name",
    right: "Recht",
    right_name: |right| match right {
        Right::View => "Ansehen",
        Right::Edit => "Bearbeiten",
        Right::Manage => "Verwalten",
    },
    right_choice: |right| match right {
        Right::View => "Ansehen: sieht alles, ändert nichts",
        Right::Edit => "Bearbeiten: ändert auch Kunden, Domains, Produkte und Benutzer",
        Right::Manage => "Verwalten: ändert auch Stammdaten und Mitarbeiter",
    },
    own_right: "Das eigene Recht ändert jemand anders, der verwalten darf.",
    last_sign_in: "Letzte Anmeldung",
    never: "noch nie",
    by_mail: "Der Mitarbeiter bekommt eine E-Mail mit einem Link, mit dem er sein Passwort festlegt.",
    by_link: "Nach dem Anlegen siehst du einmal einen Link, mit dem der Mitarbeiter sein Passwort festlegt. Gib ihn selbst weiter.",
    link_title: "Link für den Mitarbeiter",
    delete: "Mitarbeiter löschen",
    delete_question: |user| format!("Mitarbeiter {user} löschen?"),
    account_goes: "Das Konto wird gelöscht, seine Sitzungen enden sofort. Das Protokoll behält den Namen.",
    sessions: "Sitzungen",
    sessions_of: |user| format!("Sitzungen: {user}"),
    sessions_count: |user, count| match count {
        0 => format!("{user} ist nirgends angemeldet."),
        1 => format!("{user} ist in einem Browser angemeldet:"),
        count => format!("{user} ist in {count} Browsern angemeldet:"),
    },
    end_sessions: "Alle Sitzungen beenden",
    created: |user| format!("Mitarbeiter {user} wurde angelegt."),
    saved: |user| format!("Mitarbeiter {user} wurde gespeichert."),
    activated: |user| format!("Mitarbeiter {user} wurde aktiviert."),
    deactivated: |user| {
        format!(
            "Mitarbeiter {user} wurde deaktiviert. Seine Sitzungen und offenen Links sind beendet."
        )
    },
    invited: |user| format!("Die Einladung an {user} wird erneut gesendet."),
    deleted: |user| format!("Mitarbeiter {user} wurde gelöscht."),
    sessions_ended: |user| format!("Alle Sitzungen von {user} sind beendet."),
};

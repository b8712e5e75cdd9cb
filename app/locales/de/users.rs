//! The tab Benutzer, and the forgotten password.

use domain::{user::Invitation, user_form::UserField};

use crate::locale::Users;

pub(crate) static WORDS: Users = Users {
    new: "Neuen Benutzer anlegen",
    edit: "Benutzer bearbeiten",
    link: "Bestehenden Benutzer verknüpfen",
    label: |field| match field {
        UserField::UserName => "Benutzername",
        UserField::FirstName => "Vorname",
        UserField::LastName => "Nachname",
        UserField::Email => "E-Mail",
    },
    submit: "Hinzufügen",
    by_mail: "Der Benutzer bekommt eine E-Mail mit einem Link, mit dem er sein Passwort festlegt.",
    by_link: "Nach dem Anlegen siehst du einmal einen Link, mit dem der Benutzer sein Passwort festlegt. Gib ihn selbst weiter.",
    invitation: "Einladung",
    invitation_state: |state| match state {
        Invitation::NotSent => "noch nicht gesendet",
        Invitation::Sent => "gesendet",
        Invitation::LinkGiven => "Link erstellt",
        Invitation::Expired => "abgelaufen",
        Invitation::Undeliverable => "nicht zustellbar",
        Invitation::Accepted => "angenommen",
    },
    actions: "Aktionen",
    edit_of: |user| format!("Bearbeiten: {user}"),
    activate: "Aktivieren",
    activate_of: |user| format!("Aktivieren: {user}"),
    deactivate: "Deaktivieren",
    deactivate_of: |user| format!("Deaktivieren: {user}"),
    invite: "Einladung erneut senden",
    new_link: "Neuen Link erstellen",
    invite_of: |user| format!("Einladung erneut senden: {user}"),
    invite_question: |user| {
        format!("Soll {user} einen neuen Link bekommen? Ältere Links gelten dann nicht mehr.")
    },
    delete_of: |user| format!("Löschen: {user}"),
    delete: "Benutzer löschen",
    delete_question: |user| format!("Benutzer {user} bei diesem Kunden löschen?"),
    account_goes: "Er gehört zu keinem anderen Kunden: Das Konto wird gelöscht, seine Sitzungen enden sofort.",
    link_goes: |others| {
        if others == 1 {
            "Er gehört noch zu einem anderen Kunden: Nur die Verknüpfung wird gelöst, das Konto bleibt.".to_owned()
        } else {
            format!(
                "Er gehört noch zu {others} anderen Kunden: Nur die Verknüpfung wird gelöst, das Konto bleibt."
            )
        }
    },
    belongs_to: |customers| {
        format!("Dieser Benutzer gehört zu {customers} Kunden: Die Änderung gilt bei allen.")
    },
    search: "Benutzer suchen",
    search_submit: "Suchen",
    nobody_found: "Keine anderen Benutzer gefunden.",
    more_by_search: |shown| {
        format!("Die ersten {shown}. Suche nach Name oder E-Mail, um andere zu finden.")
    },
    link_submit: "Verknüpfen",
    pick_one: "Wähle einen Benutzer aus.",
    link_title: "Link für den Benutzer",
    pass_on: |user| {
        format!(
            "Gib diesen Link an {user} weiter: Er gilt 24 Stunden, nur einmal, und wird nicht noch einmal gezeigt."
        )
    },
    link_field: "Link",
    copy: "Link kopieren",
    copied: "Kopiert",
    created: |user| format!("Benutzer {user} wurde angelegt."),
    saved: |user| format!("Benutzer {user} wurde gespeichert."),
    activated: |user| format!("Benutzer {user} wurde aktiviert."),
    deactivated: |user| {
        format!(
            "Benutzer {user} wurde deaktiviert. Seine Sitzungen und offenen Links sind beendet."
        )
    },
    invited: |user| format!("Die Einladung an {user} wird erneut gesendet."),
    linked: |user| format!("Benutzer {user} wurde verknüpft."),
    unlinked: |user| format!("Die Verknüpfung mit Benutzer {user} wurde gelöst."),
    deleted: |user| format!("Benutzer {user} wurde gelöscht."),
    open_invitations: "Offene Einladungen",
    none_open: "Es gibt keine offenen Einladungen.",
    last_link: "Letzter Link",
    forgotten: "Passwort vergessen?",
    forgotten_title: "Passwort vergessen",
    forgotten_intro: "Gib deinen Benutzernamen oder deine E-Mail-Adresse ein. Du bekommst eine E-Mail mit einem Link, mit dem du ein neues Passwort festlegst.",
    forgotten_name: "Benutzername oder E-Mail",
    forgotten_submit: "Link anfordern",
    forgotten_sent: "Wenn es dazu ein Konto gibt, ist eine E-Mail unterwegs. Der Link darin gilt 30 Minuten. Sieh auch im Spam-Ordner nach.",
    forgotten_throttled: |seconds| format!("Zu viele Anfragen. Bitte warte {seconds} Sekunden."),
    forgotten_ask: "Hier können keine E-Mails verschickt werden. Wende dich für ein neues Passwort an den, von dem du den Zugang hast, oder an:",
    to_sign_in: "Zur Anmeldung",
};

//! Passkeys, in German.

use super::super::Passkeys;

pub const PASSKEYS: Passkeys = Passkeys {
    title: "Passkeys",
    intro: "Ein Passkey liegt auf deinem Telefon, deinem Computer oder einem Sicherheitsschlüssel. Du bestätigst ihn mit Fingerabdruck, Gesicht oder PIN. Keine fremde Seite kann ihn dir ablocken.",
    times: |created, used| match used {
        Some(used) => format!("Hinzugefügt am {created}, zuletzt benutzt am {used}"),
        None => format!("Hinzugefügt am {created}, noch nie benutzt"),
    },
    name: "Name des Passkeys",
    name_note: "Höchstens 50 Zeichen, zum Beispiel „Telefon“. Daran erkennst du ihn später wieder.",
    name_needed: "Bitte gib dem Passkey einen Namen mit höchstens 50 Zeichen.",
    add: "Passkey hinzufügen",
    added: "Der Passkey ist hinzugefügt.",
    remove_one: |name| format!("Entfernen: {name}"),
    remove: "Passkey entfernen",
    remove_note: "Mit diesem Passkey kannst du dich danach nicht mehr anmelden.",
    removed: "Der Passkey ist entfernt.",
    stays: "Das ist dein letzter zweiter Faktor, und er ist für dein Konto Pflicht. Deshalb kannst du ihn nicht entfernen.",
    full: "Mehr als 10 Passkeys kann ein Konto nicht haben. Entferne zuerst einen, den du nicht mehr brauchst.",
    again: "Wähle jetzt bitte noch einmal „Passkey hinzufügen“.",
    late: "Die Antwort des Passkeys kam zu spät. Bitte versuche es noch einmal.",
    wrong: "Dieser Passkey wurde nicht angenommen. Versuche es noch einmal, oder nimm einen anderen Weg.",
    known: "Dieser Passkey gehört schon zu einem Konto. Nimm einen anderen.",
    cancelled: "Abgebrochen. Du kannst es jederzeit noch einmal versuchen.",
    failed: "Das hat nicht geklappt. Bitte versuche es noch einmal.",
    known_here: "Auf diesem Gerät hat dein Konto schon einen Passkey.",
    no_support: "Für Passkeys braucht es einen neueren Browser mit JavaScript.",
    prove: "Mit Passkey bestätigen",
    sign_in: "Mit Passkey anmelden",
    sign_in_title: "Passkey verwenden",
    use_passkey: "Passkey verwenden",
};

//! German for end customers whose reseller says "Sie" to them: what differs.

use domain::{
    domain_state::Advice, password::PasswordError, portal::AddressForm, values::ValueError,
};

use super::{
    super::{Account, Form, Passkeys, Portal, PortalFrame, Problem, SecondFactor, Texts},
    FORM, TEXTS, WORDS,
    account::ACCOUNT,
    passkeys::PASSKEYS,
    portal::{FRAME, PORTAL},
    second_factor::SECOND_FACTOR,
};

pub static FORMAL: Texts = Texts {
    address_form: AddressForm::Sie,
    problem: Problem {
        not_found: "Diese Seite gibt es nicht, oder sie gehört nicht zu Ihren Daten.",
        forbidden: "Dafür fehlt Ihrem Konto das Recht.",
        signed_out: "Ihre Sitzung ist abgelaufen. Melden Sie sich in einem neuen Fenster an und versuchen Sie es dann hier noch einmal: Ihre Eingaben bleiben stehen.",
        proof_needed: "Ihre Anmeldung liegt länger zurück. Bestätigen Sie zuerst mit Ihrem Passwort, dass Sie es sind.",
        factor_needed: "Für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht.",
        unavailable: "Die Datenbank antwortet gerade nicht. Nichts ist verloren: Bitte versuchen Sie es in einigen Sekunden noch einmal.",
        internal: |incident| {
            format!(
                "Das hat nicht geklappt, der Fehler liegt bei uns. Bitte nennen Sie dem Support die Vorgangsnummer {incident}."
            )
        },
        unreachable: "Der Server ist nicht zu erreichen. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal: Ihre Eingaben bleiben stehen.",
        changed: "Jemand anders hat das inzwischen geändert. Laden Sie die Seite neu, um zu sehen, was jetzt gespeichert ist.",
        outdated: "Das Portal wurde inzwischen erneuert. Bitte laden Sie die Seite neu.",
        ..WORDS.problem
    },
    ..WORDS
};

pub const FORM_FORMAL: Form = Form {
    faulty: "Bitte prüfen Sie die markierten Felder.",
    ..FORM
};

pub fn value_error(error: ValueError) -> String {
    match error {
        ValueError::Required => "Bitte füllen Sie dieses Feld aus.".to_owned(),
        ValueError::NotACountry => "Bitte wählen Sie ein Land aus der Liste.".to_owned(),
        ValueError::NotAChoice => "Bitte wählen Sie einen Wert aus der Liste.".to_owned(),
        error => super::value_error(error),
    }
}

pub fn password_error(error: PasswordError) -> String {
    match error {
        PasswordError::Guessable => "Dieses Passwort ist zu leicht zu erraten. Nehmen Sie mehrere Wörter, die nichts mit Ihnen oder MKM zu tun haben.".to_owned(),
        error => super::password_error(error),
    }
}

pub const ACCOUNT_FORMAL: Account = Account {
    email_note: "An die neue Adresse geht ein Link. Sie gilt, sobald Sie sie dort bestätigen; bis dahin bleibt die alte.",
    link_sent: "Ein Link ist an die neue Adresse unterwegs. Er gilt 24 Stunden. Sehen Sie auch im Spam-Ordner nach.",
    undeliverable: |email| {
        format!(
            "{email} nimmt keine E-Mail von uns an. Prüfen Sie die Adresse und fordern Sie einen neuen Link an."
        )
    },
    too_many_links: "In der letzten Stunde wurden schon mehrere Links angefordert. Versuchen Sie es später noch einmal.",
    email_by_others: "Hier können keine E-Mails verschickt werden, deshalb können Sie keine neue Adresse bestätigen. Ändern kann sie Ihr Ansprechpartner.",
    prove_title: "Bestätigen, dass Sie es sind",
    prove_intro: "Ihre Anmeldung liegt länger als 10 Minuten zurück. Bevor sich an ihr etwas ändert, bestätigen Sie bitte, dass Sie es sind.",
    prove_here: "Ihre Anmeldung liegt länger als 10 Minuten zurück. Bestätigen Sie bitte, dass Sie es sind.",
    password_note: |least| {
        format!(
            "Mindestens {least} Zeichen. In allen anderen Browsern werden Sie danach abgemeldet."
        )
    },
    password_changed: "Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.",
    ..ACCOUNT
};

pub const SECOND_FACTOR_FORMAL: SecondFactor = SecondFactor {
    intro: "Nach dem Passwort wird dann nach einem Code gefragt, den eine App auf Ihrem Telefon anzeigt. Wer nur Ihr Passwort kennt, kommt nicht hinein.",
    required: "Für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht. Richten Sie sie ein, dann geht es weiter.",
    stays: "Für Ihr Konto ist die Zwei-Faktor-Anmeldung Pflicht, deshalb können Sie sie nicht entfernen.",
    scan: "Öffnen Sie eine Authenticator-App auf Ihrem Telefon und scannen Sie dieses Bild.",
    by_hand: "Ohne Kamera geben Sie in der App diesen Schlüssel ein:",
    type_code: "Geben Sie dann den Code ein, den die App anzeigt.",
    codes_intro: "Mit jedem dieser Codes können Sie sich einmal anmelden, wenn Sie Ihr Telefon nicht haben. Bewahren Sie sie sicher auf: Sie werden nur jetzt angezeigt.",
    app_remove_note: "Danach können Sie sich nicht mehr mit Codes aus der App anmelden.",
    too_short: "Ihr Passwort hat weniger als 15 Zeichen. Das genügt nur zusammen mit einem zweiten Faktor: Ändern Sie zuerst das Passwort.",
    ..SECOND_FACTOR
};

pub const PASSKEYS_FORMAL: Passkeys = Passkeys {
    intro: "Ein Passkey liegt auf Ihrem Telefon, Ihrem Computer oder einem Sicherheitsschlüssel. Sie bestätigen ihn mit Fingerabdruck, Gesicht oder PIN. Keine fremde Seite kann ihn Ihnen ablocken.",
    name_note: "Höchstens 50 Zeichen, zum Beispiel „Telefon“. Daran erkennen Sie ihn später wieder.",
    name_needed: "Bitte geben Sie dem Passkey einen Namen mit höchstens 50 Zeichen.",
    remove_note: "Mit diesem Passkey können Sie sich danach nicht mehr anmelden.",
    stays: "Das ist Ihr letzter zweiter Faktor, und er ist für Ihr Konto Pflicht. Deshalb können Sie ihn nicht entfernen.",
    full: "Mehr als 10 Passkeys kann ein Konto nicht haben. Entfernen Sie zuerst einen, den Sie nicht mehr brauchen.",
    again: "Wählen Sie jetzt bitte noch einmal „Passkey hinzufügen“.",
    late: "Die Antwort des Passkeys kam zu spät. Bitte versuchen Sie es noch einmal.",
    wrong: "Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.",
    known: "Dieser Passkey gehört schon zu einem Konto. Nehmen Sie einen anderen.",
    cancelled: "Abgebrochen. Sie können es jederzeit noch einmal versuchen.",
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
    known_here: "Auf diesem Gerät hat Ihr Konto schon einen Passkey.",
    ..PASSKEYS
};

pub const PORTAL_FRAME_FORMAL: PortalFrame = PortalFrame {
    contact: "Ihr Ansprechpartner",
    ..FRAME
};

pub const PORTAL_FORMAL: Portal = Portal {
    choose: "Wählen Sie, wessen Daten Sie sehen möchten.",
    no_customers: "Mit Ihrem Konto sind noch keine Daten verknüpft. Bitte wenden Sie sich an Ihren Ansprechpartner.",
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!(
                "Bitte bestätigen Sie Ihre E-Mail-Adresse bis {}: Der Registrar hat Ihnen dazu geschrieben. Sonst wird die Domain abgeschaltet.",
                day(until)
            ),
            Advice::Verify { until: None } => "Bitte bestätigen Sie Ihre E-Mail-Adresse: Der Registrar hat Ihnen dazu geschrieben. Sonst wird die Domain abgeschaltet.".to_owned(),
            Advice::VerificationOverdue { since } => format!(
                "Die Frist zur Bestätigung Ihrer E-Mail-Adresse ist seit {} vorbei. Bitte bestätigen Sie sie sofort oder wenden Sie sich an Ihren Ansprechpartner.",
                day(since)
            ),
            Advice::VerificationFailed => "Ihre Angaben als Inhaber wurden nicht anerkannt. Bitte prüfen Sie Ihre Daten und schlagen Sie eine Korrektur vor.".to_owned(),
            Advice::ZoneMissing => "Unter dieser Domain ist zurzeit nichts zu erreichen. Bitte wenden Sie sich an Ihren Ansprechpartner.".to_owned(),
            Advice::WillEnd => "Diese Domain endet mit ihrer Laufzeit. Soll sie bleiben, sagen Sie bitte Ihrem Ansprechpartner Bescheid.".to_owned(),
            advice => (PORTAL.advice)(advice),
        }
    },
    propose_intro: "Ändern Sie, was nicht mehr stimmt. Ihr Ansprechpartner prüft den Vorschlag, bevor er gilt.",
    sent: "Ihr Vorschlag ist gesendet.",
    nothing_changed: "Ihre Angaben entsprechen dem, was gespeichert ist: Es wartet kein Vorschlag.",
    waiting: |day| format!("Ihr Vorschlag vom {day} wartet auf eine Entscheidung:"),
    decided: |made, decided| {
        format!("Über Ihren Vorschlag vom {made} wurde am {decided} entschieden:")
    },
    ..PORTAL
};

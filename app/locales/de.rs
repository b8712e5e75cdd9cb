//! German, the default language.

#[path = "de/account.rs"]
pub(super) mod account;
#[path = "de/contact.rs"]
pub(super) mod contact;
#[path = "de/domains.rs"]
pub(super) mod domains;
#[path = "de/formal.rs"]
pub(super) mod formal;
#[path = "de/jump.rs"]
mod jump;
#[path = "de/lists.rs"]
mod lists;
#[path = "de/log.rs"]
pub(super) mod log;
#[cfg(feature = "ssr")]
#[path = "de/mail.rs"]
pub(super) mod mail;
#[path = "de/passkeys.rs"]
pub(super) mod passkeys;
#[path = "de/portal.rs"]
pub(super) mod portal;
#[path = "de/products.rs"]
pub(super) mod products;
#[path = "de/profile.rs"]
pub(super) mod profile;
#[path = "de/second_factor.rs"]
pub(super) mod second_factor;
#[path = "de/staff.rs"]
pub(super) mod staff;
#[path = "de/start.rs"]
pub(super) mod start;
#[path = "de/users.rs"]
pub(super) mod users;

use chrono::Datelike;
use domain::{
    customer::ProductKind, customer_form::Field, password::PasswordError, portal::AddressForm,
    values::ValueError,
};

use super::{
    Deletion, Detail, Form, Frame, General, Language, List, Problem, SignIn, Texts, countries,
    grouped, reasons,
};

pub use formal::FORMAL;

pub static TEXTS: Texts = WORDS;

/// What the formal words are made of.
const WORDS: Texts = Texts {
    language: Language::German,
    address_form: AddressForm::Du,
    general: General {
        product: "MKM",
        cancel: "Abbrechen",
        delete: "Löschen",
        save: "Speichern",
        close: "Schließen",
        back: "Zurück",
        retry: "Noch einmal versuchen",
        loading: "Wird geladen …",
        saving: "Wird gespeichert …",
        active: "aktiv",
        inactive: "inaktiv",
        none: "–",
        count: |count| grouped(count, '.'),
        day: |day| format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        required_note: "* Pflichtfelder",
    },
    frame: Frame {
        main_menu: "Hauptmenü",
        menu: "Menü",
        skip: "Zum Inhalt springen",
        group_general: "Allgemein",
        group_own: "Stammdaten",
        group_reseller: "Reseller",
        group_administration: "Verwaltung",
        module: "MKM",
        customers: "Kunden",
        proposals: "Vorschläge",
        account: "Konto",
        group_products: "Produktverwaltung",
        all_products: "Produkte",
        group_domains: "Domainverwaltung",
        all_domains: "Domains",
        start: "Startseite",
        contact: "Kontakt",
        own_data: "Stammdaten",
        log: "Protokoll",
        staff: "Mitarbeiter",
        signed_in_as: |name, number| format!("{name} · Kundennummer {number}"),
        sign_out: "Abmelden",
        language: "Sprache",
        language_name: |language| match language {
            Language::German => "Deutsch",
            Language::English => "Englisch",
        },
        theme: "Darstellung",
        light: "Hell",
        dark: "Dunkel",
        demo_notice: "Demo: Alle Daten sind erfunden.",
        status: "Meldungen",
    },
    lists: &lists::LISTS,
    list: List {
        title: "MKM – Kundenverwaltung",
        overview: "Übersicht",
        new_customer: "Neuen Kunden anlegen",
        search: "Kunden filtern",
        search_placeholder: "Nummer, Name oder Firma",
        apply: "Filtern",
        table: "Kunden",
        number: "Kundennummer",
        last_name: "Name",
        first_name: "Vorname",
        company: "Firma",
        products: "Produkte",
        actions: "Aktionen",
        filter_of: |column| format!("{column} filtern"),
        products_any: "alle",
        products_with: "mit",
        products_without: "ohne",
        details_of: |number| format!("Details: {number}"),
        delete_of: |number| format!("Löschen: {number}"),
        range: |first, last, matched, total| {
            let range = format!(
                "{}–{} von {} {}",
                grouped(first, '.'),
                grouped(last, '.'),
                grouped(matched, '.'),
                if matched == 1 { "Kunde" } else { "Kunden" },
            );
            if matched == total {
                range
            } else {
                format!("{range} (gefiltert aus {})", grouped(total, '.'))
            }
        },
        nothing_found: "Keine Kunden gefunden.",
        clear_filters: "Filter löschen",
        welcome: "Willkommen bei MKM",
        welcome_text: "Hier stehen bald deine Endkunden mit ihren Domains und Produkten. Lege den ersten an, oder lass eine Kundenliste einlesen.",
        pages: "Seiten",
        page: |page| format!("Seite {page}"),
        previous_page: "Vorherige Seite",
        next_page: "Nächste Seite",
        rows_per_page: "Zeilen pro Seite",
        created: |number| format!("Kunde {number} wurde angelegt."),
        deleted: |number, domains| match domains {
            0 => format!("Kunde {number} wurde gelöscht."),
            1 => format!("Kunde {number} wurde gelöscht. 1 Domain ist wieder frei."),
            _ => format!("Kunde {number} wurde gelöscht. {domains} Domains sind wieder frei."),
        },
    },
    detail: Detail {
        title: "Kundeninformationen",
        tabs: "Kundendetails",
        tab_customer: "Kunde",
        tab_domains: "Domains",
        tab_products: "Produkte",
        tab_users: "Benutzer",
        general: "Allgemein",
        contact: "Kontakt",
        company: "Firma",
        name: "Name, Vorname",
        street: "Straße, Nr.",
        place: "PLZ, Ort",
        country: "Land",
        phone: "Telefon",
        mobile: "Mobiltelefon",
        email: "E-Mail",
        website: "Webseite",
        edit: "Bearbeiten",
        saved: |number| format!("Kunde {number} wurde gespeichert."),
        contract: "Vertrag",
        domain: "Domain",
        domain_state: "Domainzustand",
        status: "Status",
        registrar: "Registrar",
        verification: "Verifizierung",
        zone: "Zone",
        transfer_lock: "Transfer-Lock",
        renewal: "Renewal-Mode",
        ok: "ok",
        missing: "fehlt",
        failed: "fehlgeschlagen",
        unknown: "unbekannt",
        on: "an",
        off: "aus",
        pending: |day| {
            day.map_or_else(
                || "ausstehend".to_owned(),
                |day| format!("ausstehend bis {day}"),
            )
        },
        as_of: |day| format!("Stand {day}"),
        no_domains: "Diesem Kunden sind keine Domains zugeordnet.",
        kind: "Typ",
        product_kind: |kind, provider| match kind {
            ProductKind::Provider => format!("{provider} Produkt"),
            ProductKind::Reseller => "Reseller Produkt".to_owned(),
        },
        product_name: "Bezeichnung",
        reference: "Artikel / Vertrag",
        since: "seit",
        no_products: "Diesem Kunden sind keine Produkte zugeordnet.",
        user_name: "Benutzername",
        first_name: "Vorname",
        last_name: "Nachname",
        disabled: "deaktiviert",
        no_users: "Für diesen Kunden gibt es keine Benutzer.",
    },
    problem: Problem {
        not_found_title: "Nicht gefunden",
        not_found: "Diese Seite gibt es nicht, oder sie gehört nicht zu deiner Kundennummer.",
        forbidden_title: "Kein Zugriff",
        forbidden: "Dafür fehlt deinem Konto das Recht.",
        own_account: "Das eigene Recht und den eigenen Zugang kann niemand sich selbst nehmen. Bitte jemand anderen darum, der verwalten darf.",
        signed_out: "Deine Sitzung ist abgelaufen. Melde dich in einem neuen Fenster an und versuche es dann hier noch einmal: Deine Eingaben bleiben stehen.",
        sign_in_again: "In neuem Fenster anmelden",
        proof_needed: "Deine Anmeldung liegt länger zurück. Bestätige zuerst mit deinem Passwort, dass du es bist.",
        confirm_now: "Jetzt bestätigen",
        factor_needed: "Für dein Konto ist die Zwei-Faktor-Anmeldung Pflicht.",
        set_up_factor: "Zur Zwei-Faktor-Anmeldung",
        unavailable: "Die Datenbank antwortet gerade nicht. Nichts ist verloren: Bitte versuche es in einigen Sekunden noch einmal.",
        internal: |incident| {
            format!(
                "Das hat nicht geklappt, der Fehler liegt bei uns. Bitte nenne dem Support die Vorgangsnummer {incident}."
            )
        },
        unreachable: "Der Server ist nicht zu erreichen. Bitte prüfe deine Verbindung und versuche es noch einmal: Deine Eingaben bleiben stehen.",
        changed: "Jemand anders hat das inzwischen geändert. Deine Eingaben stehen noch hier; lade die Seite neu, um zu sehen, was jetzt gespeichert ist.",
        outdated: "Das Portal wurde inzwischen erneuert. Bitte lade die Seite neu.",
        reload: "Seite neu laden",
        to_customers: "Zur Kundenliste",
        title: "Das hat nicht geklappt",
    },
    jump: &jump::WORDS,
};

pub const SIGN_IN: SignIn = SignIn {
    title: "Anmelden",
    intro: "Mein Kunden Menü: deine Endkunden, ihre Domains und Produkte.",
    user_name: "Benutzername",
    password: "Passwort",
    submit: "Anmelden",
    wrong: "Benutzername oder Passwort ist falsch.",
    throttled: |seconds| {
        if seconds <= 90 {
            format!("Zu viele Fehlversuche. Bitte versuche es in {seconds} Sekunden noch einmal.")
        } else {
            let minutes = seconds.div_ceil(60);
            format!("Zu viele Fehlversuche. Bitte versuche es in {minutes} Minuten noch einmal.")
        }
    },
    unavailable: "Die Anmeldung ist gerade nicht möglich. Bitte versuche es in einigen Sekunden noch einmal.",
    password_stored: "Dein Passwort ist gespeichert. Du kannst dich jetzt anmelden.",
    new_title: "Passwort festlegen",
    new_intro: "Mindestens 15 Zeichen. Ein Satz aus mehreren Wörtern ist leicht zu merken und schwer zu erraten.",
    new_password: "Neues Passwort",
    repeat: "Passwort wiederholen",
    new_submit: "Passwort speichern",
    differ: "Die beiden Passwörter sind nicht gleich.",
    link_gone: "Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte lass dir einen neuen geben.",
};

pub const FORM: Form = Form {
    title: "Neuen Kunden anlegen",
    general: "Allgemein",
    contact: "Kontakt",
    label: |field| match field {
        Field::Number => "Kundennummer",
        Field::Company => "Firma",
        Field::LastName => "Nachname",
        Field::FirstName => "Vorname",
        Field::Street => "Adresse",
        Field::PostalCode => "PLZ",
        Field::City => "Ort",
        Field::Country => "Land",
        Field::Phone => "Telefon",
        Field::Mobile => "Mobil",
        Field::Email => "E-Mail",
        Field::Website => "Webseite",
    },
    submit: "Hinzufügen",
    next_number: "Nächste freie Nummer",
    doubles: "Diesen Kunden gibt es vielleicht schon:",
    faulty: "Bitte prüfe die markierten Felder.",
    draft_kept: "Deine Eingaben von vorhin sind noch da.",
    conflict: "Jemand anders hat diesen Kunden inzwischen geändert. Deine Eingaben stehen noch in den Feldern; wo sie abweichen, steht darunter, was jetzt gespeichert ist. Mit „Speichern“ überschreibst du es.",
    stored_now: |value| {
        if value.is_empty() {
            "Jetzt gespeichert: (leer)".to_owned()
        } else {
            format!("Jetzt gespeichert: {value}")
        }
    },
};

pub const DELETION: Deletion = Deletion {
    title: "Kunden löschen",
    button: "Kunde löschen",
    question: |number, name| format!("Kunde {number} ({name}) wird gelöscht."),
    freed_domains: |domains| match domains {
        0 => "Ihm sind keine Domains zugeordnet.".to_owned(),
        1 => "1 Domain wird wieder frei.".to_owned(),
        _ => format!("{domains} Domains werden wieder frei."),
    },
    no_way_back: "Das lässt sich nicht rückgängig machen.",
    blocked: "Löschen ist nicht möglich:",
    provider_products: |count, provider| {
        format!(
            "{count} {provider}-{}",
            if count == 1 { "Produkt" } else { "Produkte" }
        )
    },
    reseller_products: |count| {
        format!(
            "{count} {}",
            if count == 1 {
                "Reseller-Produkt"
            } else {
                "Reseller-Produkte"
            }
        )
    },
    users: |count| format!("{count} Benutzer"),
    reasons: |blocks, provider| reasons(&DELETION, blocks, provider),
    blocked_by: |blocks, provider| {
        format!(
            "Löschen ist nicht möglich: {}.",
            reasons(&DELETION, blocks, provider)
        )
    },
};

pub fn value_error(error: ValueError) -> String {
    match error {
        ValueError::Required => "Bitte fülle dieses Feld aus.".to_owned(),
        ValueError::TooLong { max } => format!("Höchstens {} Zeichen.", grouped(max, '.')),
        ValueError::ForbiddenCharacter => "Der Text enthält ein unsichtbares Zeichen oder Steuerzeichen, das hier nicht erlaubt ist.".to_owned(),
        ValueError::NotAnEmail => "Das ist keine gültige E-Mail-Adresse, z. B. name@beispiel.de.".to_owned(),
        ValueError::NotAPhoneNumber => "Das ist keine gültige Telefonnummer, z. B. 030 901820 oder +49 30 901820.".to_owned(),
        ValueError::NotAWebsite => "Das ist keine gültige Webadresse, z. B. www.beispiel.de.".to_owned(),
        ValueError::NotAPostalCode { country } if country.code() == "DE" => "Eine deutsche PLZ hat 5 Ziffern.".to_owned(),
        ValueError::NotAPostalCode { country } => format!("Das ist keine gültige PLZ für das Land {}.", countries::german(country)),
        ValueError::NotACountry => "Bitte wähle ein Land aus der Liste.".to_owned(),
        ValueError::Taken => "Diese Kundennummer ist schon vergeben.".to_owned(),
        ValueError::NotADomainName => "Das ist kein Domainname, z. B. müller.de.".to_owned(),
        ValueError::PublicSuffix => "Das ist eine Endung, unter der Domains registriert werden, und selbst keine Domain.".to_owned(),
        ValueError::UnknownSuffix => "Diese Endung gibt es nicht. Bitte prüfe die Schreibweise.".to_owned(),
        ValueError::DomainTaken => "Diese Domain gibt es in deinem Bestand schon.".to_owned(),
        ValueError::UserNameTaken => "Dieser Benutzername ist schon vergeben.".to_owned(),
        ValueError::NotADay => "Das ist kein Datum, z. B. 31.12.2026.".to_owned(),
        ValueError::NoSuchReseller => "Einen Reseller mit dieser Nummer gibt es nicht.".to_owned(),
        ValueError::NoSuchArticle => "Einen Artikel mit dieser Nummer gibt es nicht.".to_owned(),
        ValueError::NotAStatus => "Der Status ist aktiv oder inaktiv.".to_owned(),
        ValueError::Repeated => "Dasselbe Produkt steht schon weiter oben in der Datei.".to_owned(),
        ValueError::NoSuchCustomer => "Einen Kunden mit dieser Kundennummer gibt es nicht.".to_owned(),
        ValueError::NotAChoice => "Bitte wähle einen Wert aus der Liste.".to_owned(),
        ValueError::NotBetween { max } => format!("Bitte gib eine ganze Zahl von 1 bis {max} ein."),
        ValueError::EndsInDigit => "Das Präfix darf nicht mit einer Ziffer enden: Sie wäre von der Nummer nicht zu unterscheiden.".to_owned(),
    }
}

pub fn password_error(error: PasswordError) -> String {
    match error {
        PasswordError::TooShort => "Das Passwort ist zu kurz: mindestens 15 Zeichen.".to_owned(),
        PasswordError::TooShortWithFactor => "Das Passwort ist zu kurz: mindestens 8 Zeichen.".to_owned(),
        PasswordError::TooLong => "Das Passwort ist zu lang: höchstens 128 Zeichen.".to_owned(),
        PasswordError::Guessable => "Dieses Passwort ist zu leicht zu erraten. Nimm mehrere Wörter, die nichts mit dir oder MKM zu tun haben.".to_owned(),
    }
}

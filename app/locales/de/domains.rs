//! Domains, in German.

use domain::{domain_form::DomainField, domain_state::Advice};

use super::{
    super::{Domains, RecordWords},
    TEXTS,
};

pub const DOMAINS: Domains = Domains {
    record: RecordWords {
        actions: "Aktionen",
        edit_of: |name| format!("Bearbeiten: {name}"),
        release_of: |name| format!("Zuordnung lösen: {name}"),
        new: "Neue Domain",
        edit: "Domain bearbeiten",
        release: "Zuordnung lösen",
        assign: "Domain zuordnen",
        add: "Hinzufügen",
        assign_submit: "Zuordnen",
        release_submit: "Lösen",
        belongs_to: |number, name| format!("Zugeordnet: {number} {name}"),
        belongs_to_nobody: "Keinem Kunden zugeordnet.",
        will_belong_to: |number, name| format!("Die Domain wird {number} {name} zugeordnet."),
        moves_from: |number, name| {
            format!("gehört jetzt {number} {name} und wird dort weggenommen")
        },
        is_free: "frei",
        search: "Domains suchen",
        search_submit: "Suchen",
        nothing_to_assign: "Es gibt keine Domain, die sich zuordnen ließe.",
        nothing_found: "Keine Domains gefunden.",
        more_by_search: |shown| format!("Hier stehen die ersten {shown}; die Suche findet alle."),
        choose_one: "Bitte wähle mindestens eine Domain aus.",
        release_question: |domain, owner| {
            format!("{domain} gehört dann nicht mehr {owner} und ist wieder frei.")
        },
        moved_meanwhile: |domain, owner| match owner {
            Some((number, name)) => format!("{domain} gehört inzwischen {number} {name}."),
            None => format!("{domain} gehört inzwischen keinem Kunden mehr."),
        },
        to_its_page: "Zur Domain",
        gone_meanwhile: "Diese Domain gibt es nicht mehr, oder sie gehört nicht zu deiner Kundennummer.",
        created: |name| format!("Domain {name} wurde angelegt."),
        saved: |name| format!("Domain {name} wurde gespeichert."),
        released: |name| format!("Domain {name} ist wieder frei."),
        assigned: |names| format!("Zugeordnet: {names}."),
        moved_from: |name, number| format!("{name} (bisher {number})"),
        assigned_count: |count| match count {
            0 => "Es war schon alles zugeordnet.".to_owned(),
            1 => "1 Domain wurde zugeordnet.".to_owned(),
            _ => format!("{count} Domains wurden zugeordnet."),
        },
    },
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!(
                "Der Inhaber muss seine E-Mail-Adresse bis {} bestätigen, sonst wird die Domain abgeschaltet.",
                day(until)
            ),
            Advice::Verify { until: None } => {
                "Der Inhaber muss seine E-Mail-Adresse bestätigen, sonst wird die Domain abgeschaltet.".to_owned()
            }
            Advice::VerificationOverdue { since } => format!(
                "Die Frist zur Bestätigung der E-Mail-Adresse ist seit {} vorbei: Der Inhaber muss sie sofort bestätigen.",
                day(since)
            ),
            Advice::VerificationFailed => {
                "Die Verifizierung ist fehlgeschlagen: Die Inhaberdaten müssen berichtigt werden.".to_owned()
            }
            Advice::ZoneMissing => {
                "Für diese Domain antwortet kein Nameserver: Eine Zone muss angelegt werden.".to_owned()
            }
            Advice::WillEnd => {
                "Die Domain endet mit ihrer Laufzeit. Soll sie bleiben, muss sie auf AUTORENEW gestellt werden.".to_owned()
            }
            Advice::Unlocked => {
                "Alles in Ordnung. Ohne Transfer-Lock kann die Domain aber leichter umgezogen werden.".to_owned()
            }
            Advice::Well => "Alles in Ordnung.".to_owned(),
            Advice::PartlyUnknown => {
                "Was bekannt ist, ist in Ordnung; der Rest ist nicht bekannt.".to_owned()
            }
            Advice::Unknown => "Über den Zustand dieser Domain ist noch nichts bekannt.".to_owned(),
        }
    },
    never_read: "noch nie abgefragt",
    label: |field| match field {
        DomainField::Domain => "Domain",
        DomainField::Contract => "Vertrag",
        DomainField::Registrar => "Registrar",
        DomainField::Status => "Status",
        DomainField::Verification => "Verifizierung",
        DomainField::VerificationUntil => "Verifizierung bis",
        DomainField::Zone => "Zone",
        DomainField::TransferLock => "Transfer-Lock",
        DomainField::RenewalMode => "Renewal-Mode",
        DomainField::AsOf => "Stand",
    },
    choice: |field, word| {
        match (field, word) {
            (_, "unknown") => "unbekannt",
            (DomainField::Status, "active") => "aktiv",
            (DomainField::Status, "inactive") => "inaktiv",
            (DomainField::Verification, "pending") => "ausstehend",
            (DomainField::Verification, "failed") => "fehlgeschlagen",
            (DomainField::Zone, "missing") => "fehlt",
            (DomainField::TransferLock, "on") => "an",
            (DomainField::TransferLock, "off") => "aus",
            (_, other) => other,
        }
        .to_owned()
    },
    state: "Domainzustand",
    name_note: "Die Domain auch mit Umlauten, z. B. müller.de",
    state_note: "Wie es beim Registrar steht. Was du änderst, bekommt den heutigen Stand; mit einem Stand gelten alle vier Werte für diesen Tag.",
    registrar_said: |status| format!("Status beim Registrar: {status}"),
    remove: "Domain entfernen",
    remove_submit: "Entfernen",
    remove_question: |domain| format!("{domain} wird aus MKM entfernt."),
    remove_meaning: "Beim Registrar ändert sich dadurch nichts. In MKM lässt es sich nicht rückgängig machen.",
    removed: |name| format!("Domain {name} wurde entfernt."),
};

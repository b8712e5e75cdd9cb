//! Lists, in German.

use domain::domain_state::Advice;

use super::{
    super::{ListWords, Lists, grouped},
    TEXTS,
};

pub const LISTS: Lists = Lists {
    domains: ListWords {
        title: "Domainverwaltung",
        overview: "Alle Domains",
        new_entry: "Neue Domain",
        search: "Domains filtern",
        search_placeholder: "Domain, Vertrag, Registrar oder Kunde",
        table: "Domains",
        range: |first, last, matched, total| {
            range(
                first,
                last,
                matched,
                total,
                if matched == 1 { "Domain" } else { "Domains" },
            )
        },
        nothing_found: "Keine Domains gefunden.",
        welcome: "Noch keine Domains",
        welcome_text: "Hier stehen bald alle Domains mit ihrem Zustand und dem Kunden, dem sie zugeordnet sind. Trage die erste ein, oder lass eine Domainliste einlesen.",
    },
    products: ListWords {
        title: "Produktverwaltung",
        overview: "Alle Produkte",
        new_entry: "Neues Produkt",
        search: "Produkte filtern",
        search_placeholder: "Bezeichnung, Artikel, Vertrag oder Kunde",
        table: "Produkte",
        range: |first, last, matched, total| {
            range(
                first,
                last,
                matched,
                total,
                if matched == 1 { "Produkt" } else { "Produkten" },
            )
        },
        nothing_found: "Keine Produkte gefunden.",
        welcome: "Noch keine Produkte",
        welcome_text: "Hier stehen bald die Produkte aus dem Shop und deine eigenen, mit dem Kunden, dem sie zugeordnet sind.",
    },
    customer: "Kunde",
    assignment: "Zuordnung",
    unassigned: "nicht zugeordnet",
    assigned: "zugeordnet",
    needs_action: "braucht Handeln",
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!("Verifizieren bis {}", day(until)),
            Advice::Verify { until: None } => "Verifizieren".to_owned(),
            Advice::VerificationOverdue { since } => {
                format!("Verifizierung überfällig seit {}", day(since))
            }
            Advice::VerificationFailed => "Verifizierung fehlgeschlagen".to_owned(),
            Advice::ZoneMissing => "Zone fehlt".to_owned(),
            Advice::WillEnd => "endet mit der Laufzeit".to_owned(),
            Advice::Unlocked => "ok, ohne Transfer-Lock".to_owned(),
            Advice::Well => "ok".to_owned(),
            Advice::PartlyUnknown => "teils unbekannt".to_owned(),
            Advice::Unknown => "unbekannt".to_owned(),
        }
    },
    edit_of: |name| format!("Bearbeiten: {name}"),
    select: |name| format!("Auswählen: {name}"),
    select_all: "Alle auf dieser Seite auswählen",
    selection: "Auswahl",
    selected: |amount| format!("{} ausgewählt", grouped(amount, '.')),
    most_selected: " (mehr gehen nicht auf einmal)",
    clear_selection: "Auswahl aufheben",
    assign: "Kunden zuordnen",
    assign_submit: "Zuordnen",
    release: "Zuordnung lösen",
    release_submit: "Lösen",
    release_question: |assigned| match assigned {
        0 => "Nichts davon ist einem Kunden zugeordnet.".to_owned(),
        1 => "1 Eintrag gehört dann keinem Kunden mehr.".to_owned(),
        _ => format!("{assigned} Einträge gehören dann keinem Kunden mehr."),
    },
    pick_search: "Kunden suchen",
    pick_placeholder: "Nummer, Name oder Firma",
    nobody_found: "Keine Kunden gefunden.",
    will_belong_to: |amount, number, name| match amount {
        1 => format!("1 Eintrag wird {number} {name} zugeordnet."),
        _ => format!("{amount} Einträge werden {number} {name} zugeordnet."),
    },
    change_owner: "Das wechselt den Kunden:",
    taken_from: |what, number, name| format!("{what} gehört bisher {number} {name}"),
    and_more: |more| format!("und {more} weitere"),
    assigned_to: |moved, number| match moved {
        0 => "Es war schon alles zugeordnet.".to_owned(),
        1 => format!("1 Eintrag wurde Kunde {number} zugeordnet."),
        _ => format!("{moved} Einträge wurden Kunde {number} zugeordnet."),
    },
    released: |moved| match moved {
        0 => "Es war nichts zugeordnet.".to_owned(),
        1 => "1 Eintrag ist wieder frei.".to_owned(),
        _ => format!("{moved} Einträge sind wieder frei."),
    },
};

fn range(first: u32, last: u32, matched: u32, total: u32, noun: &str) -> String {
    let range = format!(
        "{}–{} von {} {noun}",
        grouped(first, '.'),
        grouped(last, '.'),
        grouped(matched, '.')
    );
    if matched == total {
        range
    } else {
        format!("{range} (gefiltert aus {})", grouped(total, '.'))
    }
}

//! The portal and what is proposed there, in German.

use domain::domain_state::Advice;

use super::{
    super::{Portal, PortalFrame, Proposals},
    TEXTS,
};

pub const FRAME: PortalFrame = PortalFrame {
    menu: "Meine Daten",
    account: "Konto",
    contact: "Dein Ansprechpartner",
    back: "Zu meinen Daten",
};

pub const PORTAL: Portal = Portal {
    choose: "Wähle, wessen Daten du sehen möchtest.",
    no_customers: "Mit deinem Konto sind noch keine Daten verknüpft. Bitte wende dich an deinen Ansprechpartner.",
    number: |number| format!("Kundennummer {number}"),
    to_act_on: |count| match count {
        1 => "Bei 1 Domain ist etwas zu tun".to_owned(),
        _ => format!("Bei {count} Domains ist etwas zu tun"),
    },
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!(
                "Bitte bestätige deine E-Mail-Adresse bis {}: Der Registrar hat dir dazu geschrieben. Sonst wird die Domain abgeschaltet.",
                day(until)
            ),
            Advice::Verify { until: None } => "Bitte bestätige deine E-Mail-Adresse: Der Registrar hat dir dazu geschrieben. Sonst wird die Domain abgeschaltet.".to_owned(),
            Advice::VerificationOverdue { since } => format!(
                "Die Frist zur Bestätigung deiner E-Mail-Adresse ist seit {} vorbei. Bitte bestätige sie sofort oder wende dich an deinen Ansprechpartner.",
                day(since)
            ),
            Advice::VerificationFailed => "Deine Angaben als Inhaber wurden nicht anerkannt. Bitte prüfe deine Daten und schlage eine Korrektur vor.".to_owned(),
            Advice::ZoneMissing => "Unter dieser Domain ist zurzeit nichts zu erreichen. Bitte wende dich an deinen Ansprechpartner.".to_owned(),
            Advice::WillEnd => "Diese Domain endet mit ihrer Laufzeit. Soll sie bleiben, sag bitte deinem Ansprechpartner Bescheid.".to_owned(),
            Advice::Unlocked => "Nichts zu tun. Die Domain ist nicht gegen einen Umzug gesperrt.".to_owned(),
            Advice::Well => "Alles in Ordnung.".to_owned(),
            Advice::PartlyUnknown => "Was bekannt ist, ist in Ordnung.".to_owned(),
            Advice::Unknown => "Über den Zustand ist noch nichts bekannt.".to_owned(),
        }
    },
    state: "Einzelheiten",
    no_domains: "Es sind keine Domains zugeordnet.",
    no_products: "Es sind keine Produkte zugeordnet.",
    since: |day| format!("seit {day}"),
    propose: "Korrektur vorschlagen",
    propose_intro: "Ändere, was nicht mehr stimmt. Dein Ansprechpartner prüft den Vorschlag, bevor er gilt.",
    propose_submit: "Vorschlag senden",
    sent: "Dein Vorschlag ist gesendet.",
    nothing_changed: "Deine Angaben entsprechen dem, was gespeichert ist: Es wartet kein Vorschlag.",
    waiting: |day| format!("Dein Vorschlag vom {day} wartet auf eine Entscheidung:"),
    decided: |made, decided| {
        format!("Über deinen Vorschlag vom {made} wurde am {decided} entschieden:")
    },
    accepted: "übernommen",
    declined: "nicht übernommen",
};

pub const PROPOSALS: Proposals = Proposals {
    title: "Vorgeschlagene Korrektur",
    all: "Offene Korrekturvorschläge",
    from: "Vorgeschlagen von",
    day: "Am",
    none: "Es wartet kein Vorschlag auf eine Entscheidung.",
    by: |who, day| format!("{who} hat am {day} diese Änderungen vorgeschlagen."),
    field: "Feld",
    today: "Heute",
    proposed: "Vorschlag",
    accept: "Übernehmen",
    accept_of: |field| format!("{field} übernehmen"),
    note: "Was nicht angehakt ist, wird abgelehnt.",
    decide: "Entscheidung speichern",
    decided: "Über den Vorschlag ist entschieden.",
    misfit: "So passen die Angaben nicht zusammen, z. B. PLZ und Land. Übernimm zusammengehörende Felder gemeinsam.",
};

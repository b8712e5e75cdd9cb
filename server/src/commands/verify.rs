//! `mkm verify`

use db::{Check, Fault, FaultKind, Finding};

use crate::{
    cli::Options,
    database::{Database, verify_sentence},
    embedded_postgres::Sharing,
    stop::Stop,
    terminal,
};

/// Most faults of one check that are listed: more are said as a number.
const LISTED: usize = 50;

/// Checks the database, changing nothing in it.
///
/// # Errors
/// [`Stop`]: it could not be checked, or it has faults, which were listed.
pub async fn run(options: &Options) -> Result<(), Stop> {
    let (source, setting) = options.backup_source()?;
    let database = Database::open(source, Sharing::Joins).await?;
    report(database.backup_url(), setting).await
}

/// Prints what each check looked at, and a sentence for each fault.
///
/// # Errors
/// [`Stop`], as above.
pub(super) async fn report(url: &str, setting: &str) -> Result<(), Stop> {
    let findings = db::verify(url)
        .await
        .map_err(|error| verify_sentence(&error, setting))?;
    let mut amount = 0;
    for finding in &findings {
        print(finding);
        amount += finding.faults.len();
    }
    let looked_at_rows = findings
        .iter()
        .any(|finding| finding.check == Check::AuditChain);
    if !looked_at_rows {
        terminal::complain(
            "Die Zeilen wurden nicht geprüft: Die Tabellen sind nicht die dieses Programms.",
        );
    }
    match amount {
        0 => {
            terminal::say("Die Datenbank ist in Ordnung.");
            Ok(())
        }
        1 => Err(Stop::failed("Die Datenbank hat einen Fehler.")),
        amount => Err(Stop::failed(format!("Die Datenbank hat {amount} Fehler."))),
    }
}

fn print(finding: &Finding) {
    let outcome = match finding.faults.len() {
        0 => "in Ordnung".to_owned(),
        amount => format!("Fehler: {amount}"),
    };
    terminal::say(&format!(
        "{}: {} geprüft, {outcome}",
        title(finding.check),
        finding.looked_at
    ));
    for fault in finding.faults.iter().take(LISTED) {
        terminal::complain(&format!("  {}", sentence(fault)));
    }
    let more = finding.faults.len().saturating_sub(LISTED);
    if more > 0 {
        terminal::complain(&format!("  … und {more} weitere."));
    }
}

fn title(check: Check) -> &'static str {
    match check {
        Check::RowSecurity => "Tabellen, die Reseller trennen",
        Check::Policies => "Regeln der Trennung",
        Check::Keys => "Schlüssel, Indizes und Fremdschlüssel",
        Check::Guards => "Trigger und Bedingungen in Kraft",
        Check::Migrations => "Migrationen",
        Check::References => "Verweise zwischen Zeilen",
        Check::Conditions => "Bedingungen an Zeilen",
        Check::ListKeys => "Sortier- und Suchschlüssel",
        Check::Counts => "Gespeicherte Anzahlen",
        Check::AuditChain => "Kette des Protokolls",
    }
}

fn sentence(fault: &Fault) -> String {
    let place = &fault.place;
    match fault.kind {
        FaultKind::RowSecurityNotForced => {
            format!("Die Tabelle {place} trennt die Reseller nicht (forced row-level security).")
        }
        FaultKind::PolicyMissing => format!("Die Tabelle {place} hat keine Regel der Trennung."),
        FaultKind::PolicyHalf => {
            format!("Die Regel {place} gilt nicht für Lesen und Schreiben gleichermaßen.")
        }
        FaultKind::PolicyLoose => format!("Die Regel {place} zeigt Zeilen anderer Reseller."),
        FaultKind::KeyWithoutReseller => {
            format!("Der Schlüssel oder Index {place} beginnt nicht mit dem Reseller.")
        }
        FaultKind::ForeignKeyWithoutReseller => {
            format!("Der Fremdschlüssel {place} enthält den Reseller nicht.")
        }
        FaultKind::UnknownOwnersFunction => format!(
            "Die Funktion {place} läuft mit den Rechten des Besitzers und gehört nicht zum Programm."
        ),
        FaultKind::TriggerOff => format!("Der Trigger {place} ist abgeschaltet."),
        FaultKind::NotValidated => {
            format!("Die Bedingung oder der Index {place} gilt nicht für alle Zeilen.")
        }
        FaultKind::MigrationMissing => {
            format!("Die Migration {place} fehlt: „mkm migrate“ holt sie nach.")
        }
        FaultKind::MigrationUnknown => {
            format!("Die Migration {place} kennt dieses Programm nicht: Es ist zu alt.")
        }
        FaultKind::MigrationChanged => {
            format!("Die Migration {place} war eine andere, als sie angewandt wurde.")
        }
        FaultKind::MigrationUnfinished => format!("Die Migration {place} wurde nicht fertig."),
        FaultKind::ReferenceDangling => {
            format!("Zeilen verweisen auf nichts: {place} (Anzahl in Klammern).")
        }
        FaultKind::ConditionBroken => {
            format!("Zeilen verletzen eine Bedingung: {place} (Anzahl in Klammern).")
        }
        FaultKind::ListKeyWrong => {
            format!("Die Sortier- oder Suchschlüssel passen nicht zu den Spalten: {place}.")
        }
        FaultKind::CountWrong => format!("Die gespeicherte Anzahl stimmt nicht: {place}."),
        FaultKind::EntryChanged => format!("Der Eintrag ist nicht, was er war: {place}."),
        FaultKind::EntryUnsealed => format!("Der Eintrag gehört nicht zur Kette: {place}."),
        FaultKind::EntryGone => format!("Der Eintrag fehlt, den die Kette hier hat: {place}."),
        FaultKind::LinkGone => format!("Vor diesem Glied der Kette fehlt eines: {place}."),
    }
}

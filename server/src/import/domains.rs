//! Domains: the columns are the form's fields, by their German labels, and whose they are.

use app::locale::Language;
use domain::{
    domain_form::{DomainField, DomainForm},
    form::{Form, FormField},
    ports::{DomainNames, ImportedDomain},
    values::{Line, ValueError},
};

use super::{CellFaults, Column, Fault, Read, Row};

/// What a file of domains can say of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainColumn {
    Form(DomainField),
    /// The registrar's own word for the domain's status.
    RegistrarStatus,
    /// Number of the customer it is assigned to.
    Customer,
}

/// Most characters of the registrar's word.
const MAX_STATUS: usize = 200;

impl Column for DomainColumn {
    const ALL: &'static [Self] = &[
        Self::Form(DomainField::Domain),
        Self::Form(DomainField::Contract),
        Self::Form(DomainField::Registrar),
        Self::Form(DomainField::Status),
        Self::Form(DomainField::Verification),
        Self::Form(DomainField::VerificationUntil),
        Self::Form(DomainField::Zone),
        Self::Form(DomainField::TransferLock),
        Self::Form(DomainField::RenewalMode),
        Self::Form(DomainField::AsOf),
        Self::RegistrarStatus,
        Self::Customer,
    ];
    const THINGS: &'static str = "Domains";

    fn title(self) -> &'static str {
        match self {
            Self::Form(field) => (Language::German.texts().domains().label)(field),
            Self::RegistrarStatus => "Registrarstatus",
            Self::Customer => "Kundennummer",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Form(field) if field.is_required())
    }
}

/// Reads all domains of a file.
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read(
    bytes: &[u8],
    names: &dyn DomainNames,
) -> Result<Vec<Read<ImportedDomain>>, Vec<Fault>> {
    super::read(bytes, |row| read_row(row, names))
}

/// What to say where its name is taken.
pub fn taken(domain: &Read<ImportedDomain>) -> Fault {
    domain.fault(
        DomainColumn::Form(DomainField::Domain),
        ValueError::DomainTaken,
    )
}

/// What to say where its customer is not there.
pub fn without_customer(domain: &Read<ImportedDomain>) -> Fault {
    domain.fault(DomainColumn::Customer, ValueError::NoSuchCustomer)
}

fn read_row(
    row: &Row<'_, DomainColumn>,
    names: &dyn DomainNames,
) -> Result<ImportedDomain, CellFaults<DomainColumn>> {
    let domain = form(row).validate(names);
    let status = status(row.cell(DomainColumn::RegistrarStatus));
    match (domain, status) {
        (Ok(domain), Ok(registrar_status)) => Ok(ImportedDomain {
            domain,
            registrar_status,
            customer: Some(row.cell(DomainColumn::Customer))
                .filter(|number| !number.is_empty())
                .map(str::to_owned),
        }),
        (domain, status) => {
            let errors = domain.err().unwrap_or_default();
            let fields = errors
                .iter()
                .map(|(field, error)| (DomainColumn::Form(field), error));
            let status = status
                .err()
                .map(|error| (DomainColumn::RegistrarStatus, error));
            Err(fields.chain(status).collect())
        }
    }
}

/// The form that a row fills in.
fn form(row: &Row<'_, DomainColumn>) -> DomainForm {
    let mut form = DomainForm::default();
    for field in DomainField::ALL {
        let cell = row.cell(DomainColumn::Form(field));
        match field.choices() {
            [] => *form.value_mut(field) = cell.to_owned(),
            // An empty cell is what a fresh form has: active, and of an unknown state.
            _ if cell.is_empty() => {}
            choices => *form.value_mut(field) = choice(field, choices, cell),
        }
    }
    form
}

/// The value that is called so in German, or the value itself; anything else stays, for the rules to
/// refuse.
fn choice(field: DomainField, choices: &[&str], cell: &str) -> String {
    let called = Language::German.texts().domains().choice;
    let is_meant = |value: &&&str| {
        cell.eq_ignore_ascii_case(value)
            || cell.to_lowercase() == called(field, value).to_lowercase()
    };
    let found = choices.iter().find(is_meant);
    found.copied().unwrap_or(cell).to_owned()
}

fn status(cell: &str) -> Result<String, ValueError> {
    match Line::<MAX_STATUS>::parse(cell) {
        Ok(status) => Ok(status.as_str().to_owned()),
        Err(ValueError::Required) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use domain::domain_state::{RenewalMode, TransferLock, Verification, Zone};

    use super::*;
    use crate::domain_names::PublicSuffixes;

    fn sentences(file: &str) -> Vec<String> {
        let faults = read(file.as_bytes(), &PublicSuffixes).unwrap_err();
        let say = |fault: &Fault| fault.sentence(Language::German);
        faults.iter().map(say).collect()
    }

    #[test]
    fn a_row_is_read_with_the_words_of_the_form() {
        let file = "Vertrag;Domain;Registrar;Status;Verifizierung;Verifizierung bis;Zone;Transfer-Lock;Renewal-Mode;Registrarstatus;Kundennummer\n\
            D-1;Müller.de;INWX;Inaktiv;ausstehend;31.12.2026;fehlt;aus;autodelete;DELETE SCHEDULED;K-1\n\
            D-2;b.de;INWX;;;;;;;;\n";
        let read = read(file.as_bytes(), &PublicSuffixes).unwrap();
        let first = &read[0].value;
        assert_eq!(first.domain.name.as_str(), "xn--mller-kva.de");
        assert!(!first.domain.active);
        assert!(matches!(
            first.domain.flags.verification,
            Verification::Pending { until: Some(_) }
        ));
        assert_eq!(first.domain.flags.zone, Zone::Missing);
        assert_eq!(first.domain.flags.transfer_lock, TransferLock::Off);
        assert_eq!(first.domain.flags.renewal, RenewalMode::AutoDelete);
        assert_eq!(first.registrar_status, "DELETE SCHEDULED");
        assert_eq!(first.customer.as_deref(), Some("K-1"));
        let second = &read[1].value;
        assert!(second.domain.active);
        assert_eq!(second.domain.flags.zone, Zone::Unknown);
        assert_eq!((second.customer.as_deref(), read[1].line), (None, 3));
    }

    #[test]
    fn each_fault_names_row_and_column() {
        let file = "Vertrag;Domain;Registrar;Zone\nD-1;a.dee;INWX;ok\n;b.de;INWX;vielleicht\n";
        assert_eq!(
            sentences(file),
            [
                "Zeile 2, Spalte Domain: Diese Endung gibt es nicht. Bitte prüfe die Schreibweise.",
                "Zeile 3, Spalte Vertrag: Bitte fülle dieses Feld aus.",
                "Zeile 3, Spalte Zone: Bitte wähle einen Wert aus der Liste.",
            ]
        );
        assert_eq!(
            sentences("Vertrag;Domain\nD-1;a.de\n"),
            ["Kopfzeile: Die Spalte „Registrar“ fehlt."]
        );
    }
}

//! `mkm import customers`

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use app::locale::Language;
use db::Db;
use domain::{
    ports::{Customers, ImportRefusal},
    principal::Desk,
};

use crate::{
    database::refusal_sentence,
    import::{self, Fault, Imported},
    phone::NumberingPlans,
    stop::Stop,
    terminal,
};

/// Most faults that are listed: more are said as a number.
const LISTED: usize = 1_000;

/// Reads the file and stores its customers, all or none.
///
/// # Errors
/// [`Stop::Failed`]; faulty rows are listed before.
pub async fn run(db: &Db, reseller: &str, file: &Path) -> Result<(), Stop> {
    let found = db
        .reseller_by_number(reseller)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    let reseller = found
        .ok_or_else(|| Stop::failed(format!("--reseller: Es gibt keinen Reseller {reseller}.")))?;
    let bytes = read(file).map_err(|error| Stop::failed(format!("{}: {error}", file.display())))?;
    let customers = match import::read(&bytes, &NumberingPlans) {
        Ok(customers) => customers,
        Err(faults) => return Err(list(&faults)),
    };
    let new: Vec<_> = customers
        .iter()
        .map(|imported| imported.customer.clone())
        .collect();
    match db.import(&Desk::of_operator(reseller), &new).await {
        Ok(()) => {
            terminal::say(&format!("{} Kunden wurden eingelesen.", new.len()));
            Ok(())
        }
        Err(ImportRefusal::NumbersTaken(indexes)) => Err(list(&taken(&customers, &indexes))),
        Err(ImportRefusal::Refused(refusal)) => Err(refusal_sentence(&refusal)),
    }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file.as_os_str() != "-" {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn taken(customers: &[Imported], indexes: &[usize]) -> Vec<Fault> {
    indexes
        .iter()
        .filter_map(|index| customers.get(*index))
        .map(Imported::taken)
        .collect()
}

/// Prints the faults, and says what became of the import.
fn list(faults: &[Fault]) -> Stop {
    for fault in faults.iter().take(LISTED) {
        terminal::complain(&fault.sentence(Language::German));
    }
    if let Some(more) = faults.len().checked_sub(LISTED).filter(|more| *more > 0) {
        terminal::complain(&format!("… und {more} weitere Fehler."));
    }
    Stop::failed("Es wurde nichts eingelesen.")
}

//! `mkm import customers`

use std::path::Path;

use db::Db;
use domain::{
    customer::NewCustomer,
    ports::{Customers, ImportRefusal},
    principal::Desk,
};

use super::import_file;
use crate::{
    database::refusal_sentence,
    import::{Fault, Read, customers},
    phone::NumberingPlans,
    stop::Stop,
    terminal,
};

/// Reads the file and stores its customers, all or none.
///
/// # Errors
/// [`Stop::Failed`]; faulty rows are listed before.
pub async fn run(db: &Db, reseller: &str, file: &Path) -> Result<(), Stop> {
    let desk = desk_of(db, reseller).await?;
    let bytes = import_file::bytes(file)?;
    let read =
        customers::read(&bytes, &NumberingPlans).map_err(|faults| import_file::list(&faults))?;
    let new: Vec<_> = read.iter().map(|row| row.value.clone()).collect();
    let may = desk.may().map_err(|refusal| refusal_sentence(&refusal))?;
    match db.import(&may, &new).await {
        Ok(()) => {
            terminal::say(&format!("{} Kunden wurden eingelesen.", new.len()));
            Ok(())
        }
        Err(ImportRefusal::NumbersTaken(indexes)) => {
            Err(import_file::list(&taken(&read, &indexes)))
        }
        Err(ImportRefusal::Refused(refusal)) => Err(refusal_sentence(&refusal)),
    }
}

/// The desk of the reseller that `--reseller` names.
pub(super) async fn desk_of(db: &Db, reseller: &str) -> Result<Desk, Stop> {
    let found = db
        .reseller_by_number(reseller)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    found
        .map(Desk::of_operator)
        .ok_or_else(|| Stop::failed(format!("--reseller: Es gibt keinen Reseller {reseller}.")))
}

fn taken(read: &[Read<NewCustomer>], indexes: &[usize]) -> Vec<Fault> {
    let rows = indexes.iter().filter_map(|index| read.get(*index));
    rows.map(customers::taken).collect()
}

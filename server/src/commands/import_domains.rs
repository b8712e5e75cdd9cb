//! `mkm import domains`

use std::path::Path;

use db::Db;
use domain::ports::{DomainImportRefusal, Domains, ImportedDomain};

use super::{import_customers::desk_of, import_file};
use crate::{
    database::refusal_sentence,
    domain_names::PublicSuffixes,
    import::{Fault, Read, domains},
    stop::Stop,
    terminal,
};

/// Reads the file and stores its domains, all or none.
///
/// # Errors
/// [`Stop::Failed`]; faulty rows are listed before.
pub async fn run(db: &Db, reseller: &str, file: &Path) -> Result<(), Stop> {
    let desk = desk_of(db, reseller).await?;
    let bytes = import_file::bytes(file)?;
    let read =
        domains::read(&bytes, &PublicSuffixes).map_err(|faults| import_file::list(&faults))?;
    let new: Vec<_> = read.iter().map(|row| row.value.clone()).collect();
    let may = desk.may().map_err(|refusal| refusal_sentence(&refusal))?;
    match db.import_domains(&may, &new).await {
        Ok(()) => {
            terminal::say(&format!("{} Domains wurden eingelesen.", new.len()));
            Ok(())
        }
        Err(DomainImportRefusal::Faulty {
            names_taken,
            no_such_customer,
        }) => Err(import_file::list(&faults(
            &read,
            &names_taken,
            &no_such_customer,
        ))),
        Err(DomainImportRefusal::Refused(refusal)) => Err(refusal_sentence(&refusal)),
    }
}

/// In the order of the file.
fn faults(
    read: &[Read<ImportedDomain>],
    names_taken: &[usize],
    no_such_customer: &[usize],
) -> Vec<Fault> {
    let taken = names_taken.iter().map(|index| (index, true));
    let unknown = no_such_customer.iter().map(|index| (index, false));
    let mut places: Vec<_> = taken.chain(unknown).collect();
    places.sort_by_key(|(index, _)| **index);
    let fault = |(index, is_taken): (&usize, bool)| {
        let row = read.get(*index)?;
        Some(if is_taken {
            domains::taken(row)
        } else {
            domains::without_customer(row)
        })
    };
    places.into_iter().filter_map(fault).collect()
}

//! `mkm import products`

use std::path::Path;

use db::Db;

use super::{import_articles::said, import_file};
use crate::{database::refusal_sentence, import::products, stop::Stop, terminal};

/// Reads the file and stores its products, all or none.
///
/// # Errors
/// [`Stop::Failed`]; faulty rows are listed before.
pub async fn run(db: &Db, file: &Path) -> Result<(), Stop> {
    let bytes = import_file::bytes(file)?;
    let read = products::read(&bytes).map_err(|faults| import_file::list(&faults))?;
    let purchases = read.iter().map(|row| row.value.clone()).collect();
    let outcome = db
        .import_purchases(purchases)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    match outcome {
        Ok(done) => {
            terminal::say(&said("Produkte", done));
            Ok(())
        }
        Err(faults) => Err(import_file::list(&products::not_stored(&read, &faults))),
    }
}

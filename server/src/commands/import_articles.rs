//! `mkm import articles`

use std::path::Path;

use db::{Db, Imported};

use super::import_file;
use crate::{database::refusal_sentence, import::articles, stop::Stop, terminal};

/// Reads the file and stores its articles, all or none.
///
/// # Errors
/// [`Stop::Failed`]; faulty rows are listed before.
pub async fn run(db: &Db, file: &Path) -> Result<(), Stop> {
    let bytes = import_file::bytes(file)?;
    let read = articles::read(&bytes).map_err(|faults| import_file::list(&faults))?;
    let articles = read.into_iter().map(|row| row.value).collect();
    let done = db
        .import_articles(articles)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    terminal::say(&said("Artikel", done));
    Ok(())
}

/// What was done, as one sentence.
pub(super) fn said(things: &str, done: Imported) -> String {
    let Imported {
        created,
        changed,
        unchanged,
    } = done;
    format!("{things}: {created} neu, {changed} geändert, {unchanged} unverändert.")
}

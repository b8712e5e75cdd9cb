//! `mkm backup`

use std::path::Path;

use tokio::process::Command;

use super::backup_file::Unfinished;
use crate::{
    cli::Options,
    database::{Database, verify_sentence},
    embedded_postgres::Sharing,
    postgres_programs::{Client, Login},
    stop::Stop,
    terminal,
};

/// Writes everything that the database holds to a new file, as one state of it.
///
/// # Errors
/// [`Stop`]: why there is no file.
pub async fn run(options: &Options, target: &Path) -> Result<(), Stop> {
    let unfinished = Unfinished::beside(target)?;
    let (source, setting) = options.backup_source()?;
    let database = Database::open(source, Sharing::Joins).await?;
    let url = database.backup_url();
    let (connection, version) = db::become_backup(url)
        .await
        .map_err(|error| verify_sentence(&error, setting))?;
    drop(connection);
    let client = Client::find(version)?;
    let login = Login::new(url, setting, database.is_embedded())?;
    let mut dump = client.command("pg_dump", &login);
    dump.args(["--format=custom", "--schema=public", "--role=mkm_backup"])
        // Whoever changes tables right now must not hold up all who come after.
        .arg("--lock-wait-timeout=60s")
        .stdout(unfinished.output()?);
    output(dump, "pg_dump").await?;
    // A file whose own list of contents cannot be read is no backup.
    let mut list = client.offline("pg_restore");
    list.arg("--list").arg(unfinished.path());
    output(list, "pg_restore").await?;
    let length = unfinished.finish()?;
    terminal::say(&format!(
        "Die Sicherung {} ist geschrieben ({} KiB).",
        target.display(),
        length.div_ceil(1024)
    ));
    Ok(())
}

/// What a program of PostgreSQL wrote.
pub(super) async fn output(mut command: Command, name: &str) -> Result<String, Stop> {
    let child = command
        .spawn()
        .map_err(|error| Stop::failed(format!("{name} läuft nicht: {error}")))?;
    let output = child
        .wait_with_output()
        .await
        .map_err(|error| Stop::failed(format!("{name} läuft nicht: {error}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Stop::failed(format!(
        "{name} ist gescheitert: {}",
        said.trim()
    )))
}

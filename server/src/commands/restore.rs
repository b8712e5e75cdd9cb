//! `mkm restore`

use std::{path::Path, process::Stdio};

use db::RestoreTarget;
use tokio::io::AsyncWriteExt;

use super::{backup::output, backup_file::failed, verify};
use crate::{
    cli::Options,
    config::DATABASE_URL,
    database::{Database, connect_sentence, verify_sentence},
    embedded_postgres::Sharing,
    postgres_programs::{Client, Login},
    stop::Stop,
    terminal,
};

/// Fills an empty database from the file, in one transaction, and verifies it. Tables of an older program
/// are brought up to date.
///
/// # Errors
/// [`Stop`]: why it was not restored, or what is wrong with what was.
pub async fn run(options: &Options, file: &Path) -> Result<(), Stop> {
    std::fs::File::open(file).map_err(|error| failed(file, &error))?;
    let source = options.database_source()?;
    let database = Database::open(source, Sharing::Alone).await?;
    let target = db::restore_target(database.url())
        .await
        .map_err(|error| connect_sentence(&error, DATABASE_URL))?;
    if !target.empty {
        return Err(Stop::failed(
            "Die Datenbank ist nicht leer: Eine Sicherung wird nur in einer leeren wiederhergestellt.",
        ));
    }
    let (rows, setting) = url_for_verifying(options, &database)?;
    check_same(&rows, setting, &target).await?;
    let client = Client::find(target.version)?;
    let contents = contents(&client, file).await?;
    let login = Login::new(database.url(), DATABASE_URL, database.is_embedded())?;
    fill(&client, &login, file, &contents).await?;
    terminal::progress("Die Zeilen sind wiederhergestellt.");
    db::analyze(database.url())
        .await
        .map_err(|error| connect_sentence(&error, DATABASE_URL))?;
    database.migrate().await?;
    verify::report(&rows, setting).await
}

fn url_for_verifying(
    options: &Options,
    database: &Database,
) -> Result<(String, &'static str), Stop> {
    if database.is_embedded() {
        return Ok((database.backup_url().to_owned(), DATABASE_URL));
    }
    match options.backup_source()? {
        (crate::config::DatabaseSource::Url(url), setting) => Ok((url, setting)),
        (crate::config::DatabaseSource::Embedded(_), setting) => {
            Ok((database.url().to_owned(), setting))
        }
    }
}

/// Before anything is written: what will verify it must see this very database.
async fn check_same(url: &str, setting: &str, target: &RestoreTarget) -> Result<(), Stop> {
    let sentence = |error| verify_sentence(&error, setting);
    let (mut connection, _) = db::become_backup(url).await.map_err(sentence)?;
    let identity = db::database_identity(&mut connection)
        .await
        .map_err(|error| sentence(error.into()))?;
    if identity == target.identity {
        return Ok(());
    }
    Err(Stop::setting(
        setting,
        "Das ist eine andere Datenbank als die von DATABASE_URL.",
    ))
}

/// The list of what is in the file, without what is there in every database.
async fn contents(client: &Client, file: &Path) -> Result<String, Stop> {
    let mut list = client.offline("pg_restore");
    list.arg("--list").arg(file);
    let list = output(list, "pg_restore").await?;
    if !list.contains(" TABLE DATA public _sqlx_migrations ") {
        return Err(Stop::failed(format!(
            "{} ist keine Sicherung von MKM.",
            file.display()
        )));
    }
    let given = |line: &&str| {
        let kind = line.split_whitespace().nth(3);
        line.starts_with(';') || !matches!(kind, Some("SCHEMA" | "EXTENSION" | "COMMENT"))
    };
    Ok(list.lines().filter(given).collect::<Vec<_>>().join("\n"))
}

async fn fill(client: &Client, login: &Login, file: &Path, contents: &str) -> Result<(), Stop> {
    let not_running = |error| Stop::failed(format!("pg_restore läuft nicht: {error}"));
    let mut restore = client.command("pg_restore", login);
    restore
        .args(["--single-transaction", "--exit-on-error", "--no-owner"])
        .arg("--use-list=/dev/stdin")
        .arg(file)
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    let mut child = restore.spawn().map_err(not_running)?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that has ended already says why below.
        let _ = stdin.write_all(contents.as_bytes()).await;
    }
    let done = child.wait_with_output().await.map_err(not_running)?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(Stop::failed(format!(
        "pg_restore ist gescheitert, die Datenbank ist leer geblieben: {}",
        said.trim()
    )))
}

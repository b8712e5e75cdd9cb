//! Making the cluster, its roles and the database.

use std::{fs, path::Path, process::Command};

use sqlx::{Connection, PgConnection};

use super::{
    binaries::Binaries,
    folder::{Folder, wrong},
    run_as::RunAs,
    url,
};
use crate::{stop::Stop, terminal};

/// Makes an empty cluster. It gets its name only when it is whole: interrupted, the next start
/// begins anew.
pub(super) fn create(folder: &Folder, binaries: &Binaries, run_as: &RunAs) -> Result<(), Stop> {
    terminal::progress("PostgreSQL wird eingerichtet …");
    let unfinished = folder.path().join("postgres.new");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(|error| wrong(&unfinished, &error))?;
    }
    run_as
        .private_folder(&unfinished)
        .map_err(|error| wrong(&unfinished, &error))?;
    // ICU, because the C locale folds no umlauts and `lower(number)` must; the same on every system.
    let mut initdb = run_as.command(binaries, "initdb");
    initdb
        .args([
            "--data-checksums",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=icu",
        ])
        .args([
            "--icu-locale=und",
            "--username=postgres",
            "--auth=trust",
            "--no-instructions",
            "-D",
        ])
        .arg(&unfinished)
        .current_dir(folder.path());
    run(initdb, "initdb")?;
    let cluster = folder.cluster();
    fs::rename(&unfinished, &cluster).map_err(|error| wrong(&cluster, &error))
}

/// Sees to the roles and the database, each time: both may be new since the last program.
pub(super) async fn prepare(socket: &Path, binaries: &Binaries) -> Result<(), Stop> {
    let failed = |error: sqlx::Error| {
        Stop::failed(format!(
            "PostgreSQL konnte nicht eingerichtet werden: {error}"
        ))
    };
    let mut superuser = PgConnection::connect(&url("postgres", "postgres", socket))
        .await
        .map_err(failed)?;
    sqlx::raw_sql(db::ROLES_SQL)
        .execute(&mut superuser)
        .await
        .map_err(failed)?;
    superuser.close().await.map_err(failed)?;
    match PgConnection::connect(&url("mkm_owner", "mkm", socket)).await {
        Ok(owner) => owner.close().await.map_err(failed),
        Err(error) if is_missing_database(&error) => create_database(socket, binaries),
        Err(error) => Err(failed(error)),
    }
}

fn is_missing_database(error: &sqlx::Error) -> bool {
    // invalid_catalog_name
    error
        .as_database_error()
        .and_then(|error| error.code())
        .as_deref()
        == Some("3D000")
}

fn create_database(socket: &Path, binaries: &Binaries) -> Result<(), Stop> {
    let mut createdb = Command::new(binaries.path("createdb"));
    createdb
        .env_clear()
        .args(["--username=postgres", "--owner=mkm_owner", "--host"])
        .arg(socket)
        .arg(format!("--port={}", super::PORT))
        .arg("mkm");
    run(createdb, "createdb")
}

fn run(mut command: Command, name: &str) -> Result<(), Stop> {
    let output = command
        .output()
        .map_err(|error| Stop::failed(format!("{name} läuft nicht: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Stop::failed(format!(
        "{name} ist gescheitert: {}",
        said.trim()
    )))
}

//! What an operator does so that nothing is lost: backup, restore, verify.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Output,
};

use nix::sys::signal::Signal;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, PgPool, postgres::PgConnectOptions};

use crate::{
    program::{Installation, text},
    support::people,
};

const IN_ORDER: &str = "Die Datenbank ist in Ordnung.\n";

fn said(output: &Output) -> String {
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

fn named(installation: &Installation, name: &str) -> (PathBuf, String) {
    let file = installation.0.join(name);
    let argument = file.display().to_string();
    (file, argument)
}

#[tokio::test]
async fn a_backup_holds_every_row_whether_the_program_runs_or_not() {
    let here = Installation::new(0);
    let running = here.serve();
    let (file, while_running) = named(&here, "laufend.backup");
    let written = here.run(&["backup", &while_running]);
    assert!(written.status.success(), "{}", said(&written));
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let length = fs::metadata(&file).unwrap().len();
    let again = here.run(&["backup", &while_running]);
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).contains("gibt es schon"), "{}", said(&again));
    assert_eq!(fs::metadata(&file).unwrap().len(), length);
    running.end(Signal::SIGTERM);

    let (_, while_not) = named(&here, "ruhend.backup");
    let written = here.run(&["backup", &while_not]);
    assert!(written.status.success(), "{}", said(&written));
    let checked = here.run(&["verify"]);
    assert!(
        text(&checked.stdout).ends_with(IN_ORDER),
        "{}",
        said(&checked)
    );

    for file in [while_running, while_not] {
        let there = Installation::new(0);
        let restored = there.run(&["restore", &file]);
        assert!(restored.status.success(), "{}", said(&restored));
        assert_eq!(
            text(&restored.stdout),
            text(&checked.stdout),
            "as many rows of everything"
        );
        let again = there.run(&["restore", &file]);
        assert_eq!(again.status.code(), Some(1));
        assert!(said(&again).contains("ist nicht leer"), "{}", said(&again));
        let running = there.serve();
        let mut client = running.client();
        client.sign_in("demo", people::PASSWORD).await.leads_to("/");
        client.get("/mkm/kunden").await.shows("Huber");
        drop(running);
    }
}

/// A second, empty database beside the test's own; dropped with it.
async fn empty_beside(options: &PgConnectOptions) -> PgConnectOptions {
    let name = format!("beside_{}", uuid::Uuid::now_v7().simple());
    superuser(
        &options.clone().database("postgres"),
        &format!("create database {name} owner mkm_owner"),
    )
    .await;
    options.clone().database(&name)
}

async fn drop_beside(options: &PgConnectOptions) {
    let name = options.get_database().unwrap();
    superuser(
        &options.clone().database("postgres"),
        &format!("drop database {name} with (force)"),
    )
    .await;
}

async fn superuser(options: &PgConnectOptions, statements: &str) {
    let options = options.clone().username("postgres");
    let mut connection = options.connect().await.unwrap();
    connection
        .execute(AssertSqlSafe(statements.to_owned()))
        .await
        .unwrap();
}

/// `mkm` against a PostgreSQL that it does not run itself, with a login for backups that reads only.
fn mkm(installation: &Installation, options: &PgConnectOptions, arguments: &[&str]) -> Output {
    let owner = options.to_url_lossy();
    let backup = options.clone().username("mkm_nightly").to_url_lossy();
    installation
        .mkm(arguments)
        .env("DATABASE_URL", owner.as_str())
        .env("MKM_BACKUP_URL", backup.as_str())
        .output()
        .unwrap()
}

/// A login that is nothing but `mkm_backup`.
const NIGHTLY: &str = "
    do $$
    begin
        create role mkm_nightly login in role mkm_backup;
    exception when duplicate_object or unique_violation then null;
    end
    $$";

async fn with_demo(pool: &PgPool) -> PgConnectOptions {
    let options = (*pool.connect_options()).clone();
    superuser(&options, NIGHTLY).await;
    let db = db::Db::connect_with(options.clone()).await.unwrap();
    people::load_demo(&db, 5).await;
    db.close().await;
    options
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_postgres_is_backed_up_and_restored_by_a_login_that_only_reads(pool: PgPool) {
    let options = with_demo(&pool).await;
    let installation = Installation::new(0);
    let (_, file) = named(&installation, "mkm.backup");
    let url = options.to_url_lossy();
    let refused = installation
        .mkm(&["backup", &file])
        .env("DATABASE_URL", url.as_str())
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).starts_with("MKM_BACKUP_URL: Die Rolle mkm_owner darf nicht mkm_backup"),
        "{}",
        said(&refused)
    );
    let written = mkm(&installation, &options, &["backup", &file]);
    assert!(written.status.success(), "{}", said(&written));
    let checked = mkm(&installation, &options, &["verify"]);
    assert!(
        text(&checked.stdout).ends_with(IN_ORDER),
        "{}",
        said(&checked)
    );

    let beside = empty_beside(&options).await;
    let url = beside.to_url_lossy();
    let another = installation
        .mkm(&["restore", &file])
        .env("DATABASE_URL", url.as_str())
        .env(
            "MKM_BACKUP_URL",
            options
                .clone()
                .username("mkm_nightly")
                .to_url_lossy()
                .as_str(),
        )
        .output()
        .unwrap();
    assert_eq!(another.status.code(), Some(2), "{}", said(&another));
    assert!(said(&another).contains("eine andere Datenbank"));
    let restored = mkm(&installation, &beside, &["restore", &file]);
    assert!(restored.status.success(), "{}", said(&restored));
    assert_eq!(text(&restored.stdout), text(&checked.stdout));
    drop_beside(&beside).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_no_whole_backup_leaves_the_database_empty(pool: PgPool) {
    let options = with_demo(&pool).await;
    let installation = Installation::new(0);
    let (path, file) = named(&installation, "mkm.backup");
    assert!(
        mkm(&installation, &options, &["backup", &file])
            .status
            .success()
    );
    let beside = empty_beside(&options).await;
    let bytes = fs::read(&path).unwrap();
    let cut = bytes.get(..bytes.len() - 20_000).unwrap();
    for (name, bytes) in [("leer", &[] as &[u8]), ("text", b"hallo"), ("kurz", cut)] {
        let (broken, argument) = named(&installation, name);
        fs::write(&broken, bytes).unwrap();
        let refused = mkm(&installation, &beside, &["restore", &argument]);
        assert_eq!(refused.status.code(), Some(1), "{name}: {}", said(&refused));
        assert!(said(&refused).starts_with("pg_restore ist gescheitert"));
    }
    let missing = mkm(&installation, &beside, &["restore", "/gibt/es/nicht"]);
    assert!(said(&missing).starts_with("/gibt/es/nicht: "));
    let restored = mkm(&installation, &beside, &["restore", &file]);
    assert!(restored.status.success(), "{}", said(&restored));
    drop_beside(&beside).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_database_that_somebody_tampered_with_is_said_to_be(pool: PgPool) {
    let options = with_demo(&pool).await;
    let installation = Installation::new(0);
    superuser(
        &options,
        "alter table domain disable row level security;
         update customer set product_count = product_count + 1 where number = '123456'",
    )
    .await;
    let checked = mkm(&installation, &options, &["verify"]);
    assert_eq!(checked.status.code(), Some(1));
    let complaints = text(&checked.stderr);
    assert!(complaints.contains("Die Tabelle domain trennt die Reseller nicht"));
    assert!(complaints.contains("Die gespeicherte Anzahl stimmt nicht: customer.product_count "));
    assert!(
        complaints.ends_with("Die Datenbank hat 2 Fehler.\n"),
        "{complaints}"
    );
    assert!(text(&checked.stdout).contains("Gespeicherte Anzahlen: "));
}

#[test]
fn a_login_for_backups_that_is_no_address_is_named() {
    let installation = Installation::new(0);
    let output = installation
        .mkm(&["verify"])
        .env("MKM_BACKUP_URL", "mysql://localhost")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("MKM_BACKUP_URL: "));
    assert!(!Path::new(&installation.0.join("data")).exists());
}

//! The database of this run: somebody's, or one that the program runs itself.

use std::time::Duration;

use db::{ConnectError, Db, MigrateError, VerifyError};
use domain::refusal::Refusal;

use crate::{
    config::{BACKUP_URL, DATABASE_URL, DatabaseSource},
    embedded_postgres::{EmbeddedPostgres, Sharing},
    stop::Stop,
};

/// How often ended sessions and old links are removed.
const CLEANING: Duration = Duration::from_secs(300);

/// A database that can be connected to, for as long as this lives.
#[derive(Debug)]
pub struct Database {
    url: String,
    embedded: Option<EmbeddedPostgres>,
}

impl Database {
    /// Starts the embedded one where that is the source.
    ///
    /// # Errors
    /// [`Stop`] with a sentence for the terminal.
    pub async fn open(source: DatabaseSource, sharing: Sharing) -> Result<Self, Stop> {
        match source {
            DatabaseSource::Url(url) => Ok(Self {
                url,
                embedded: None,
            }),
            DatabaseSource::Embedded(dir) => {
                let embedded = EmbeddedPostgres::start(&dir, sharing).await?;
                let url = embedded.url().to_owned();
                Ok(Self {
                    url,
                    embedded: Some(embedded),
                })
            }
        }
    }

    /// As the owner of the tables.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// As somebody who may become `mkm_backup`, if it is the embedded one or was opened by such a login.
    pub fn backup_url(&self) -> &str {
        match &self.embedded {
            Some(embedded) => embedded.superuser_url(),
            None => &self.url,
        }
    }

    /// The program runs it itself.
    pub fn is_embedded(&self) -> bool {
        self.embedded.is_some()
    }

    /// Brings the tables up to date.
    ///
    /// # Errors
    /// [`Stop`] with a sentence for the terminal.
    pub async fn migrate(&self) -> Result<(), Stop> {
        db::migrate(&self.url)
            .await
            .map_err(|error| migrate_sentence(&error))
    }

    /// Connects. The tables of an embedded database are brought up to date first: nobody else would.
    ///
    /// # Errors
    /// [`Stop`] with a sentence for the terminal.
    pub async fn connect(&self) -> Result<Db, Stop> {
        if self.embedded.is_some() {
            self.migrate().await?;
        }
        self.connect_as_it_is().await
    }

    /// Connects and changes nothing.
    ///
    /// # Errors
    /// [`Stop`] with a sentence for the terminal.
    pub async fn connect_as_it_is(&self) -> Result<Db, Stop> {
        Db::connect(&self.url)
            .await
            .map_err(|error| connect_sentence(&error, DATABASE_URL))
    }
}

/// Reads lists and searches from a replica, where it is as far as the database itself.
///
/// # Errors
/// [`Stop`] with a sentence for the terminal.
pub fn reading_from(db: Db, replica: &str) -> Result<Db, Stop> {
    db.reading_from(replica)
        .map_err(|_| Stop::setting("MKM_READ_DATABASE_URL", "Die Adresse ist nicht lesbar."))
}

impl Database {
    /// Looks after the embedded one, for as long as this is polled.
    pub async fn keep_running(&mut self) {
        match &mut self.embedded {
            Some(embedded) => embedded.keep_running().await,
            None => std::future::pending().await,
        }
    }
}

/// Removes what is over, every few minutes, for as long as it is polled.
pub async fn keep_clean(db: Db) {
    let mut timer = tokio::time::interval(CLEANING);
    loop {
        timer.tick().await;
        if let Err(error) = db.delete_expired_sessions().await {
            tracing::warn!(%error, "ended sessions could not be removed");
        }
    }
}

/// What a refusal means at the terminal.
pub fn refusal_sentence(refusal: &Refusal) -> Stop {
    match refusal {
        Refusal::Unavailable => Stop::failed("Die Datenbank antwortet nicht."),
        Refusal::Internal(incident) => Stop::failed(format!(
            "Ein Fehler im Programm; das Protokoll nennt ihn unter {incident}."
        )),
        other => Stop::failed(format!("Die Datenbank lehnt ab: {other}.")),
    }
}

/// Why the database of this setting is not used.
pub fn connect_sentence(error: &ConnectError, setting: &str) -> Stop {
    match error {
        ConnectError::BadUrl(_) => Stop::setting(setting, "Die Adresse ist nicht lesbar."),
        ConnectError::Unreachable(cause) => {
            let sentence = format!("{setting}: Die Datenbank ist nicht erreichbar: {cause}");
            if error.may_pass() {
                Stop::failed(sentence)
            } else {
                Stop::Configuration(sentence)
            }
        }
        ConnectError::Privileged(role) => Stop::setting(
            setting,
            format!(
                "Die Rolle {role} umgeht die Trennung der Reseller (Superuser oder BYPASSRLS). Melde das Programm als mkm_owner an."
            ),
        ),
        ConnectError::TooOld { found } => Stop::failed(format!(
            "PostgreSQL {found} ist zu alt: Es muss 15 oder neuer sein."
        )),
        ConnectError::NotMigrated => Stop::failed(
            "Die Tabellen fehlen oder sind älter als das Programm: Rufe „mkm migrate“ auf.",
        ),
        ConnectError::TooNew { found } => Stop::failed(format!(
            "Die Tabellen sind neuer als das Programm (Migration {found}): Nimm ein neueres Programm."
        )),
        ConnectError::RolesMissing(role) => Stop::failed(format!(
            "Die Rolle {role} gehört nicht zu mkm_app und mkm_auth: Führe als Superuser aus, was „mkm roles“ ausgibt."
        )),
    }
}

/// Why the rows of the database that this setting names cannot be looked at.
pub fn verify_sentence(error: &VerifyError, setting: &str) -> Stop {
    match error {
        VerifyError::Connect(error) => connect_sentence(error, setting),
        VerifyError::NotBackup(role) => Stop::setting(
            BACKUP_URL,
            format!(
                "Die Rolle {role} darf nicht mkm_backup werden, die jede Zeile liest: Nenne eine Anmeldung, die es darf, z. B. postgres://mkm_backup@host/mkm"
            ),
        ),
        VerifyError::Empty => Stop::failed("In der Datenbank sind keine Tabellen von MKM."),
        VerifyError::Sql(error) => Stop::failed(format!(
            "Die Datenbank konnte nicht gelesen werden: {error}"
        )),
    }
}

fn migrate_sentence(error: &MigrateError) -> Stop {
    match error {
        MigrateError::Connect(error) => connect_sentence(error, DATABASE_URL),
        MigrateError::Failed(cause) => Stop::failed(format!(
            "Die Tabellen konnten nicht angepasst werden: {cause}"
        )),
    }
}

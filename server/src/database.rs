//! The database of this run: somebody's, or one that the program runs itself.

use std::time::Duration;

use db::{ConnectError, Db, MigrateError};
use domain::refusal::Refusal;

use crate::{
    config::DatabaseSource,
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
        Db::connect(&self.url)
            .await
            .map_err(|error| connect_sentence(&error))
    }
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

fn connect_sentence(error: &ConnectError) -> Stop {
    match error {
        ConnectError::BadUrl(_) => Stop::setting("DATABASE_URL", "Die Adresse ist nicht lesbar."),
        ConnectError::Unreachable(cause) => Stop::setting(
            "DATABASE_URL",
            format!("Die Datenbank ist nicht erreichbar: {cause}"),
        ),
        ConnectError::Privileged(role) => Stop::setting(
            "DATABASE_URL",
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

fn migrate_sentence(error: &MigrateError) -> Stop {
    match error {
        MigrateError::Connect(error) => connect_sentence(error),
        MigrateError::Failed(cause) => Stop::failed(format!(
            "Die Tabellen konnten nicht angepasst werden: {cause}"
        )),
    }
}

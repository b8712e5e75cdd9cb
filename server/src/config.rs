//! The checked configuration.

mod mail;
mod metrics;
mod public_url;
mod support;
mod trusted_proxies;

pub use mail::{Encryption, MailConfig, SmtpServer};
pub use public_url::PublicUrl;
pub use trusted_proxies::TrustedProxies;

use std::{net::SocketAddr, path::PathBuf};

use domain::support::Support;

use crate::{cli::Options, site, stop::Stop};

/// Where the rows are.
#[derive(Debug, Clone)]
pub enum DatabaseSource {
    /// A PostgreSQL that somebody runs.
    Url(String),
    /// One that the program runs itself, with its data here.
    Embedded(PathBuf),
}

/// What `mkm serve` needs to know besides the database.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    pub listen: SocketAddr,
    /// `None`: no figures are kept.
    pub metrics: Option<SocketAddr>,
    /// `None`: localhost, at the port that is listened on.
    pub public_url: Option<PublicUrl>,
    pub provider_name: String,
    pub support: Support,
    /// `None`: links are shown, to be passed on by hand.
    pub mail: Option<MailConfig>,
    pub site_dir: PathBuf,
    pub trusted_proxies: TrustedProxies,
}

/// The setting that names the database.
pub const DATABASE_URL: &str = "DATABASE_URL";
/// The setting that names the login for backups.
pub const BACKUP_URL: &str = "MKM_BACKUP_URL";

/// `None` where nothing is set.
fn postgres_url(text: Option<&str>, setting: &str, role: &str) -> Result<Option<String>, Stop> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            Ok(Some(url.to_owned()))
        }
        Some(_) => Err(Stop::setting(
            setting,
            format!(
                "Die Adresse muss mit postgres:// beginnen, z. B. postgres://{role}@localhost/mkm"
            ),
        )),
    }
}

impl Options {
    /// Which database to use.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn database_source(&self) -> Result<DatabaseSource, Stop> {
        match postgres_url(self.database_url.as_deref(), DATABASE_URL, "mkm_owner")? {
            Some(url) => Ok(DatabaseSource::Url(url)),
            None => self.data_dir().map(DatabaseSource::Embedded),
        }
    }

    /// The database as somebody who sees every row: by the login for backups, where one is set. The name is
    /// that of the setting, for complaints.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn backup_source(&self) -> Result<(DatabaseSource, &'static str), Stop> {
        match postgres_url(self.backup_url.as_deref(), BACKUP_URL, "mkm_backup")? {
            Some(url) => Ok((DatabaseSource::Url(url), BACKUP_URL)),
            None => Ok((self.database_source()?, DATABASE_URL)),
        }
    }

    /// The replica that lists and searches are read from, where there is one.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn replica(&self) -> Result<Option<String>, Stop> {
        let name = "MKM_READ_DATABASE_URL";
        match postgres_url(self.read_database_url.as_deref(), name, "mkm_owner")? {
            Some(_) if matches!(self.database_source()?, DatabaseSource::Embedded(_)) => {
                Err(Stop::setting(
                    name,
                    "Eine Kopie gehört zu einer Datenbank: gib auch DATABASE_URL an.",
                ))
            }
            url => Ok(url),
        }
    }

    /// The address in the browser, where one is set.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn public_url(&self) -> Result<Option<PublicUrl>, Stop> {
        self.public_url
            .as_deref()
            .filter(|text| !text.is_empty())
            .map(PublicUrl::parse)
            .transpose()
            .map_err(|reason| Stop::setting("MKM_PUBLIC_URL", reason))
    }

    /// The address for links: the one in the browser, or this machine's.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn link_url(&self) -> Result<PublicUrl, Stop> {
        let port = self.listen()?.port();
        Ok(self
            .public_url()?
            .unwrap_or_else(|| PublicUrl::localhost(port)))
    }

    /// Address and port to listen on.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn listen(&self) -> Result<SocketAddr, Stop> {
        self.listen.parse().map_err(|_| {
            let reason = format!(
                "„{}“ ist keine Adresse mit Port, z. B. 127.0.0.1:3000",
                self.listen
            );
            Stop::setting("MKM_LISTEN", reason)
        })
    }

    /// Everything else that serving needs.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn serve_config(&self) -> Result<ServeConfig, Stop> {
        let provider_name = self.provider_name.trim().to_owned();
        if provider_name.is_empty() || provider_name.chars().any(char::is_control) {
            return Err(Stop::setting(
                "MKM_PROVIDER_NAME",
                "Der Name fehlt oder enthält Steuerzeichen.",
            ));
        }
        let proxies = self.trusted_proxies.as_deref().unwrap_or_default();
        Ok(ServeConfig {
            listen: self.listen()?,
            metrics: self.metrics()?,
            public_url: self.public_url()?,
            provider_name,
            support: self.support()?,
            mail: self.mail()?,
            site_dir: site::find(self.site_dir.as_deref())?,
            trusted_proxies: TrustedProxies::parse(proxies)
                .map_err(|reason| Stop::setting("MKM_TRUSTED_PROXIES", reason))?,
        })
    }

    /// Where the embedded PostgreSQL has its data: as set, or where this system keeps such data.
    fn data_dir(&self) -> Result<PathBuf, Stop> {
        if let Some(dir) = self
            .data_dir
            .clone()
            .filter(|dir| !dir.as_os_str().is_empty())
        {
            return std::path::absolute(&dir).map_err(|error| {
                Stop::setting("MKM_DATA_DIR", format!("{}: {error}", dir.display()))
            });
        }
        if nix::unistd::geteuid().is_root() {
            return Ok(PathBuf::from("/var/lib/mkm"));
        }
        let folder = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|dir| dir.is_absolute())
        };
        folder("XDG_DATA_HOME")
            .or_else(|| folder("HOME").map(|home| home.join(".local/share")))
            .map(|dir| dir.join("mkm"))
            .ok_or_else(|| {
                Stop::setting(
                    "MKM_DATA_DIR",
                    "Es gibt kein Home-Verzeichnis: gib einen Ordner für die Daten an.",
                )
            })
    }
}

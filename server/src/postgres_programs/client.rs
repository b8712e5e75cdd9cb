//! `pg_dump` and `pg_restore` for a server of a certain version.

use std::{path::PathBuf, process::Stdio};

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use tokio::process::Command;
use url::Url;

use super::{folders, version_of};
use crate::stop::Stop;

/// A folder with client programs that are not older than the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    folder: PathBuf,
}

impl Client {
    /// The programs of the server's own version, or else the oldest of those that are newer: what a newer
    /// one writes, an older server may not understand. `server` as PostgreSQL numbers it (150018).
    ///
    /// # Errors
    /// [`Stop::Failed`]: there are none, or they are too old.
    pub fn find(server: i32) -> Result<Self, Stop> {
        let server = u32::try_from(server / 10_000).unwrap_or(u32::MAX);
        let found = folders().into_iter().filter_map(|folder| {
            let version = folder.join("pg_restore").is_file();
            let version = version.then(|| version_of(&folder.join("pg_dump")));
            Some((version??, folder))
        });
        choose(found.collect(), server)
    }

    /// One of the programs, for the database of this login. It dies with what waits for it.
    pub fn command(&self, program: &str, login: &Login) -> Command {
        let mut command = self.offline(program);
        if login.alone {
            for (name, _) in std::env::vars_os() {
                if name.as_encoded_bytes().starts_with(b"PG") {
                    command.env_remove(name);
                }
            }
        }
        if let Some(password) = &login.password {
            // In an argument everybody on the machine could read it.
            command.env("PGPASSWORD", password);
        }
        command
            .env("PGAPPNAME", "mkm")
            .arg("--no-password")
            .arg(format!("--dbname={}", login.url));
        command
    }

    /// One of the programs, for a file.
    pub fn offline(&self, program: &str) -> Command {
        let mut command = Command::new(self.folder.join(program));
        command
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }
}

fn choose(found: Vec<(u32, PathBuf)>, server: u32) -> Result<Client, Stop> {
    let newest = found.iter().map(|(version, _)| *version).max();
    let fitting = found
        .into_iter()
        .filter(|(version, _)| *version >= server)
        .min_by_key(|(version, _)| *version);
    fitting.map(|(_, folder)| Client { folder }).ok_or_else(|| {
        let install = if cfg!(target_os = "macos") {
            format!("„brew install postgresql@{server}“")
        } else {
            format!("„apt-get install postgresql-client-{server}“")
        };
        Stop::failed(match newest {
            Some(newest) => format!(
                "pg_dump {newest} ist älter als die Datenbank (PostgreSQL {server}): Installiere das passende, z. B. mit {install}."
            ),
            None => format!(
                "pg_dump fehlt. Installiere es für PostgreSQL {server}, z. B. mit {install}."
            ),
        })
    })
}

/// How PostgreSQL's own programs reach a database.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    url: String,
    password: Option<String>,
    /// The URL says everything: what the environment says to PostgreSQL's programs is meant for others.
    alone: bool,
}

impl Login {
    /// From a URL as the program itself understands it.
    ///
    /// # Errors
    /// [`Stop::Configuration`] that names `setting`.
    pub fn new(url: &str, setting: &str, alone: bool) -> Result<Self, Stop> {
        let unreadable = || Stop::setting(setting, "Die Adresse ist nicht lesbar.");
        let mut url = Url::parse(url).map_err(|_| unreadable())?;
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let mut password = url.password().map(decode);
        let mut pairs = Vec::new();
        for (name, value) in url.query_pairs() {
            if name == "password" {
                password = Some(value.into_owned());
            } else if let Some(name) = name_in_libpq(&name) {
                let value = utf8_percent_encode(&value, NON_ALPHANUMERIC);
                pairs.push(format!("{name}={value}"));
            }
        }
        // A URL without a host has no password either.
        let _ = url.set_password(None);
        url.set_query((!pairs.is_empty()).then(|| pairs.join("&")).as_deref());
        Ok(Self {
            url: url.into(),
            password,
            alone,
        })
    }
}

/// The program's own client knows some parameters by other names, and some alone.
fn name_in_libpq(name: &str) -> Option<&str> {
    match name {
        "ssl-mode" => Some("sslmode"),
        "ssl-root-cert" | "ssl-ca" => Some("sslrootcert"),
        "ssl-cert" => Some("sslcert"),
        "ssl-key" => Some("sslkey"),
        "statement-cache-capacity" => None,
        name if name.starts_with("options[") => None,
        name => Some(name),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn found(versions: &[u32]) -> Vec<(u32, PathBuf)> {
        let folder = |version: &u32| (*version, PathBuf::from(format!("/pg/{version}")));
        versions.iter().map(folder).collect()
    }

    #[test]
    fn the_programs_are_those_of_the_server_or_a_little_newer() {
        for (versions, server, chosen) in [
            (vec![14, 15, 17], 15, "/pg/15"),
            (vec![18, 14, 17], 15, "/pg/17"),
        ] {
            let client = choose(found(&versions), server).unwrap();
            assert_eq!(client.folder, PathBuf::from(chosen));
        }
    }

    #[test]
    fn older_programs_than_the_server_are_refused() {
        let stop = choose(found(&[14, 15]), 17).unwrap_err().to_string();
        assert_eq!(
            stop.split(": ").next().unwrap(),
            "pg_dump 15 ist älter als die Datenbank (PostgreSQL 17)"
        );
        let stop = choose(Vec::new(), 17).unwrap_err().to_string();
        assert!(stop.starts_with("pg_dump fehlt."), "{stop}");
    }

    #[test]
    fn a_password_is_in_no_argument() {
        let url =
            "postgres://ich:ge%3Aheim@db.example:6432/mkm?ssl-mode=require&options[x]=y&host=/a b";
        let login = Login::new(url, "DATABASE_URL", false).unwrap();
        assert_eq!(login.password.as_deref(), Some("ge:heim"));
        assert_eq!(
            login.url,
            "postgres://ich@db.example:6432/mkm?sslmode=require&host=%2Fa%20b"
        );
        let login = Login::new("postgres:///mkm?password=x", "DATABASE_URL", false).unwrap();
        assert_eq!(login.password.as_deref(), Some("x"));
        assert!(!login.url.contains("password"), "{}", login.url);
    }
}

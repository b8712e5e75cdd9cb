//! Finding the installed programs of PostgreSQL.

use std::path::{Path, PathBuf};

use crate::{
    postgres_programs::{folders, version_of},
    stop::Stop,
};

/// The oldest version that will do.
const OLDEST: u32 = 15;

/// A folder with the programs of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries {
    folder: PathBuf,
    major: u32,
}

impl Binaries {
    /// Those of the version that made the data, or else the newest.
    pub(super) fn find(data_version: Option<u32>) -> Result<Self, Stop> {
        let mut found: Vec<Self> = folders()
            .iter()
            .filter_map(|folder| Self::at(folder))
            .collect();
        found.sort_by_key(|binaries| binaries.major);
        match data_version {
            Some(version) => found.into_iter().find(|binaries| binaries.major == version).ok_or_else(|| {
                Stop::failed(format!("Die Daten gehören zu PostgreSQL {version}, das hier fehlt. {}", install(version)))
            }),
            None => found
                .pop()
                .filter(|newest| newest.major >= OLDEST)
                .ok_or_else(|| Stop::failed(format!(
                    "PostgreSQL {OLDEST} oder neuer fehlt. {} Oder nenne mit DATABASE_URL eines, das schon läuft.",
                    install_any()
                ))),
        }
    }

    /// A program, by its name.
    pub(super) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(program)
    }

    fn at(folder: &Path) -> Option<Self> {
        if !folder.join("initdb").is_file() {
            return None;
        }
        Some(Self {
            folder: folder.to_owned(),
            major: version_of(&folder.join("postgres"))?,
        })
    }
}

fn install_any() -> String {
    if cfg!(target_os = "macos") {
        "Installiere es mit „brew install postgresql@17“.".to_owned()
    } else {
        "Installiere es, z. B. mit „apt-get install postgresql“.".to_owned()
    }
}

fn install(version: u32) -> String {
    if cfg!(target_os = "macos") {
        format!("Installiere es mit „brew install postgresql@{version}“.")
    } else {
        format!("Installiere es, z. B. mit „apt-get install postgresql-{version}“.")
    }
}

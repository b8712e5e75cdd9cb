//! Finding the installed programs of PostgreSQL.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::stop::Stop;

/// The oldest version that will do.
const OLDEST: u32 = 15;

/// Folders with one subfolder a version, and where in it the programs are: Debian and Ubuntu,
/// Homebrew on both kinds of Mac, Red Hat.
const VERSIONED: [(&str, &str, &str); 4] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    ("/usr", "pgsql-", "bin"),
];

/// A folder with the programs of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries {
    folder: PathBuf,
    major: u32,
}

impl Binaries {
    /// Those of the version that made the data, or else the newest.
    pub(super) fn find(data_version: Option<u32>) -> Result<Self, Stop> {
        let mut found: Vec<Self> = candidates()
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
        let output = Command::new(folder.join("postgres"))
            .arg("--version")
            .output()
            .ok()?;
        let major = major(&String::from_utf8(output.stdout).ok()?)?;
        Some(Self {
            folder: folder.to_owned(),
            major,
        })
    }
}

fn candidates() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let in_path = std::env::split_paths(&path);
    let versioned = VERSIONED.iter().flat_map(|(root, prefix, inner)| {
        let entries = fs::read_dir(root).into_iter().flatten().flatten();
        entries
            .filter(move |entry| {
                entry
                    .file_name()
                    .to_str()
                    .is_some_and(|name| name.starts_with(*prefix))
            })
            .map(move |entry| entry.path().join(inner))
    });
    in_path.chain(versioned).collect()
}

/// From `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
fn major(version: &str) -> Option<u32> {
    let number = version.split_whitespace().nth(2)?;
    number
        .split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(
            major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(major("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major("etwas anderes"), None);
    }
}

//! Finding the installed programs of PostgreSQL, and running those that take rows out and bring them in.

mod client;

pub use client::{Client, Login};

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Folders with one subfolder a version, and where in it the programs are: Debian and Ubuntu,
/// Homebrew on both kinds of Mac, Red Hat.
const VERSIONED: [(&str, &str, &str); 4] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    ("/usr", "pgsql-", "bin"),
];

/// Where programs of PostgreSQL can be: first those that the shell would find.
pub(crate) fn folders() -> Vec<PathBuf> {
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

/// The major version of a program, which it says itself.
pub(crate) fn version_of(program: &Path) -> Option<u32> {
    let output = Command::new(program).arg("--version").output().ok()?;
    major(&String::from_utf8(output.stdout).ok()?)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(
            major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(major("pg_dump (PostgreSQL) 16.4\n"), Some(16));
        assert_eq!(major("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major("etwas anderes"), None);
    }
}

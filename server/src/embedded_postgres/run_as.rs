//! PostgreSQL refuses to run as root: then it runs as the user `postgres`, who comes with it.

use std::{
    fs, io,
    os::unix::{fs::chown, process::CommandExt},
    path::Path,
    process::{Command, Stdio},
};

use nix::unistd::{User, geteuid};

use super::binaries::Binaries;
use crate::stop::Stop;

/// As whom PostgreSQL runs.
#[derive(Debug, Clone)]
pub(super) struct RunAs(Option<User>);

impl RunAs {
    /// The user `postgres` if we are root, otherwise ourselves.
    pub(super) fn current() -> Result<Self, Stop> {
        if !geteuid().is_root() {
            return Ok(Self(None));
        }
        match User::from_name("postgres") {
            Ok(Some(user)) => Ok(Self(Some(user))),
            _ => Err(Stop::failed(
                "Als root braucht mkm den Benutzer „postgres“, weil PostgreSQL nicht als root läuft: \
                 Lege ihn an oder starte mkm als anderer Benutzer.",
            )),
        }
    }

    /// A program of PostgreSQL. Settings of its clients in our environment must not reach it.
    pub(super) fn command(&self, binaries: &Binaries, program: &str) -> Command {
        let mut command = Command::new(binaries.path(program));
        for (name, _) in std::env::vars_os() {
            if name.as_encoded_bytes().starts_with(b"PG") {
                command.env_remove(name);
            }
        }
        command.env("LC_ALL", "C").stdin(Stdio::null());
        if let Some(user) = &self.0 {
            command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
        }
        command
    }

    /// A folder that only PostgreSQL may enter.
    pub(super) fn private_folder(&self, path: &Path) -> io::Result<()> {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        match fs::DirBuilder::new().mode(0o700).create(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
            }
            outcome => outcome?,
        }
        match &self.0 {
            Some(user) => chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw())),
            None => Ok(()),
        }
    }

    /// PostgreSQL must be able to reach the folder: as root we can, but another user may not.
    pub(super) fn check_reach(&self, binaries: &Binaries, folder: &Path) -> Result<(), Stop> {
        let mut trial = self.command(binaries, "postgres");
        let trial = trial
            .arg("--version")
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match trial.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(Stop::failed(format!(
                "{} läuft nicht.",
                binaries.path("postgres").display()
            ))),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                let folder = folder.display();
                Err(Stop::setting(
                    "MKM_DATA_DIR",
                    format!(
                        "Der Benutzer, als der PostgreSQL läuft, darf {folder} nicht betreten: \
                     Gib seinen Ordnern das Recht x oder wähle einen anderen Ort."
                    ),
                ))
            }
            Err(error) => Err(Stop::failed(format!(
                "{}: {error}",
                binaries.path("postgres").display()
            ))),
        }
    }
}

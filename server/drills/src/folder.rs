//! A folder for one drill.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, Result};
use nix::unistd::{User, geteuid};

/// Gone when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A short path: that of a Unix socket may have 100 characters at most.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("mkm-drill-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).with_context(|| path.display().to_string())?;
        // The user that PostgreSQL runs as goes through it.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays is rubbish in the folder for rubbish.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// PostgreSQL does not run as root: then it is the user that comes with it.
///
/// # Errors
/// There is no such user.
pub fn postgres_user() -> Result<Option<User>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let user = User::from_name("postgres")?;
    Ok(Some(
        user.context("as root, drills need the user postgres")?,
    ))
}

/// Lets a command run as PostgreSQL does.
pub fn run_as(command: &mut Command, user: Option<&User>) {
    use std::os::unix::process::CommandExt;
    if let Some(user) = user {
        command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
    }
}

/// Gives a file or folder to the user that PostgreSQL runs as.
///
/// # Errors
/// It is not ours to give.
pub fn give(path: &Path, user: Option<&User>) -> Result<()> {
    if let Some(user) = user {
        chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
    }
    Ok(())
}

//! The file of a backup. It has its name only when it is whole.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::stop::Stop;

/// A file that is being written, beside where it will be. Dropped before, it is gone.
#[derive(Debug)]
pub(super) struct Unfinished {
    file: File,
    path: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    /// Only we may read it: it holds everything of every reseller.
    pub(super) fn beside(target: &Path) -> Result<Self, Stop> {
        let wrong = |error| failed(target, &error);
        refuse_existing(target)?;
        let target = std::path::absolute(target).map_err(wrong)?;
        let name = target
            .file_name()
            .ok_or_else(|| wrong(io::ErrorKind::InvalidFilename.into()))?;
        let mut unfinished = std::ffi::OsString::from(".");
        unfinished.push(name);
        unfinished.push(format!(".{}.part", std::process::id()));
        let path = target.with_file_name(unfinished);
        let file = File::options()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(wrong)?;
        Ok(Self { file, path, target })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// For the program that writes it.
    pub(super) fn output(&self) -> Result<File, Stop> {
        self.file
            .try_clone()
            .map_err(|error| failed(&self.target, &error))
    }

    /// Everything is on the disk: gives the file its name, and says how long it is in bytes.
    pub(super) fn finish(self) -> Result<u64, Stop> {
        self.name().map_err(|error| failed(&self.target, &error))
    }

    fn name(&self) -> io::Result<u64> {
        self.file.sync_all()?;
        let length = self.file.metadata()?.len();
        // A second name, because a new name would take the place of whatever has it by now. Not every
        // file system knows second names.
        match fs::hard_link(&self.path, &self.target) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !self.target.exists() => {
                fs::rename(&self.path, &self.target)?;
            }
            outcome => outcome?,
        }
        if let Some(folder) = self.target.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(length)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Gone already where it was renamed.
        let _ = fs::remove_file(&self.path);
    }
}

fn refuse_existing(target: &Path) -> Result<(), Stop> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(target, &error)),
        Ok(_) => Err(Stop::failed(format!(
            "{} gibt es schon und wird nicht überschrieben.",
            target.display()
        ))),
    }
}

/// Something is wrong with the file.
pub(super) fn failed(file: &Path, error: &io::Error) -> Stop {
    Stop::failed(format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use std::{io::Write, os::unix::fs::PermissionsExt};

    use super::*;

    fn folder() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("mkm-{}", uuid::Uuid::now_v7()));
        fs::create_dir(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string();
        entries.map(|entry| name(entry).unwrap()).collect()
    }

    #[test]
    fn a_file_has_its_name_when_it_is_whole_and_is_its_owners_alone() {
        let folder = folder();
        let target = folder.join("mkm.backup");
        let unfinished = Unfinished::beside(&target).unwrap();
        unfinished.output().unwrap().write_all(b"rows").unwrap();
        assert!(!target.exists());
        assert_eq!(unfinished.finish().unwrap(), 4);
        assert_eq!(names(&folder), ["mkm.backup"]);
        assert_eq!(fs::read(&target).unwrap(), b"rows");
        let mode = fs::metadata(&target).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_is_not_finished_leaves_nothing() {
        let folder = folder();
        drop(Unfinished::beside(&folder.join("mkm.backup")).unwrap());
        assert!(names(&folder).is_empty());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_is_overwritten_not_even_what_came_meanwhile() {
        let folder = folder();
        let target = folder.join("mkm.backup");
        let unfinished = Unfinished::beside(&target).unwrap();
        fs::write(&target, "another").unwrap();
        assert!(unfinished.finish().is_err());
        assert_eq!(fs::read(&target).unwrap(), b"another");
        let stop = Unfinished::beside(&target).unwrap_err().to_string();
        assert!(stop.contains("gibt es schon"), "{stop}");
        assert_eq!(names(&folder), ["mkm.backup"]);
        fs::remove_dir_all(folder).unwrap();
    }
}

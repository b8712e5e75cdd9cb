//! What lies in the data folder.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::run_as::RunAs;
use crate::{secret, stop::Stop};

/// Longest folder of a socket: the system's limit for the whole path is 104 bytes on some, and
/// PostgreSQL's file name takes 15.
const SOCKET_FOLDER_MAX: usize = 85;

/// How the path of a temporary one begins.
const TEMPORARY: &str = "/tmp/mkm-";

/// The data folder.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

/// While this lives no other `mkm` uses the folder. The system unlocks it when the program ends in
/// whatever way.
#[derive(Debug)]
pub(super) struct Locked {
    _file: File,
}

/// Where the socket is.
#[derive(Debug)]
pub(super) struct SocketFolder {
    path: PathBuf,
    /// Made for this run.
    temporary: bool,
}

impl Folder {
    /// The folder, made where it is missing.
    pub(super) fn at(path: &Path) -> Result<Self, Stop> {
        fs::create_dir_all(path)
            .and_then(|()| path.canonicalize())
            .map(Self)
            .map_err(|error| wrong(path, &error))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// PostgreSQL's own folder.
    pub(super) fn cluster(&self) -> PathBuf {
        self.0.join("postgres")
    }

    /// What PostgreSQL says.
    pub(super) fn log(&self) -> PathBuf {
        self.0.join("postgres.log")
    }

    /// Which PostgreSQL made the data; `None` where there are none yet.
    pub(super) fn cluster_version(&self) -> Result<Option<u32>, Stop> {
        let file = self.cluster().join("PG_VERSION");
        match fs::read_to_string(&file) {
            Ok(text) => text.trim().parse().map(Some).map_err(|_| {
                Stop::setting(
                    "MKM_DATA_DIR",
                    format!("{} ist nicht lesbar.", file.display()),
                )
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(wrong(&file, &error)),
        }
    }

    /// `None`: another program has the lock.
    pub(super) fn lock(&self) -> Result<Option<Locked>, Stop> {
        let path = self.0.join("lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| wrong(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Locked { _file: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(wrong(&path, &error)),
        }
    }

    /// The process that PostgreSQL's own lock file names.
    pub(super) fn running_pid(&self) -> Option<i32> {
        self.pid_file_line(0)?.parse().ok()
    }

    /// The folder of the socket that PostgreSQL's own lock file names.
    pub(super) fn running_socket(&self) -> Option<PathBuf> {
        self.pid_file_line(4)
            .filter(|line| !line.is_empty())
            .map(PathBuf::from)
    }

    pub(super) fn pid_file(&self) -> PathBuf {
        self.cluster().join("postmaster.pid")
    }

    fn pid_file_line(&self, number: usize) -> Option<String> {
        let text = fs::read_to_string(self.pid_file()).ok()?;
        text.lines().nth(number).map(|line| line.trim().to_owned())
    }
}

impl SocketFolder {
    /// In the data folder, or in the system's folder for such things where that path is too long.
    pub(super) fn of(folder: &Folder, run_as: &RunAs) -> Result<Self, Stop> {
        let usual = folder.path().join("socket");
        let socket = if usual.as_os_str().len() <= SOCKET_FOLDER_MAX {
            Self {
                path: usual,
                temporary: false,
            }
        } else {
            let name = secret::new_token().map_err(|error| Stop::failed(error.to_string()))?;
            Self {
                path: PathBuf::from(format!("{TEMPORARY}{name}")),
                temporary: true,
            }
        };
        run_as
            .private_folder(&socket.path)
            .map_err(|error| wrong(&socket.path, &error))?;
        Ok(socket)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes a temporary one that a killed program left, if it is empty.
    pub(super) fn clear_away(left: Option<PathBuf>) {
        let left = left.filter(|path| {
            path.as_os_str()
                .as_encoded_bytes()
                .starts_with(TEMPORARY.as_bytes())
        });
        if let Some(path) = left {
            // What stays is an empty folder.
            let _ = fs::remove_dir(path);
        }
    }
}

impl Drop for SocketFolder {
    fn drop(&mut self) {
        if self.temporary {
            // What stays is an empty folder.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Something in the data folder cannot be used.
pub(super) fn wrong(path: &Path, error: &io::Error) -> Stop {
    Stop::setting("MKM_DATA_DIR", format!("{}: {error}", path.display()))
}

//! A PostgreSQL of our own, for everybody who has none to give: installed programs, data in our
//! folder, reached only through a Unix socket that nobody else may open.

mod binaries;
mod cluster;
mod folder;
mod process;
mod run_as;
mod watch;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use sqlx::{Connection, PgConnection};
use url::form_urlencoded::byte_serialize;

use crate::stop::Stop;
use binaries::Binaries;
use folder::{Folder, Locked};
use process::Server;
use run_as::RunAs;
use watch::Watched;

/// The name of the socket's file carries it; it is no port of the network.
const PORT: u16 = 5432;

/// How long another `mkm` may take to start or to end: after a boot the night's backup begins beside the program.
const OTHER_SETTLES_WITHIN: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(100);

/// What to do where another `mkm` runs the same data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Say so and end.
    Alone,
    /// Use the PostgreSQL that it runs.
    Joins,
}

/// A running PostgreSQL. Dropped, it stops, unless it belongs to another `mkm`.
#[derive(Debug)]
pub struct EmbeddedPostgres {
    url: String,
    /// As its superuser.
    superuser_url: String,
    /// Before the lock: it must have ended when the next `mkm` may start.
    watched: Option<Watched>,
    _lock: Option<Locked>,
}

impl EmbeddedPostgres {
    /// Starts PostgreSQL on the data in this folder; the first time it makes them.
    ///
    /// # Errors
    /// [`Stop`] with a sentence that says what to do. Another `mkm` in the folder is no wrong setting:
    /// whoever tries again later may have it.
    pub async fn start(data: &Path, sharing: Sharing) -> Result<Self, Stop> {
        let folder = Folder::at(data)?;
        let since = Instant::now();
        loop {
            if let Some(lock) = folder.lock()? {
                return Self::run(folder, lock).await;
            }
            if sharing == Sharing::Alone {
                return Err(in_use(&folder, "wird schon von einem anderen mkm benutzt."));
            }
            if let Some(joined) = join(&folder).await {
                return Ok(joined);
            }
            if since.elapsed() > OTHER_SETTLES_WITHIN {
                return Err(in_use(
                    &folder,
                    "wird von einem anderen mkm benutzt, das gerade startet oder endet.",
                ));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// For as long as the lock is ours.
    async fn run(folder: Folder, lock: Locked) -> Result<Self, Stop> {
        let run_as = RunAs::current()?;
        let binaries = Binaries::find(folder.cluster_version()?)?;
        run_as.check_reach(&binaries, folder.path())?;
        if folder.cluster_version()?.is_none() {
            cluster::create(&folder, &binaries, &run_as)?;
        }
        process::end_leftover(&folder).await?;
        let server = Server::start(&folder, &binaries, &run_as).await?;
        cluster::prepare(server.socket(), &binaries).await?;
        Ok(Self {
            url: url("mkm_owner", "mkm", server.socket()),
            superuser_url: url("postgres", "mkm", server.socket()),
            watched: Some(Watched {
                server,
                folder,
                binaries,
                run_as,
            }),
            _lock: Some(lock),
        })
    }

    /// Starts PostgreSQL again whenever it has crashed, for as long as this is polled.
    pub async fn keep_running(&mut self) {
        match &mut self.watched {
            Some(watched) => watched.keep_running().await,
            None => std::future::pending().await,
        }
    }

    /// For the owner of the tables.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// For whoever has to see the rows of every reseller: a backup.
    pub fn superuser_url(&self) -> &str {
        &self.superuser_url
    }
}

/// The PostgreSQL of the `mkm` that holds the lock; `None` where it does not answer.
async fn join(folder: &Folder) -> Option<EmbeddedPostgres> {
    let socket = folder.running_socket()?;
    let owner_url = url("mkm_owner", "mkm", &socket);
    let connection = PgConnection::connect(&owner_url).await.ok()?;
    // Its answer does not matter: it was there.
    let _ = connection.close().await;
    Some(EmbeddedPostgres {
        url: owner_url,
        superuser_url: url("postgres", "mkm", &socket),
        watched: None,
        _lock: None,
    })
}

fn in_use(folder: &Folder, how: &str) -> Stop {
    Stop::failed(format!("MKM_DATA_DIR: {} {how}", folder.path().display()))
}

/// Environment variables of PostgreSQL's clients must not lead elsewhere: all of it is said here.
fn url(role: &str, database: &str, socket: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;
    let host: String = byte_serialize(socket.as_os_str().as_bytes()).collect();
    format!("postgres://{role}@localhost:{PORT}/{database}?host={host}&sslmode=disable")
}

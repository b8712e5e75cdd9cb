//! A PostgreSQL of our own, for everybody who has none to give: installed programs, data in our
//! folder, reached only through a Unix socket that nobody else may open.

mod binaries;
mod cluster;
mod folder;
mod process;
mod run_as;
mod watch;

use std::path::Path;

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
    /// [`Stop`] with a sentence that says what to do.
    pub async fn start(data: &Path, sharing: Sharing) -> Result<Self, Stop> {
        let folder = Folder::at(data)?;
        let Some(lock) = folder.lock()? else {
            return match sharing {
                Sharing::Alone => Err(Stop::setting(
                    "MKM_DATA_DIR",
                    format!(
                        "{} wird schon von einem anderen mkm benutzt.",
                        data.display()
                    ),
                )),
                Sharing::Joins => join(&folder).await,
            };
        };
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

/// The PostgreSQL of the `mkm` that holds the lock.
async fn join(folder: &Folder) -> Result<EmbeddedPostgres, Stop> {
    let starting = || {
        let folder = folder.path().display();
        Stop::setting(
            "MKM_DATA_DIR",
            format!("{folder} wird von einem anderen mkm benutzt, das gerade startet oder endet."),
        )
    };
    let socket = folder.running_socket().ok_or_else(starting)?;
    let owner_url = url("mkm_owner", "mkm", &socket);
    let connection = PgConnection::connect(&owner_url)
        .await
        .map_err(|_| starting())?;
    // Its answer does not matter: it was there.
    let _ = connection.close().await;
    Ok(EmbeddedPostgres {
        url: owner_url,
        superuser_url: url("postgres", "mkm", &socket),
        watched: None,
        _lock: None,
    })
}

/// Environment variables of PostgreSQL's clients must not lead elsewhere: all of it is said here.
fn url(role: &str, database: &str, socket: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;
    let host: String = byte_serialize(socket.as_os_str().as_bytes()).collect();
    format!("postgres://{role}@localhost:{PORT}/{database}?host={host}&sslmode=disable")
}

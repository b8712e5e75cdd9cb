//! The running PostgreSQL.

use std::{
    fs::{self, File},
    io,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, ExitStatus},
    time::{Duration, Instant},
};

use nix::{
    errno::Errno,
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::{Connection, PgConnection};

use super::{
    PORT,
    binaries::Binaries,
    folder::{Folder, SocketFolder, wrong},
    run_as::RunAs,
    url,
};
use crate::stop::Stop;

/// After a crash of the machine PostgreSQL first repeats what was not yet written.
const START_TIME: Duration = Duration::from_secs(120);
/// How long one that was left running may take to end.
const END_TIME: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);
/// A longer log is begun anew.
const LOG_MAX: u64 = 10 * 1024 * 1024;

/// Dropped, PostgreSQL ends: connections are cut, everything acknowledged is kept.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    socket: SocketFolder,
}

impl Server {
    /// Starts it and waits until it answers.
    pub(super) async fn start(
        folder: &Folder,
        binaries: &Binaries,
        run_as: &RunAs,
    ) -> Result<Self, Stop> {
        let socket = SocketFolder::of(folder, run_as)?;
        let child = spawn(folder, binaries, run_as, socket.path())?;
        let mut server = Self { child, socket };
        server.wait_until_ready(folder).await?;
        Ok(server)
    }

    /// How PostgreSQL ended; `None` while it runs.
    pub(super) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Starts PostgreSQL again after it ended, at the same socket.
    pub(super) async fn start_again(
        &mut self,
        folder: &Folder,
        binaries: &Binaries,
        run_as: &RunAs,
    ) -> Result<(), Stop> {
        self.child = spawn(folder, binaries, run_as, self.socket.path())?;
        self.wait_until_ready(folder).await
    }

    pub(super) fn socket(&self) -> &Path {
        self.socket.path()
    }

    async fn wait_until_ready(&mut self, folder: &Folder) -> Result<(), Stop> {
        let start = Instant::now();
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                let log = last_lines(&folder.log());
                return Err(Stop::failed(format!(
                    "PostgreSQL ist gleich wieder beendet ({status}):\n{log}"
                )));
            }
            match PgConnection::connect(&url("postgres", "postgres", self.socket())).await {
                Ok(connection) => {
                    let _ = connection.close().await;
                    return Ok(());
                }
                Err(error) if start.elapsed() > START_TIME => {
                    return Err(Stop::failed(format!("PostgreSQL antwortet nicht: {error}")));
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.ended().is_some() {
            // Another process may have its number by now.
            return;
        }
        if let Ok(pid) = i32::try_from(self.child.id()) {
            // Fast shutdown.
            let _ = kill(Pid::from_raw(pid), Signal::SIGINT);
        }
        let _ = self.child.wait();
    }
}

fn spawn(
    folder: &Folder,
    binaries: &Binaries,
    run_as: &RunAs,
    socket: &Path,
) -> Result<Child, Stop> {
    let log = open_log(folder).map_err(|error| wrong(&folder.log(), &error))?;
    let mut command = run_as.command(binaries, "postgres");
    command
        .arg("-D")
        .arg(folder.cluster())
        .args(settings(socket))
        .current_dir(folder.path())
        .stderr(log)
        // Ctrl+C at the terminal is for us: PostgreSQL ends after the running requests.
        .process_group(0)
        .spawn()
        .map_err(|error| Stop::failed(format!("PostgreSQL startet nicht: {error}")))
}

/// Only through the socket, only by us.
fn settings(socket: &Path) -> Vec<String> {
    [
        "listen_addresses=".to_owned(),
        format!("port={PORT}"),
        format!("unix_socket_directories={}", quoted(socket)),
        "unix_socket_permissions=0700".to_owned(),
        "max_connections=50".to_owned(),
        "logging_collector=off".to_owned(),
    ]
    .into_iter()
    .flat_map(|setting| ["-c".to_owned(), setting])
    .collect()
}

/// The setting is a list, separated by commas.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('"', "\"\""))
}

fn open_log(folder: &Folder) -> io::Result<File> {
    let path = folder.log();
    let is_long = fs::metadata(&path).is_ok_and(|log| log.len() > LOG_MAX);
    let log = File::options().create(true).append(true).open(path)?;
    if is_long {
        log.set_len(0)?;
    }
    Ok(log)
}

fn last_lines(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<_> = text.lines().rev().take(5).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

/// Ends a PostgreSQL that an `mkm` left running when it was killed. We hold the lock: nobody uses it.
pub(super) async fn end_leftover(folder: &Folder) -> Result<(), Stop> {
    let Some(pid) = folder.running_pid().map(Pid::from_raw) else {
        return Ok(());
    };
    if !is_alive(pid) {
        return Ok(());
    }
    if !runs_in(pid, &folder.cluster()) {
        // Another program has its number now; PostgreSQL would take that for itself and not start.
        let file = folder.pid_file();
        return fs::remove_file(&file).map_err(|error| wrong(&file, &error));
    }
    let socket = folder.running_socket();
    let _ = kill(pid, Signal::SIGINT);
    let start = Instant::now();
    while is_alive(pid) {
        if start.elapsed() > END_TIME {
            return Err(Stop::failed(format!(
                "Ein früheres PostgreSQL (Prozess {pid}) endet nicht."
            )));
        }
        tokio::time::sleep(PAUSE).await;
    }
    SocketFolder::clear_away(socket);
    Ok(())
}

fn is_alive(pid: Pid) -> bool {
    kill(pid, None) != Err(Errno::ESRCH)
}

/// PostgreSQL works in its data folder. Where the system does not show that, it is believed.
fn runs_in(pid: Pid, cluster: &Path) -> bool {
    match fs::read_link(format!("/proc/{pid}/cwd")) {
        Ok(folder) => folder == cluster,
        Err(_) => !Path::new("/proc/self/cwd").exists(),
    }
}

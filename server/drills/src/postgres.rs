//! A PostgreSQL of its own, that can be killed and started again.

use std::{
    fs::File,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::{Pid, User},
};
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::{
    folder::{Folder, give, postgres_user, run_as},
    settings::Settings,
};

/// A start takes so long at most, with recovery on a machine that has other work.
const START_TIME: Duration = Duration::from_secs(120);

/// Reached over loopback. Dropped, it ends.
#[derive(Debug)]
pub struct Postgres {
    folder: Folder,
    programs: PathBuf,
    user: Option<User>,
    port: u16,
    child: Option<Child>,
}

impl Postgres {
    /// Makes a cluster and starts it, with the roles of an installation and an empty database.
    ///
    /// # Errors
    /// PostgreSQL is missing or does not start.
    pub async fn new(settings: &Settings, roles: &str) -> Result<Self> {
        let folder = Folder::new()?;
        let user = postgres_user()?;
        give(folder.path(), user.as_ref())?;
        let mut new = Self {
            folder,
            programs: settings.postgres(),
            user,
            port: free_port()?,
            child: None,
        };
        new.initialize()?;
        new.start().await?;
        let mut superuser = PgConnection::connect(&new.url("postgres", "postgres")).await?;
        sqlx::raw_sql(AssertSqlSafe(roles.to_owned()))
            .execute(&mut superuser)
            .await?;
        sqlx::raw_sql("create database mkm owner mkm_owner")
            .execute(&mut superuser)
            .await?;
        Ok(new)
    }

    fn initialize(&self) -> Result<()> {
        let mut initdb = self.command("initdb");
        initdb
            .args([
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=icu",
                "--icu-locale=und",
            ])
            .args([
                "--username=postgres",
                "--auth=trust",
                "--no-instructions",
                "-D",
            ])
            .arg(self.data());
        let output = initdb.output().context("initdb")?;
        if !output.status.success() {
            bail!("initdb: {}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(())
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What PostgreSQL said.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command
            .env("LC_ALL", "C")
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        run_as(&mut command, self.user.as_ref());
        command
    }

    /// The port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// For this role.
    pub fn url(&self, role: &str, database: &str) -> String {
        url(role, database, self.port)
    }

    /// Starts it; after a kill once what the killed one left has ended.
    ///
    /// # Errors
    /// It does not start in time.
    pub async fn start(&mut self) -> Result<()> {
        let began = Instant::now();
        loop {
            let mut child = self.spawn()?;
            while child.try_wait()?.is_none() {
                if PgConnection::connect(&self.url("postgres", "postgres"))
                    .await
                    .is_ok()
                {
                    self.child = Some(child);
                    return Ok(());
                }
                if began.elapsed() > START_TIME {
                    child.kill()?;
                    bail!("PostgreSQL does not start; see {}", self.log().display());
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn spawn(&self) -> Result<Child> {
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = self.command("postgres");
        command
            .arg("-D")
            .arg(self.data())
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "max_connections=100",
            ])
            .args(["-c", &format!("port={}", self.port)])
            .arg("-k")
            .arg(self.folder.path())
            .stderr(log)
            .process_group(0);
        command.spawn().context("postgres")
    }

    /// `kill -9` of the process that all others come from; they end by themselves.
    ///
    /// # Errors
    /// It does not run.
    pub fn kill(&mut self) -> Result<()> {
        let mut child = self.child.take().context("PostgreSQL does not run")?;
        child.kill()?;
        child.wait()?;
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            if let Ok(pid) = i32::try_from(child.id()) {
                let _ = kill(Pid::from_raw(pid), Signal::SIGQUIT);
            }
            let _ = child.wait();
        }
    }
}

/// For a role, at a port of this machine.
pub fn url(role: &str, database: &str, port: u16) -> String {
    format!("postgres://{role}@127.0.0.1:{port}/{database}?sslmode=disable")
}

/// For the superuser of a PostgreSQL that the program runs itself, whose socket is in this folder.
pub fn embedded_url(socket: &Path) -> String {
    let socket = socket.display().to_string().replace('/', "%2F");
    format!("postgres://postgres@localhost:5432/mkm?host={socket}&sslmode=disable")
}

/// A port that nobody has.
///
/// # Errors
/// There is none.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

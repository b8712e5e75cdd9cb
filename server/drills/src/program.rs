//! The program, started as a child.

use std::{
    fs::{self, File},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

use crate::{folder::Folder, postgres::free_port, settings::Settings};

/// A start takes so long at most, with the making of a database on a machine that has other work.
const START_TIME: Duration = Duration::from_secs(180);

/// Where a program runs, and with what. It can be started there again and again.
#[derive(Debug)]
pub struct Place {
    pub folder: Folder,
    program: PathBuf,
    address: SocketAddr,
    variables: Vec<(&'static str, String)>,
    demo_customers: u32,
}

/// The running program. Dropped, it is killed.
#[derive(Debug)]
pub struct Program {
    child: Child,
    /// Kept, so that the program can go on writing.
    _said: Lines<BufReader<ChildStdout>>,
}

impl Place {
    /// A new folder, and a port that stays.
    ///
    /// # Errors
    /// The program is not built, or there is no place.
    pub fn new(settings: &Settings) -> Result<Self> {
        let program = fs::canonicalize(&settings.program)
            .with_context(|| format!("{} is not built", settings.program.display()))?;
        Ok(Self {
            folder: Folder::new()?,
            program,
            address: SocketAddr::from(([127, 0, 0, 1], free_port()?)),
            variables: Vec::new(),
            demo_customers: 20,
        })
    }

    /// Sets an environment variable of the program.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// So many customers of the demo, besides the handbook's.
    #[must_use]
    pub fn with_customers(mut self, count: u32) -> Self {
        self.demo_customers = count;
        self
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What the program logged.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// The data folder, where the program runs a PostgreSQL itself.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, arguments: &[&str]) -> Result<Command> {
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("MKM_DATA_DIR", self.data())
            .env("MKM_LISTEN", self.address.to_string())
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .kill_on_drop(true);
        Ok(command)
    }

    /// Runs a command of the program to its end, and returns what it printed.
    ///
    /// # Errors
    /// It failed.
    pub async fn run(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command(arguments)?.output().await?;
        if !output.status.success() {
            bail!(
                "mkm {}: {}",
                arguments.join(" "),
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Starts the program, with demo data, and waits until it takes requests.
    ///
    /// # Errors
    /// It does not, or not in time.
    pub async fn serve(&self) -> Result<Program> {
        let count = self.demo_customers.to_string();
        let arguments = ["serve", "--demo", "--demo-customers", &count];
        let mut child = self.command(&arguments)?.spawn()?;
        let stdout = child.stdout.take().context("no output")?;
        let mut said = BufReader::new(stdout).lines();
        let ready = async {
            while let Some(line) = said.next_line().await? {
                if line.contains("Strg+C") {
                    return Ok(());
                }
            }
            bail!("the program ended at once: {}", self.said())
        };
        timeout(START_TIME, ready)
            .await
            .context("the program does not start")??;
        Ok(Program { child, _said: said })
    }

    fn said(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }

    /// Whether the program logged this.
    pub fn has_logged(&self, text: &str) -> bool {
        self.said().contains(text)
    }

    /// Lines of the log that no drill may cause.
    pub fn panics(&self) -> usize {
        self.said()
            .lines()
            .filter(|line| line.contains("panicked") || line.contains("internal error"))
            .count()
    }

    /// The process of the PostgreSQL that the program runs itself, and the folder of its socket.
    ///
    /// # Errors
    /// There is none.
    pub fn embedded(&self) -> Result<(Pid, PathBuf)> {
        let file = fs::read_to_string(self.data().join("postgres/postmaster.pid"))?;
        let mut lines = file.lines();
        let pid = lines.next().context("no process")?.trim().parse()?;
        let socket = lines.nth(3).context("no socket")?.trim();
        Ok((Pid::from_raw(pid), PathBuf::from(socket)))
    }
}

impl Drop for Place {
    /// A program that was killed has left its PostgreSQL.
    #[expect(clippy::disallowed_methods, reason = "there is no request that waits")]
    fn drop(&mut self) {
        let Ok((pid, _)) = self.embedded() else {
            return;
        };
        if !runs_in(pid, &self.data()) {
            return;
        }
        let _ = kill(pid, Signal::SIGQUIT);
        let began = Instant::now();
        while kill(pid, None).is_ok() && began.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn runs_in(pid: Pid, folder: &Path) -> bool {
    fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd.starts_with(folder))
}

impl Program {
    /// Its process.
    ///
    /// # Errors
    /// It has ended.
    pub fn pid(&self) -> Result<Pid> {
        let id = self.child.id().context("the program has ended")?;
        Ok(Pid::from_raw(i32::try_from(id)?))
    }

    /// # Errors
    /// It has ended.
    pub fn signal(&self, signal: Signal) -> Result<()> {
        Ok(kill(self.pid()?, signal)?)
    }

    /// Waits for its end.
    ///
    /// # Errors
    /// It does not end in time.
    pub async fn ended(&mut self, most: Duration) -> Result<ExitStatus> {
        let status = timeout(most, self.child.wait()).await;
        Ok(status.context("the program does not end")??)
    }

    /// The memory that it holds, in KiB.
    ///
    /// # Errors
    /// It has ended, or the system does not say.
    pub fn memory(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid()?))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next());
        Ok(kib.context("no VmRSS")?.parse()?)
    }
}

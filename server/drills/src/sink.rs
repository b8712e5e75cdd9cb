//! A mail server that keeps a ledger, and can be away, late, or hang up at the worst moment.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::Result;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// A mail that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    pub to: String,
    /// By which a mail server that got it twice knows it.
    pub message_id: String,
    /// Whether the sender was told that it was taken.
    pub acknowledged: bool,
    /// As it came, with broken lines put together.
    pub text: String,
}

impl Arrived {
    /// The path of the link to a new password.
    pub fn link(&self) -> Option<String> {
        let token = self.text.split("/passwort/").nth(1)?;
        let token: String = token
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect();
        Some(format!("/passwort/{token}"))
    }
}

#[derive(Debug, Default)]
struct State {
    arrived: Mutex<Vec<Arrived>>,
    /// So many more mails are taken without a word.
    silent: AtomicUsize,
    /// So many more connections are cut in the middle of a mail.
    cut: AtomicUsize,
}

/// Enough SMTP for one mail a connection.
#[derive(Debug)]
pub struct Sink {
    pub address: SocketAddr,
    state: Arc<State>,
    task: JoinHandle<()>,
}

impl Sink {
    /// # Errors
    /// There is no port for it.
    pub async fn new() -> Result<Self> {
        let mut sink = Self {
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            state: Arc::default(),
            task: tokio::spawn(async {}),
        };
        sink.comes_back().await?;
        Ok(sink)
    }

    /// Refuses connections from now on.
    pub async fn goes_away(&mut self) {
        self.task.abort();
        // The port is free when the task is gone.
        let _ = (&mut self.task).await;
    }

    /// Takes connections again, at the same port.
    ///
    /// # Errors
    /// Somebody else has the port.
    pub async fn comes_back(&mut self) -> Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.address = listener.local_addr()?;
        let state = self.state.clone();
        self.task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = state.clone();
                tokio::spawn(async move {
                    // A client that hangs up has sent nothing.
                    let _ = talk(stream, &state).await;
                });
            }
        });
        Ok(())
    }

    /// The next mails are taken, and then the connection is cut before the answer.
    pub fn stays_silent(&self, mails: usize) {
        self.state.silent.store(mails, Ordering::Relaxed);
    }

    /// The next mails are cut in their middle: nothing was taken.
    pub fn cuts(&self, mails: usize) {
        self.state.cut.store(mails, Ordering::Relaxed);
    }

    fn arrived(&self) -> MutexGuard<'_, Vec<Arrived>> {
        self.state
            .arrived
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The mails to each address.
    pub fn by_recipient(&self) -> BTreeMap<String, Vec<Arrived>> {
        let mut mails: BTreeMap<String, Vec<Arrived>> = BTreeMap::new();
        for mail in self.arrived().iter() {
            mails.entry(mail.to.clone()).or_default().push(mail.clone());
        }
        mails
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Takes one of what is left.
fn take(left: &AtomicUsize) -> bool {
    let less = |count: usize| count.checked_sub(1);
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less)
        .is_ok()
}

async fn talk(stream: TcpStream, state: &State) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await?;
    let (mut to, mut line) = (String::new(), String::new());
    while stream.read_line(&mut line).await? > 0 {
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("RCPT TO:<") {
            let address = line.split(['<', '>']).nth(1);
            to = address.unwrap_or_default().to_owned();
            "250 fine"
        } else if command.starts_with("DATA") {
            if !take_mail(&mut stream, state, &to).await? {
                return Ok(());
            }
            "250 taken"
        } else if command.starts_with("QUIT") {
            stream.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            "250 fine"
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// `false`: the connection is to be cut.
async fn take_mail(
    stream: &mut BufReader<TcpStream>,
    state: &State,
    to: &str,
) -> std::io::Result<bool> {
    if take(&state.cut) {
        return Ok(false);
    }
    stream.write_all(b"354 go on\r\n").await?;
    let Some(text) = text(stream).await? else {
        return Ok(false);
    };
    // Real ones think about a mail: two senders have time to get in each other's way.
    tokio::time::sleep(Duration::from_millis(5)).await;
    let acknowledged = !take(&state.silent);
    let mut arrived = state.arrived.lock().unwrap_or_else(PoisonError::into_inner);
    arrived.push(Arrived {
        to: to.to_owned(),
        message_id: message_id(&text),
        acknowledged,
        text: text.replace("=\r\n", ""),
    });
    Ok(acknowledged)
}

/// Reads a mail. `None`: the client hung up in the middle.
async fn text(stream: &mut BufReader<TcpStream>) -> std::io::Result<Option<String>> {
    let mut text = String::new();
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        if line == ".\r\n" {
            return Ok(Some(text));
        }
        text.push_str(&line);
        line.clear();
    }
    Ok(None)
}

fn message_id(text: &str) -> String {
    let mut lines = text.lines();
    let found = lines.find_map(|line| line.strip_prefix("Message-ID: "));
    found.unwrap_or_default().trim().to_owned()
}

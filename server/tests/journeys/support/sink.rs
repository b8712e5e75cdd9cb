//! A mail server on this machine that keeps what it is given: enough SMTP for one mail a connection.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::Db;
use server::{
    config::SmtpServer,
    mail::{Envelope, Post, Sender},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::ORIGIN;

/// A mail as it arrived.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub to: String,
    /// Headers and body, with the parts decoded.
    pub text: String,
}

/// The mail server. Dropped, it is away.
pub struct Sink {
    pub address: SocketAddr,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    /// What it says to a recipient.
    answer: Arc<Mutex<&'static str>>,
    task: JoinHandle<()>,
}

impl Sink {
    pub async fn new() -> Self {
        Self::at("127.0.0.1:0".parse().unwrap()).await
    }

    /// At an address that was free before.
    pub async fn at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(Mutex::new("250 fine"));
        let (kept, said) = (arrived.clone(), answer.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (kept, said) = (kept.clone(), said.clone());
                tokio::spawn(async move {
                    // A client that hangs up has sent nothing.
                    let _ = talk(stream, &kept, &said).await;
                });
            }
        });
        Self {
            address,
            arrived,
            answer,
            task,
        }
    }

    /// What recipients get to hear from now on.
    pub fn answer(&self, answer: &'static str) {
        *self.answer.lock().unwrap() = answer;
    }

    /// The mails so far.
    pub fn mails(&self) -> Vec<Arrived> {
        self.arrived
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// A sender that brings its mails here.
    pub fn sender(&self, db: &Db) -> Sender {
        sender_to(self.address, db)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A sender for the mail server at this address.
pub fn sender_to(address: SocketAddr, db: &Db) -> Sender {
    let server = SmtpServer::parse(&format!("smtp://{address}")).unwrap();
    let post = Post::new(&server, "mkm.example.org".to_owned()).unwrap();
    let envelope = Envelope {
        from: "Portal <portal@example.org>".parse().unwrap(),
        provider: "FISINGER.de".to_owned(),
        origin: ORIGIN.to_owned(),
    };
    Sender::new(db.clone(), post, envelope)
}

async fn talk(
    stream: TcpStream,
    kept: &Mutex<Vec<Arrived>>,
    said: &Mutex<&'static str>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await?;
    let mut to = String::new();
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("RCPT TO:<") {
            to = line["RCPT TO:<".len()..]
                .split('>')
                .next()
                .unwrap()
                .to_owned();
            *said.lock().unwrap()
        } else if command.starts_with("DATA") {
            stream.write_all(b"354 go on\r\n").await?;
            let text = data(&mut stream).await?;
            kept.lock().unwrap().push(Arrived {
                to: to.clone(),
                text: readable(&text),
            });
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

async fn data(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 || line == ".\r\n" {
            return Ok(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// Headers and parts as people see them: quoted-printable and base64 undone.
fn readable(mail: &str) -> String {
    let mut bytes = Vec::new();
    // An encoded word may end its line.
    let unfolded = mail.replace("?=\r\n", "?=\n").replace("=\r\n", "");
    let mut rest = unfolded.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    words_decoded(&text.replace("\r\n", "\n"))
}

/// `=?utf-8?b?…?=` in headers.
fn words_decoded(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=?utf-8?b?") {
        let (word, after) = after.split_once("?=").unwrap();
        result.push_str(before.trim_end_matches("\n ").trim_end_matches(' '));
        result.push(' ');
        result.push_str(&String::from_utf8(STANDARD.decode(word).unwrap()).unwrap());
        rest = after;
    }
    result + rest
}

impl Arrived {
    /// The path of the link by which a password is set.
    pub fn link(&self) -> String {
        self.link_to("passwort")
    }

    /// The path of the link that confirms an address.
    pub fn email_link(&self) -> String {
        self.link_to("email")
    }

    fn link_to(&self, page: &str) -> String {
        let start = format!("{ORIGIN}/{page}/");
        let token = self.text.split(&start).nth(1).expect("a link");
        let end = token
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
            .unwrap();
        format!("/{page}/{}", &token[..end])
    }
}

//! The program itself, as somebody starts it, with its own PostgreSQL.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

use crate::support::{
    authenticator::{Authenticator, add},
    client::{Answer, Client},
    factor::set_up,
    people,
    site::Site,
};

/// A folder with the program, a built site beside it, and its data. Dropped, it is gone.
pub struct Installation(pub PathBuf);

impl Installation {
    /// In a folder whose name has so many characters.
    pub fn new(length: usize) -> Self {
        let name = format!("mkm-{}", uuid::Uuid::now_v7());
        let folder = Path::new("/tmp").join(format!("{name:x<length$}"));
        fs::create_dir(&folder).unwrap();
        std::mem::forget(Site::at(&folder.join("site")));
        fs::rename(
            folder.join("site/pkg/mkm.js"),
            folder.join("site/pkg/mkm.abc.js"),
        )
        .unwrap();
        fs::write(folder.join("hash.txt"), "js: abc\nwasm: def\ncss: ghi\n").unwrap();
        fs::copy(env!("CARGO_BIN_EXE_mkm"), folder.join("mkm")).unwrap();
        Self(folder)
    }

    pub fn mkm(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.0.join("mkm"));
        command
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("MKM_DATA_DIR", self.0.join("data"))
            .env("MKM_LISTEN", "127.0.0.1:0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.mkm(arguments).output().unwrap()
    }

    fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.mkm(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child.wait_with_output().unwrap()
    }

    pub fn serve(&self) -> Running {
        let child = self
            .mkm(&["serve", "--demo", "--demo-customers", "5"])
            .spawn()
            .unwrap();
        Running::ready(child)
    }

    pub fn postgres(&self) -> Pid {
        let file = fs::read_to_string(self.0.join("data/postgres/postmaster.pid")).unwrap();
        Pid::from_raw(file.lines().next().unwrap().trim().parse().unwrap())
    }

    fn is_postgres_gone(&self) -> bool {
        !self.0.join("data/postgres/postmaster.pid").exists()
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// `mkm serve`. Dropped, it is killed.
pub struct Running {
    child: Child,
    pub address: SocketAddr,
    said: String,
}

impl Running {
    pub fn ready(mut child: Child) -> Self {
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = String::new();
        while !said.contains("Strg+C") {
            match lines.next() {
                Some(line) => said.push_str(&format!("{}\n", line.unwrap())),
                None => panic!("mkm ended: {}", rest(&mut child)),
            }
        }
        let port = said
            .split("http://localhost:")
            .nth(1)
            .unwrap()
            .split_whitespace()
            .next()
            .unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], port.parse().unwrap()));
        Self {
            child,
            address,
            said,
        }
    }

    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.child.id().try_into().unwrap()), signal).unwrap();
    }

    /// Its exit code, and what it wrote to the log.
    pub fn end(mut self, signal: Signal) -> (Option<i32>, String) {
        self.signal(signal);
        let log = rest(&mut self.child);
        (self.child.wait().unwrap().code(), log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn rest(child: &mut Child) -> String {
    let mut text = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    let installation = Installation::new(0);
    for (name, value) in [
        ("DATABASE_URL", "mysql://localhost"),
        ("MKM_LISTEN", "irgendwo"),
        ("MKM_METRICS_ADDRESS", "irgendwo"),
        ("MKM_PUBLIC_URL", "http://mkm.example.org"),
        ("MKM_PROVIDER_NAME", ""),
        ("MKM_SITE_DIR", "/gibt/es/nicht"),
        ("MKM_LOG", "=,="),
        ("MKM_LOG_FORMAT", "xml"),
        ("MKM_TRUSTED_PROXIES", "proxy"),
    ] {
        let output = installation
            .mkm(&["serve"])
            .env(name, value)
            .output()
            .unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}: {said}");
        assert!(said.starts_with(&format!("{name}: ")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn a_database_that_is_not_there_is_said_in_one_sentence() {
    let installation = Installation::new(0);
    let url = "postgres://mkm_owner@127.0.0.1:1/mkm";
    let output = installation
        .mkm(&["serve"])
        .env("DATABASE_URL", url)
        .output()
        .unwrap();
    let said = text(&output.stderr);
    assert!(
        said.starts_with("DATABASE_URL: Die Datenbank ist nicht erreichbar"),
        "{said}"
    );
    // 2 would be a wrong setting, after which nobody tries again; this database may come.
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_statements_for_the_roles_are_printed() {
    let output = Installation::new(0).run(&["roles"]);
    assert!(output.status.success());
    assert_eq!(text(&output.stdout).trim(), db::ROLES_SQL.trim());
}

#[tokio::test]
async fn from_the_first_start_to_the_second() {
    let installation = Installation::new(0);
    let running = installation.serve();
    assert!(
        running
            .said
            .contains("Benutzername demo und Passwort demo-kundenverwaltung"),
        "{}",
        running.said
    );
    let mut client = running.client();
    assert_eq!(client.get("/readyz").await.status, 200);
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    client.get("/mkm/kunden").await.shows("/pkg/mkm.abc.js");
    let script = client.get("/pkg/mkm.abc.js").await;
    assert_eq!(
        script.header("cache-control"),
        "public, max-age=31536000, immutable"
    );

    a_lost_factor_is_reset(&installation, &running).await;
    beside_the_running_program(&installation);

    let (code, log) = running.end(Signal::SIGTERM);
    assert_eq!(code, Some(0), "{log}");
    assert!(installation.is_postgres_gone());
    assert!(
        log.contains("route=\"/mkm/kunden\"") && log.contains("account="),
        "{log}"
    );
    assert!(
        !log.contains("demo-kundenverwaltung") && !log.contains("/passwort/"),
        "{log}"
    );

    let start = Instant::now();
    let again = installation.serve();
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(
        client_of(&again).await.get("/k/K-1002").await.status,
        303,
        "the data are kept"
    );
    assert_eq!(again.end(Signal::SIGINT).0, Some(0));
}

/// With the new password, which the first run set.
async fn client_of(running: &Running) -> Client {
    let mut client = running.client();
    client.sign_in("demo", NEW_PASSWORD).await.leads_to("/");
    client
}

const NEW_PASSWORD: &str = "drei blaue Elefanten tanzen";

async fn a_lost_factor_is_reset(installation: &Installation, running: &Running) {
    let mut client = running.client();
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    set_up(&mut client).await;
    let mut device = Authenticator::new();
    device.origin = format!("http://localhost:{}", running.address.port());
    add(&mut client, &mut device, "Telefon")
        .await
        .leads_to("/konto/zwei-faktor?konto=passkey");
    let mut half = running.client();
    half.sign_in("demo", people::PASSWORD)
        .await
        .leads_to("/anmelden/code");

    let reset = ["account", "reset-second-factor", "--user", "demo"];
    let done = text(&installation.run(&reset).stdout);
    assert!(
        done.starts_with("Der zweite Faktor von „demo“ ist entfernt."),
        "{done}"
    );
    half.get("/anmelden/code").await.leads_to("/anmelden");
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    let page = client.get("/konto/zwei-faktor").await;
    assert!(!page.text().contains("Telefon</strong>"));
    let again = text(&installation.run(&reset).stdout);
    assert_eq!(again, "„demo“ hat keinen zweiten Faktor.\n");
    let nobody = installation.run(&["account", "reset-second-factor", "--user", "niemand"]);
    assert_eq!(nobody.status.code(), Some(1));
}

fn beside_the_running_program(installation: &Installation) {
    let second = installation.run(&["serve"]);
    // No wrong setting: the other one may be gone in a moment.
    assert_eq!(second.status.code(), Some(1));
    assert!(
        text(&second.stderr).contains("wird schon von einem anderen mkm benutzt"),
        "{}",
        text(&second.stderr)
    );

    let add = [
        "reseller",
        "add",
        "--number",
        "7",
        "--company",
        "Neu GmbH",
        "--user",
        "neu",
        "--email",
        "neu@example.de",
    ];
    let added = installation.run(&add);
    let link = text(&added.stdout);
    let token = link
        .trim()
        .strip_prefix("http://localhost:0/passwort/")
        .unwrap();
    assert_eq!(token.len(), 22, "128 bits");
    let refused = installation.run(&add);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).starts_with("--number: "),
        "{}",
        text(&refused.stderr)
    );

    let set = ["account", "set-password", "--user", "demo"];
    assert_eq!(
        installation.run_with_input(&set, "kurz\n").status.code(),
        Some(1)
    );
    let password = format!("{NEW_PASSWORD}\n");
    assert!(
        installation
            .run_with_input(&set, &password)
            .status
            .success()
    );

    let address = |email| ["account", "set-email", "--user", "demo", "--email", email];
    let refused = installation.run_with_input(&address("ohne-at"), "");
    assert!(text(&refused.stderr).contains("„ohne-at“ ist keine E-Mail-Adresse"));
    let changed = installation.run_with_input(&address("neu@example.org"), "");
    assert_eq!(
        text(&changed.stdout),
        "Die E-Mail-Adresse von „demo“ ist geändert.\n"
    );

    let example = include_str!("../../../docs/kunden-import.csv");
    let import = ["import", "customers", "--reseller", "100001", "-"];
    let faulty = example.replace("85049", "8504");
    let refused = installation.run_with_input(&import, &faulty);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).contains("Zeile 2, Spalte PLZ: "),
        "{}",
        text(&refused.stderr)
    );
    let imported = installation.run_with_input(&import, example);
    assert_eq!(text(&imported.stdout), "3 Kunden wurden eingelesen.\n");
    let again = installation.run_with_input(&import, example);
    assert!(
        text(&again.stderr).contains("Zeile 4, Spalte Kundennummer: "),
        "{}",
        text(&again.stderr)
    );
}

#[tokio::test]
async fn a_running_request_finishes_before_the_program_ends() {
    let installation = Installation::new(0);
    let running = installation.serve();
    let body = "sprache=en&zurueck=/anmelden";
    let mut stream = TcpStream::connect(running.address).unwrap();
    let head = format!(
        "POST /sprache HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&body.as_bytes()[..10]).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    running.signal(Signal::SIGTERM);
    let told = Instant::now();
    while TcpStream::connect(running.address).is_ok() {
        assert!(
            told.elapsed() < Duration::from_secs(5),
            "new requests are taken"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stream.write_all(&body.as_bytes()[10..]).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert_eq!(running.end(Signal::SIGTERM).0, Some(0));
}

#[tokio::test]
async fn without_the_database_the_program_lives_on_and_says_so() {
    let installation = Installation::new(0);
    let running = installation.serve();
    let mut client = running.client();
    client.sign_in("demo", people::PASSWORD).await;
    kill(installation.postgres(), Signal::SIGQUIT).unwrap();
    let killed = Instant::now();
    while client.get("/readyz").await.status == 200 {
        assert!(
            killed.elapsed() < Duration::from_secs(20),
            "PostgreSQL does not end"
        );
    }

    let start = Instant::now();
    let page = client.get("/mkm/kunden").await;
    assert!(
        start.elapsed() < Duration::from_millis(3_500),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(page.status, 503);
    page.shows("Die Datenbank");
    assert!(!page.header("retry-after").is_empty());
    let call = client
        .call("/api/kunden/naechste-nummer", &serde_json::json!({}))
        .await;
    assert_eq!(call.status, 503);
    let fields = [("number", "K-1"), ("last_name", "Groß")];
    let form = client.post("/mkm/kunden/neu", &fields).await;
    assert_eq!(form.status, 503);
    form.shows("value=\"Groß\"");
    let sign_in = client
        .post("/anmelden", &[("benutzername", "demo"), ("passwort", "x")])
        .await;
    assert_eq!(sign_in.status, 503);
    for (path, status) in [
        ("/readyz", 503),
        ("/healthz", 200),
        ("/favicon.png", 200),
        ("/anmelden", 200),
    ] {
        assert_eq!(running.client().get(path).await.status, status, "{path}");
    }
    assert_eq!(running.end(Signal::SIGTERM).0, Some(0));
}

#[tokio::test]
async fn its_own_postgresql_is_started_again_after_a_crash_and_left_alone_after_a_stop() {
    let installation = Installation::new(0);
    let running = installation.serve();
    let mut client = running.client();
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    let killed = installation.postgres();
    kill(killed, Signal::SIGKILL).unwrap();
    ready_within_a_minute(&client).await;
    assert_ne!(installation.postgres(), killed);
    assert_eq!(client.get("/mkm/kunden").await.status, 200);

    kill(installation.postgres(), Signal::SIGINT).unwrap();
    while !installation.is_postgres_gone() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(installation.is_postgres_gone(), "somebody wanted that");
    assert_eq!(client.get("/readyz").await.status, 503);
    assert_eq!(running.end(Signal::SIGTERM).0, Some(0));
}

/// Ready again: the connections of before are gone, and the first answers may still say so.
async fn ready_within_a_minute(client: &Client) {
    let since = Instant::now();
    let mut ready = 0;
    while ready < 3 {
        assert!(since.elapsed() < Duration::from_secs(60), "not ready again");
        tokio::time::sleep(Duration::from_millis(100)).await;
        ready = match client.get("/readyz").await.status {
            200 => ready + 1,
            _ => 0,
        };
    }
}

#[tokio::test]
async fn after_a_kill_and_in_a_deep_folder_the_next_start_finds_everything() {
    // Too long for the path of a socket.
    let installation = Installation::new(120);
    let mut running = installation.serve();
    running.child.kill().unwrap();
    running.child.wait().unwrap();
    let left = installation.postgres();
    assert!(kill(left, None).is_ok(), "PostgreSQL was left running");

    let migrated = installation.run(&["migrate"]);
    assert_eq!(
        text(&migrated.stdout),
        "Die Tabellen sind auf dem Stand des Programms.\n",
        "{}",
        text(&migrated.stderr)
    );
    assert!(kill(left, None).is_err(), "the old PostgreSQL has ended");
    assert!(installation.is_postgres_gone());

    let again = installation.serve();
    let mut client = again.client();
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    let page = Answer::of(client.request(reqwest::Method::GET, "/k/123456")).await;
    assert_eq!(page.status, 303);
    assert_eq!(again.end(Signal::SIGHUP).0, Some(0));
}

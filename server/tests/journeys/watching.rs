//! What an operator watches: figures, status, log.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    time::{Duration, Instant},
};

use nix::sys::signal::{Signal, kill};
use reqwest::Method;
use sqlx::PgPool;

use crate::{
    program::{Installation, Running, text},
    support::{
        client::{Answer, Client},
        people,
    },
};

/// An address that nobody listens on.
fn free() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

fn serve(installation: &Installation, settings: &[(&str, &str)]) -> Running {
    let mut command = installation.mkm(&["serve", "--demo", "--demo-customers", "5"]);
    command.envs(settings.iter().copied());
    Running::ready(command.spawn().unwrap())
}

async fn figures(address: SocketAddr) -> String {
    let answer = Client::new(address).get("/metrics").await;
    assert_eq!(answer.status, 200);
    assert!(
        answer
            .header("content-type")
            .starts_with("text/plain; version=0.0.4")
    );
    answer.text()
}

/// The value of a figure with these labels.
fn value(figures: &str, name: &str) -> f64 {
    let line = figures.lines().find_map(|line| line.strip_prefix(name));
    let value = line.unwrap_or_else(|| panic!("no {name} in {figures}"));
    value.trim().parse().unwrap()
}

#[tokio::test]
async fn figures_are_given_at_an_address_of_their_own_and_name_nobody() {
    let installation = Installation::new(0);
    let address = free();
    // A port alone is on this machine.
    let port = address.port().to_string();
    let running = serve(&installation, &[("MKM_METRICS_ADDRESS", &port)]);
    let mut client = running.client();
    client.get("/anmelden").await;
    client.sign_in("niemand", "falsch geraten").await;
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    assert_eq!(client.get("/k/123456").await.status, 303);
    assert_eq!(client.get("/gibt/es/nicht/K-1003").await.status, 404);
    let method = Method::from_bytes(b"ERFUNDEN").unwrap();
    Answer::of(client.request(method, "/anmelden")).await;

    let shown = figures(address).await;
    let requests = "mkm_requests_total{method=\"GET\",route=\"/k/{number}\",status=\"3xx\"}";
    assert_eq!(value(&shown, requests), 1.0);
    assert_eq!(value(&shown, "mkm_sign_ins_total{outcome=\"wrong\"}"), 1.0);
    assert_eq!(value(&shown, "mkm_sign_ins_total{outcome=\"right\"}"), 1.0);
    let count = "mkm_request_seconds_count{method=\"GET\",route=\"/k/{number}\"}";
    assert_eq!(value(&shown, count), 1.0);
    assert!(shown.contains("mkm_request_seconds_bucket{"), "{shown}");
    assert_eq!(value(&shown, "mkm_requests_in_flight"), 0.0);
    assert_eq!(value(&shown, "mkm_database_up"), 1.0);
    assert_eq!(value(&shown, "mkm_outbox_mails{state=\"waiting\"}"), 0.0);
    assert_eq!(value(&shown, "mkm_outbox_mails{state=\"failed\"}"), 0.0);
    assert_eq!(
        value(&shown, "mkm_pool_connections_max{pool=\"tenants\"}"),
        7.0
    );
    assert!(value(&shown, "mkm_pool_requests_total{pool=\"auth\"}") > 3.0);
    assert!(value(&shown, "mkm_pool_wait_microseconds_total{pool=\"auth\"}") > 0.0);
    assert!(value(&shown, "process_resident_memory_bytes") > 1e7);
    assert!(shown.contains(&format!("version=\"{}\"", env!("CARGO_PKG_VERSION"))));
    for secret in ["/123456", "ERFUNDEN", "demo\"", "niemand", "falsch"] {
        assert!(!shown.contains(secret), "{secret}: {shown}");
    }
    let client = Client::new(address);
    assert_eq!(client.get("/").await.status, 404, "nothing else is there");
    let page = running.client().get("/metrics").await;
    assert!(
        !page.text().contains("mkm_requests_total"),
        "{}",
        page.text()
    );

    kill(installation.postgres(), Signal::SIGQUIT).unwrap();
    let killed = Instant::now();
    while value(&figures(address).await, "mkm_database_up") > 0.0 {
        assert!(killed.elapsed() < Duration::from_secs(20), "still up");
    }
    assert_eq!(running.end(Signal::SIGTERM).0, Some(0));
}

#[tokio::test]
async fn figures_whose_address_is_taken_stop_the_start() {
    let installation = Installation::new(0);
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = installation
        .mkm(&["serve"])
        .env("MKM_METRICS_ADDRESS", address)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with("MKM_METRICS_ADDRESS: "), "{said}");
}

#[tokio::test]
async fn the_log_is_an_object_a_line_where_that_was_asked_for() {
    let installation = Installation::new(0);
    let running = serve(&installation, &[("MKM_LOG_FORMAT", "json")]);
    let mut client = running.client();
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    let answer = client.get("/k/123456").await;
    let id = answer.header("x-request-id").to_owned();
    let (_, log) = running.end(Signal::SIGTERM);
    let lines = log.lines().filter(|line| line.starts_with('{'));
    let lines: Vec<serde_json::Value> = lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let line = lines.iter().find(|line| line["id"] == id.as_str()).unwrap();
    assert_eq!(line["message"], "request");
    assert_eq!(line["method"], "GET");
    assert_eq!(line["route"], "/k/{number}");
    assert_eq!(line["status"], 303);
    assert!(line["us"].as_u64().unwrap() > 0, "{line}");
    let account: uuid::Uuid = line["account"].as_str().unwrap().parse().unwrap();
    assert!(!account.is_nil());
    assert!(!log.contains("/k/123456"), "{log}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_status_is_shown_to_people_and_to_programs(pool: PgPool) {
    let options = (*pool.connect_options()).clone();
    let db = db::Db::connect_with(options.clone()).await.unwrap();
    people::load_demo(&db, 5).await;
    db.close().await;
    let installation = Installation::new(0);
    let status = |arguments: &[&str]| {
        let url = sqlx::ConnectOptions::to_url_lossy(&options);
        installation
            .mkm(arguments)
            .env("DATABASE_URL", url.as_str())
            .output()
            .unwrap()
    };
    let shown = status(&["status"]);
    let lines = text(&shown.stdout);
    let known = db::MIGRATOR.iter().count();
    for part in [
        format!("Version:      {}\n", env!("CARGO_PKG_VERSION")),
        format!("Migrationen:  {known} von {known}\n"),
        "Reseller:     2\n".to_owned(),
        "Sitzungen:    0\n".to_owned(),
        "Mails:        0 wartend; 0 aufgegeben\n".to_owned(),
        "pg_stat_statements ist nicht eingerichtet\n".to_owned(),
    ] {
        assert!(lines.contains(&part), "{part}: {lines}");
    }
    let json: serde_json::Value =
        serde_json::from_slice(&status(&["status", "--json"]).stdout).unwrap();
    assert_eq!(json["migrations"]["applied"], known);
    assert_eq!(json["accounts"]["reseller"], 2);
    assert_eq!(json["accounts"]["staff"], 2);
    assert!(json["database_bytes"].as_u64().unwrap() > 1_000_000);

    sqlx::query(
        "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let older = status(&["status"]);
    assert_eq!(older.status.code(), Some(1));
    assert_eq!(
        text(&older.stdout),
        format!("Migrationen:  {} von {known}\n", known - 1)
    );
}

//! Browsers that hang up: two thousand requests, each cut off at another moment.

use std::time::{Duration, Instant};

use reqwest::Method;
use sqlx::{Executor, PgPool};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use crate::support::{TestServer, client::Client, people};

const REQUESTS: usize = 2_000;
const AT_ONCE: usize = 20;

/// What is asked: pages, a list, a call, and changes.
struct Asked {
    method: Method,
    path: String,
    content_type: &'static str,
    body: String,
}

impl Asked {
    fn get(path: &str) -> Self {
        Self {
            method: Method::GET,
            path: path.to_owned(),
            content_type: "text/plain",
            body: String::new(),
        }
    }

    fn form(path: &str, body: String) -> Self {
        Self {
            method: Method::POST,
            path: path.to_owned(),
            content_type: "application/x-www-form-urlencoded",
            body,
        }
    }

    /// As a browser writes it.
    fn written(&self, cookie: &str) -> Vec<u8> {
        format!(
            "{} {} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
            self.method,
            self.path,
            self.content_type,
            self.body.len(),
            self.body
        )
        .into_bytes()
    }
}

fn asked(number: usize, customer: &str) -> Asked {
    match number % 8 {
        0 => Asked::get("/mkm/kunden?q=testkunde"),
        1 => Asked::get("/"),
        2 => Asked::get("/api/kunden/liste"),
        3 => Asked::get(&format!("/mkm/kunden/{customer}")),
        4 => Asked::get("/domains"),
        5 => Asked {
            method: Method::POST,
            path: "/api/kunden/naechste-nummer".to_owned(),
            content_type: "application/json",
            body: "{}".to_owned(),
        },
        6 => Asked::form(
            "/mkm/kunden/neu",
            format!(
                "id={}&number=S-{number}&last_name=Sturm&first_name=Eva&street=Weg+1\
                 &postal_code=10115&city=Berlin&country=DE&phone=030+901820\
                 &mobile=0171+3920001&email=eva%40example.de",
                uuid::Uuid::now_v7()
            ),
        ),
        _ => Asked::get("/verwaltung/protokoll"),
    }
}

/// Sends the request or a part of it, reads the answer or nothing of it, and hangs up.
async fn cut_off(address: std::net::SocketAddr, request: Vec<u8>, number: usize) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // Of every ninth only a part.
    let sent = match number % 9 {
        0 => request.len() / 2,
        _ => request.len(),
    };
    stream.write_all(&request[..sent]).await.unwrap();
    let patience = Duration::from_micros((number as u64 * 37) % 30_000);
    let mut some = [0; 512];
    drop(tokio::time::timeout(patience, stream.read(&mut some)).await);
}

async fn storm(client: &Client, server: &TestServer, customer: &str) {
    let cookie = client.cookie.clone().unwrap();
    let mut running = JoinSet::new();
    for number in 0..REQUESTS {
        if running.len() == AT_ONCE {
            running.join_next().await.unwrap().unwrap();
        }
        let request = asked(number, customer).written(&cookie);
        running.spawn(cut_off(server.address, request, number));
    }
    while let Some(done) = running.join_next().await {
        done.unwrap();
    }
}

/// Connections of the program that are inside a transaction in which nothing happens; asked until
/// nothing runs any more, long before PostgreSQL ends such a connection itself.
async fn left_open(pool: &PgPool) -> i64 {
    let since = Instant::now();
    loop {
        let (running, open): (i64, i64) = sqlx::query_as(
            "select count(*) filter (where state = 'active'),
                 count(*) filter (where state like 'idle in transaction%')
             from pg_stat_activity
             where datname = current_database() and application_name = 'mkm'",
        )
        .fetch_one(pool)
        .await
        .unwrap();
        if (running, open) == (0, 0) || since.elapsed() > Duration::from_secs(5) {
            return open;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn two_thousand_cut_off_requests_leave_nothing_open_and_everything_working(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 60).await;
    let client = server.reseller().await;
    let customer = people::customer(&server.db, "100001", false).await.0;
    let began = Instant::now();
    storm(&client, &server, &customer.to_string()).await;
    let lasted = began.elapsed();
    assert_eq!(left_open(&pool).await, 0);

    // More than there are connections, at once: each is usable.
    let mut answers = JoinSet::new();
    for _ in 0..40 {
        let client = client.clone();
        answers.spawn(async move { client.get("/mkm/kunden").await.status });
    }
    while let Some(status) = answers.join_next().await {
        assert_eq!(status.unwrap(), 200);
    }
    assert_eq!(client.get("/readyz").await.status, 200);

    let (created, noted) = stored(&pool, &server).await;
    assert!(created > 0, "some requests came through");
    assert_eq!(created, noted, "each change is whole");
    eprintln!("{REQUESTS} requests cut off in {lasted:?}, {created} customers created");
}

/// How many customers the storm created, and how many audit entries say so.
async fn stored(pool: &PgPool, server: &TestServer) -> (i64, i64) {
    let reseller = people::desk(&server.db, "100001").await.reseller();
    let mut app = pool.begin().await.unwrap();
    let become_app = format!("set local role mkm_app; set local app.reseller_id = '{reseller}'");
    app.execute(sqlx::AssertSqlSafe(become_app)).await.unwrap();
    sqlx::query_as(
        "select (select count(*) from customer where last_name = 'Sturm'),
             (select count(*) from audit_entry where kind = 'customer.created'
                 and after ->> 'last_name' = 'Sturm')",
    )
    .fetch_one(&mut *app)
    .await
    .unwrap()
}

//! How much of what is taken: bodies, addresses, heads, fields; and for how long.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use reqwest::Method;
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
};

/// A customer's form that is right.
const RIGHT: [(&str, &str); 11] = [
    ("number", "G-1"),
    ("last_name", "Groß"),
    ("first_name", "Änne"),
    ("street", "Weg 1"),
    ("postal_code", "10115"),
    ("city", "Berlin"),
    ("country", "DE"),
    ("phone", "030 901820"),
    ("mobile", "0171 3920001"),
    ("email", "a@example.de"),
    ("website", ""),
];

/// Sends the form with another value in one field.
async fn create(client: &Client, number: &str, field: &str, value: &str) -> Answer {
    let id = uuid::Uuid::now_v7().to_string();
    let mut fields: Vec<(&str, &str)> = RIGHT
        .iter()
        .map(|(name, right)| match *name {
            name if name == field => (name, value),
            "number" => ("number", number),
            name => (name, *right),
        })
        .collect();
    fields.push(("id", &id));
    if field == "company" {
        fields.push(("company", value));
    }
    client.post("/mkm/kunden/neu", &fields).await
}

/// Makes a value of that many characters.
type Value<'a> = &'a dyn Fn(usize) -> String;

/// A number of that many characters that differs by `place`.
fn number(place: usize, characters: usize) -> String {
    format!("{place:0>characters$}")
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn each_field_takes_its_length_and_not_one_character_more(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let email = |characters: usize| {
        // 64 before the sign, labels of 63 behind it.
        let domain = format!("{}.{}.{}", "b".repeat(63), "c".repeat(63), "d".repeat(58));
        let rest = characters - 64 - 1 - domain.len() - 1;
        format!("{}@{domain}.{}", "a".repeat(64), "e".repeat(rest))
    };
    let website = |characters: usize| {
        format!(
            "https://a.de/{}",
            "x".repeat(characters - "https://a.de/".len())
        )
    };
    let cases: [(&str, usize, Value<'_>); 9] = [
        ("number", 32, &|n| number(7, n)),
        ("company", 100, &|n| "ü".repeat(n)),
        ("last_name", 100, &|n| "ü".repeat(n)),
        ("first_name", 100, &|n| "ü".repeat(n)),
        ("street", 200, &|n| "ü".repeat(n)),
        ("city", 100, &|n| "ü".repeat(n)),
        ("email", 254, &email),
        ("website", 2_048, &website),
        // No country's form has eleven; the length is what is said of it.
        ("postal_code", 10, &|n| {
            if n > 10 {
                "1".repeat(n)
            } else {
                "10115".to_owned()
            }
        }),
    ];
    for (place, (field, most, value)) in cases.iter().enumerate() {
        let fits = create(&client, &number(place, 5), field, &value(*most)).await;
        assert_eq!(fits.status, 303, "{field} of {most}: {}", fits.text());
        let too_long = create(&client, &number(place + 100, 5), field, &value(most + 1)).await;
        assert_eq!(too_long.status, 422, "{field} of {}", most + 1);
        if *field != "email" {
            too_long.shows(&format!("Höchstens {}", shown(*most)));
        }
    }
}

/// As the page writes it.
fn shown(number: usize) -> String {
    match number {
        2_048 => "2.048".to_owned(),
        other => other.to_string(),
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn controls_and_direction_marks_are_taken_in_no_field(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    for field in [
        "number",
        "company",
        "last_name",
        "first_name",
        "street",
        "city",
    ] {
        for mark in [
            '\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{202e}', '\u{2066}', '\u{200b}',
        ] {
            let answer = create(&client, "G-9", field, &format!("Mül{mark}ler")).await;
            assert_eq!(answer.status, 422, "{field} with {mark:?}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_body_of_another_kind_is_refused_before_it_is_read(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let bodies = [
        ("text/plain", "number=K-1"),
        ("multipart/form-data; boundary=x", "--x--"),
        ("multipart/form-data", "ohne Grenze"),
        ("application/xml", "<number>1</number>"),
        ("", ""),
    ];
    for path in [
        "/mkm/kunden/neu",
        "/anmelden",
        "/api/kunden/detail-nach-nummer",
    ] {
        for (kind, body) in bodies {
            let mut request = client.request(Method::POST, path).body(body);
            if !kind.is_empty() {
                request = request.header("content-type", kind);
            }
            let status = Answer::of(request).await.status;
            assert_eq!(status, 415, "{path} as {kind:?}");
        }
    }
    for broken in [
        "",
        "{",
        "[]",
        "{\"number\":7}",
        "{\"number\":\"1\"",
        "\u{feff}{}",
    ] {
        let request = client.request(Method::POST, "/api/kunden/detail-nach-nummer");
        let request = request.header("content-type", "application/json");
        let status = Answer::of(request.body(broken)).await.status;
        assert_eq!(status, 400, "{broken:?}");
    }
}

/// Sends the bytes and gives back the first line of the answer.
fn raw(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    // It may hang up before everything was written.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    answer.lines().next().unwrap_or_default().to_owned()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_endless_address_or_head_is_refused(pool: PgPool) {
    let server = TestServer::start(&pool).await;
    let get = |target: &str, head: &str| {
        format!("GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{head}\r\n").into_bytes()
    };
    let endless = "a".repeat(70 * 1024);
    for (request, expected) in [
        (get("/healthz", ""), "200"),
        (get(&format!("/healthz?{}", "a".repeat(8_000)), ""), "200"),
        (get(&format!("/{endless}"), ""), "414"),
        (
            get("/healthz", &format!("X-A: {}\r\n", "a".repeat(600 * 1024))),
            "431",
        ),
        (get("/healthz", &"X-A: b\r\n".repeat(200)), "431"),
        (get("/healthz", "Kein Feld\r\n"), "400"),
        (b"UNSINN\r\n\r\n".to_vec(), "400"),
    ] {
        let line = raw(server.address, &request);
        let start = String::from_utf8_lossy(&request[..request.len().min(20)]).into_owned();
        assert!(
            line.starts_with(&format!("HTTP/1.1 {expected} ")),
            "{start}… of {} bytes: {line}",
            request.len()
        );
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_unreadable_query_is_a_page_and_no_fault(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let client = server.reseller().await;
    for query in [
        "seite=99999999999999999999",
        "seite=-1&zeilen=0",
        "q=%",
        "q=%00%ff%fe",
        "sort=%27;drop&richtung=x",
        "=&&==&q",
        &format!("q={}", "%C3%BC".repeat(3_000)),
    ] {
        let page = client.get(&format!("/mkm/kunden?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
    }
    for path in ["/k/%ff", "/k/%00", "/mkm/kunden/%00", "/mkm/kunden/%ff"] {
        let status = client.get(path).await.status;
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_body_beyond_64_kib_is_refused(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let fits = "a".repeat(60 * 1024);
    assert_eq!(
        client
            .post("/mkm/kunden/neu", &[("last_name", &fits)])
            .await
            .status,
        422
    );
    let too_large = "a".repeat(66 * 1024);
    assert_eq!(
        client
            .post("/mkm/kunden/neu", &[("last_name", &too_large)])
            .await
            .status,
        413
    );
    let call = serde_json::json!({ "number": too_large });
    assert_eq!(
        client
            .call("/api/kunden/detail-nach-nummer", &call)
            .await
            .status,
        413
    );
}

/// How long the server takes to give up a request that stays like this, and what it says.
fn given_up(address: SocketAddr, request: &str) -> (Duration, String) {
    let began = Instant::now();
    let line = raw(address, request.as_bytes());
    (began.elapsed(), line)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_head_that_comes_too_slowly_is_cut_off_after_10_seconds(pool: PgPool) {
    let server = TestServer::start(&pool).await;
    let (waited, line) = given_up(server.address, "GET /healthz HTTP/1.1\r\nHost: a\r\n");
    assert!(
        (Duration::from_secs(9)..Duration::from_secs(13)).contains(&waited),
        "{waited:?}"
    );
    assert!(!line.contains(" 200 "), "{line}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_body_that_does_not_come_is_waited_for_15_seconds(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let request = "POST /darstellung HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\
        Connection: close\r\n\r\ndarstellung=";
    let (waited, line) = given_up(server.address, request);
    assert!(
        (Duration::from_secs(14)..Duration::from_secs(18)).contains(&waited),
        "{waited:?}"
    );
    assert!(line.starts_with("HTTP/1.1 503 "), "{line}");
}

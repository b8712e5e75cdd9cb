//! The headers of every class of answers.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use reqwest::Method;
use sqlx::{Executor, PgPool};

use crate::support::{TestServer, client::Answer};

/// Of a page, without its nonce.
const PAGE: &str = "default-src 'none'; script-src 'self' 'nonce-…' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// What a page may do besides.
const PASSKEYS: [&str; 2] = [
    "publickey-credentials-create=(self)",
    "publickey-credentials-get=(self)",
];

/// Of everything else.
const NO_PAGE: &str =
    "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_answer_carries_the_headers_that_security_demands(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 1).await;
    let reseller = server.reseller().await;
    let stranger = server.stranger();
    let answers = [
        ("page", reseller.get("/mkm/kunden").await),
        ("entrance", stranger.get("/anmelden").await),
        ("redirect", stranger.get("/mkm/kunden").await),
        ("not found", reseller.get("/unbekannt").await),
        ("list", reseller.get("/api/kunden/liste").await),
        ("declined list", stranger.get("/api/kunden/liste").await),
        (
            "declined call",
            stranger
                .call("/api/kunden/naechste-nummer", &serde_json::json!({}))
                .await,
        ),
        ("unknown call", reseller.get("/api/unbekannt").await),
        (
            "declined form",
            stranger.post("/anmelden", &[("benutzername", "x")]).await,
        ),
        (
            "foreign",
            Answer::of(stranger.plain_request(Method::POST, "/anmelden")).await,
        ),
        (
            "wrong method",
            Answer::of(reseller.request(Method::DELETE, "/mkm/kunden")).await,
        ),
        ("script", stranger.get("/pkg/mkm.js").await),
        ("missing script", stranger.get("/pkg/fehlt.js").await),
        ("icon", stranger.get("/favicon.png").await),
        ("health", stranger.get("/healthz").await),
    ];
    for (what, answer) in &answers {
        carries_all(what, answer);
        let is_file = matches!(*what, "script" | "icon");
        assert_eq!(
            answer.header("cache-control") == "no-store",
            !is_file,
            "{what}"
        );
    }
}

/// What security demands of every answer, whatever it says.
fn carries_all(what: &str, answer: &Answer) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "strict-transport-security",
            "max-age=63072000; includeSubDomains",
        ),
    ] {
        assert_eq!(answer.header(name), value, "{name} of {what}");
    }
    let permissions = answer.header("permissions-policy");
    assert!(permissions.contains("camera=()"), "{what}");
    assert!(
        permissions
            .split(", ")
            .all(|permission| permission.ends_with("=()") || PASSKEYS.contains(&permission)),
        "{what}: {permissions}"
    );
    assert!(!answer.header("x-request-id").is_empty(), "{what}");
    let policy = answer.header("content-security-policy");
    // Without scripts a page may do nothing either.
    match policy.split("'nonce-").nth(1) {
        Some(rest) => {
            assert!(answer.header("content-type").starts_with("text/html"));
            let nonce = rest.split('\'').next().unwrap_or_default();
            assert_eq!(policy.replace(nonce, "…"), PAGE, "{what}");
        }
        None => assert_eq!(policy, NO_PAGE, "{what}"),
    }
    for name in ["server", "x-powered-by"] {
        assert_eq!(answer.header(name), "", "{what}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_goes_wrong_carries_them_too(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let client = server.reseller().await;
    let list = client.get("/api/kunden/liste").await;
    let unchanged = client
        .request(Method::GET, "/api/kunden/liste")
        .header("if-none-match", list.header("etag"));
    let too_large = "a".repeat(66 * 1024);
    let mut answers = vec![
        (304, Answer::of(unchanged).await),
        (422, client.post("/mkm/kunden/neu", &[("number", "")]).await),
        (
            415,
            Answer::of(client.request(Method::POST, "/darstellung").body("a")).await,
        ),
        (
            200,
            Answer::of(client.request(Method::HEAD, "/mkm/kunden")).await,
        ),
        (410, server.stranger().get("/passwort/erfunden").await),
    ];
    // With a connection of its own, which ends with this answer.
    let mut other = server.stranger();
    other.cookie.clone_from(&client.cookie);
    let fields = [("number", too_large.as_str())];
    answers.push((413, other.post("/mkm/kunden/neu", &fields).await));
    // A statement that fails is a fault of the program.
    pool.execute("alter table domain rename to not_there_any_more")
        .await
        .unwrap();
    answers.push((500, client.get("/domains").await));
    answers.push((500, client.get("/api/domains/liste").await));
    server.app.stop();
    answers.push((503, client.get("/readyz").await));
    server.app.db().close().await;
    answers.push((503, client.get("/mkm/kunden").await));
    answers.push((503, client.get("/api/kunden/liste").await));
    let form = client.post("/mkm/kunden/neu", &[("number", "K-1")]);
    answers.push((503, form.await));
    for (status, answer) in &answers {
        assert_eq!(answer.status, *status, "{}", answer.text());
        carries_all(&format!("status {status}"), answer);
        assert_eq!(answer.header("cache-control"), "no-store", "{status}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_fault_shows_nothing_of_its_cause(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let client = server.reseller().await;
    pool.execute("alter table domain rename to not_there_any_more")
        .await
        .unwrap();
    let call = serde_json::json!({ "customer": domain::values::CustomerId::new(), "search": "" });
    for answer in [
        client.get("/domains").await,
        client.get("/api/domains/liste").await,
        client.call("/api/domains/auswahl", &call).await,
    ] {
        assert_eq!(answer.status, 500);
        for inside in ["relation", "not exist", "42P01", "sqlx", "postgres"] {
            assert!(
                !answer.text().contains(inside),
                "{inside}: {}",
                answer.text()
            );
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_scripts_of_a_page_carry_the_nonce_of_its_policy(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 1).await;
    let client = server.reseller().await;
    let mut nonces = Vec::new();
    for path in ["/mkm/kunden", "/mkm/kunden", "/unbekannt"] {
        let page = client.get(path).await;
        let policy = page.header("content-security-policy").to_owned();
        let nonce = policy
            .split("script-src 'self' 'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap();
        assert!(nonce.len() >= 22, "128 bits: {nonce}");
        let html = page.text();
        let scripts: Vec<_> = html
            .split("<script")
            .skip(1)
            .map(|tail| tail.split('>').next().unwrap())
            .collect();
        assert!(!scripts.is_empty());
        for script in scripts {
            assert!(
                script.contains(&format!("nonce=\"{nonce}\"")),
                "{path}: {script}"
            );
        }
        nonces.push(nonce.to_owned());
    }
    assert_ne!(nonces[0], nonces[1], "each answer has its own");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn pages_have_no_inline_styles_which_the_policy_forbids(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let client = server.reseller().await;
    for path in ["/mkm/kunden", "/mkm/kunden/neu", "/k/123456"] {
        let answer = client.get(path).await;
        let page = if answer.status == 303 {
            client.get(answer.header("location")).await
        } else {
            answer
        };
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains(" style="), "{path}");
        assert!(!page.text().contains("<style"), "{path}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn built_files_are_served_as_they_were_compressed(pool: PgPool) {
    let server = TestServer::start(&pool).await;
    let client = server.stranger();
    let compressed = Answer::of(
        client
            .request(Method::GET, "/pkg/mkm.js")
            .header("accept-encoding", "br"),
    )
    .await;
    assert_eq!(compressed.header("content-encoding"), "br");
    assert_eq!(compressed.text(), "as if it were brotli");
    let plain = client.get("/pkg/mkm.js").await;
    assert_eq!(
        (plain.header("content-encoding"), plain.text().as_str()),
        ("", "export const a = 1;")
    );
    assert_eq!(
        client.get("/pkg/mkm.wasm").await.header("content-type"),
        "application/wasm"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn no_path_leads_out_of_the_site(pool: PgPool) {
    let server = TestServer::start(&pool).await;
    let pkg = "/pkg/../../../../../../../etc/hostname";
    for path in [
        pkg,
        "/pkg/..%2f..%2f..%2f..%2fetc%2fhostname",
        "/../../../../etc/hostname",
        "//etc/hostname",
    ] {
        // A client would shorten such a path.
        let mut stream = TcpStream::connect(server.address).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(!answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn pages_and_lists_are_compressed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 60).await;
    let client = server.reseller().await;
    for path in ["/mkm/kunden", "/api/kunden/liste"] {
        let whole = client.get(path).await.body.len();
        for encoding in ["br", "gzip"] {
            let answer = Answer::of(
                client
                    .request(Method::GET, path)
                    .header("accept-encoding", encoding),
            )
            .await;
            assert_eq!(answer.header("content-encoding"), encoding, "{path}");
            assert!(
                answer.body.len() < whole,
                "{path}: {} of {whole}",
                answer.body.len()
            );
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn readiness_ends_when_the_program_is_told_to_stop(pool: PgPool) {
    let server = TestServer::start(&pool).await;
    let client = server.stranger();
    assert_eq!(client.get("/readyz").await.status, 200);
    server.app.stop();
    assert_eq!(client.get("/readyz").await.status, 503);
    assert_eq!(client.get("/healthz").await.status, 200);
}

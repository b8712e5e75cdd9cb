//! The list: its page and its compact form.

use std::collections::BTreeSet;

use domain::{
    list::{Columns, ListKind, ListQuery},
    ports::{Customers, Lists},
};
use reqwest::Method;
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people, statements,
};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_whole_list_comes_once_and_then_only_when_it_changed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 40).await;
    let client = server.reseller().await;
    let first = client.get("/api/kunden/liste").await;
    assert_eq!(
        (first.status, first.header("content-type")),
        (200, "application/octet-stream")
    );
    let columns = Columns::decode(ListKind::Customers, &first.body).unwrap();
    assert_eq!(
        columns.len(),
        40.max(columns.len()),
        "at least what was asked for"
    );
    let page = columns.page(&ListQuery::default());
    let stored = server
        .db
        .page(
            &people::desk(&server.db, "100001").await,
            &ListQuery::default(),
        )
        .await
        .unwrap();
    assert_eq!(page, stored);

    let tag = first.header("etag").to_owned();
    let unchanged = list(&client, &tag).await;
    assert_eq!(
        (unchanged.status, unchanged.header("etag")),
        (304, tag.as_str())
    );
    assert!(unchanged.body.is_empty());

    let (id, _) = people::customer(&server.db, "100001", true).await;
    server
        .db
        .delete(&people::desk(&server.db, "100001").await.may().unwrap(), id)
        .await
        .unwrap();
    let changed = list(&client, &tag).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), tag);
    assert_eq!(
        Columns::decode(ListKind::Customers, &changed.body)
            .unwrap()
            .len(),
        columns.len() - 1
    );
}

async fn list(client: &Client, tag: &str) -> Answer {
    Answer::of(
        client
            .request(Method::GET, "/api/kunden/liste")
            .header("if-none-match", tag),
    )
    .await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_page_of_a_short_list_asks_the_database_at_most_three_times(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 150).await;
    let client = server.reseller().await;
    asks_at_most_three_times(&server, &client).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_page_of_a_kept_list_asks_the_database_at_most_three_times(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 250).await;
    let client = server.reseller().await;
    // Kept now, the list is not read in advance beside the pages that are counted.
    assert_eq!(client.get("/api/kunden/liste").await.status, 200);
    asks_at_most_three_times(&server, &client).await;
}

async fn asks_at_most_three_times(server: &TestServer, client: &Client) {
    statements::watch();
    // New connections begin with their role, once.
    for _ in 0..3 {
        client.get("/mkm/kunden").await;
    }
    statements::take(&server.name);
    let mut counts = BTreeSet::new();
    for path in [
        "/mkm/kunden?zeilen=25",
        "/mkm/kunden?zeilen=100",
        "/mkm/kunden?q=a&sort=firma&richtung=ab",
    ] {
        let page = client.get(path).await;
        assert_eq!(page.status, 200);
        let all = statements::take(&server.name);
        let asked: Vec<_> = all
            .iter()
            .filter(|statement| !is_frame(statement))
            .collect();
        assert!((1..=3).contains(&asked.len()), "{path}: {asked:?}");
        counts.insert(asked.len());
    }
    assert_eq!(counts.len(), 1, "the number of rows does not matter");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn domains_and_products_are_listed_on_pages_and_as_a_whole(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 60).await;
    let client = server.reseller().await;
    for (path, whole, kind, title) in [
        (
            "/domains",
            "/api/domains/liste",
            ListKind::Domains,
            "Domainverwaltung",
        ),
        (
            "/produkte",
            "/api/produkte/liste",
            ListKind::Products,
            "Produktverwaltung",
        ),
    ] {
        let list = client.get(whole).await;
        assert_eq!(list.status, 200, "{whole}");
        let columns = Columns::decode(kind, &list.body).unwrap();
        assert!(columns.len() > 20, "{whole}: {}", columns.len());
        let unchanged = Answer::of(
            client
                .request(Method::GET, whole)
                .header("if-none-match", list.header("etag")),
        )
        .await;
        assert_eq!(unchanged.status, 304, "{whole}");

        let page = client
            .get(&format!("{path}?zeilen=25&f_zuordnung=ohne"))
            .await;
        assert_eq!(page.status, 200, "{path}");
        let text = page.text();
        assert!(text.contains(title), "{path}");
        assert!(text.contains("nicht zugeordnet"), "{path}");
        assert!(text.contains("gefiltert aus"), "{path}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_session_there_is_no_whole_list(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 10).await;
    let stranger = server.stranger();
    for path in ["/api/domains/liste", "/api/produkte/liste"] {
        assert_eq!(stranger.get(path).await.status, 401, "{path}");
    }
}

/// Begins, ends or cleans up a transaction.
fn is_frame(statement: &str) -> bool {
    let word = statement.split([' ', ';']).next().unwrap_or_default();
    ["begin", "commit", "rollback"]
        .iter()
        .any(|frame| word.eq_ignore_ascii_case(frame))
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_session_cookie_the_database_is_not_asked(pool: PgPool) {
    statements::watch();
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.stranger();
    client.get("/healthz").await;
    statements::take(&server.name);
    for path in [
        "/anmelden",
        "/mkm/kunden",
        "/",
        "/unbekannt",
        "/favicon.png",
        "/pkg/mkm.js",
        "/api/kunden/liste",
    ] {
        client.get(path).await;
        assert_eq!(
            statements::take(&server.name),
            Vec::<String>::new(),
            "{path}"
        );
    }
    server.reseller().await.get("/pkg/mkm.js").await;
    assert!(
        !statements::take(&server.name).is_empty(),
        "signing in is seen, so the count works"
    );
}

//! Requests that another site has a browser send: every method, with everything that browsers say about
//! where a request comes from, with a session, with a made-up one and without.

use domain::ports::Customers;
use reqwest::Method;
use serde_json::json;
use sqlx::PgPool;

use crate::support::{
    ORIGIN, TestServer,
    client::{Answer, Client},
    people,
};

/// What `Sec-Fetch-Site` can say, and whether our pages say it.
const SITES: [Option<&str>; 6] = [
    None,
    Some("same-origin"),
    Some("same-site"),
    Some("cross-site"),
    Some("none"),
    Some("unknown"),
];

const ORIGINS: [Option<&str>; 8] = [
    None,
    Some(ORIGIN),
    Some("https://evil.example"),
    Some("null"),
    // Another port, another scheme, a name that begins alike, and one that ends alike.
    Some("https://mkm.example.org:8443"),
    Some("http://mkm.example.org"),
    Some("https://mkm.example.org.evil.example"),
    Some("https://evil-mkm.example.org"),
];

/// The rule, said once more in other words than the program's.
fn is_taken(site: Option<&str>, origin: Option<&str>) -> bool {
    match site {
        Some(site) => site == "same-origin",
        None => origin == Some(ORIGIN),
    }
}

async fn send(
    client: &Client,
    method: &Method,
    path: &str,
    site: Option<&str>,
    origin: Option<&str>,
) -> Answer {
    let mut request = client.plain_request(method.clone(), path);
    for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    Answer::of(request.header("content-type", "application/x-www-form-urlencoded")).await
}

/// A signed-in browser, one without a cookie, one with a cookie of its own making.
async fn browsers(server: &TestServer) -> [Client; 3] {
    let mut made_up = server.stranger();
    made_up.cookie = Some("__Host-mkm=AAAAAAAAAAAAAAAAAAAAAA".to_owned());
    [server.reseller().await, server.stranger(), made_up]
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_changes_something_is_taken_from_our_own_pages_only(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut asked = 0;
    for client in &browsers(&server).await {
        for path in ["/darstellung", "/abmelden", "/api/kunden/naechste-nummer"] {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                for site in SITES {
                    for origin in ORIGINS {
                        if path == "/abmelden" && is_taken(site, origin) {
                            continue;
                        }
                        let answer = send(client, &method, path, site, origin).await;
                        let refused =
                            answer.status == 403 && answer.text() == "Cross-site request refused";
                        assert_eq!(
                            refused,
                            !is_taken(site, origin),
                            "{method} {path} {site:?} {origin:?}: {}",
                            answer.status
                        );
                        asked += 1;
                    }
                }
            }
        }
    }
    assert!(asked > 1_500, "{asked}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn links_from_anywhere_lead_to_our_pages(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let [reseller, stranger, made_up] = browsers(&server).await;
    for method in [Method::GET, Method::HEAD] {
        for site in SITES {
            for origin in ORIGINS {
                for (client, expected) in [(&reseller, 200), (&stranger, 303), (&made_up, 303)] {
                    let answer = send(client, &method, "/kontakt", site, origin).await;
                    assert_eq!(answer.status, expected, "{method} {site:?} {origin:?}");
                }
            }
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_foreign_page_deletes_nothing_even_with_the_session(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let client = server.reseller().await;
    let (id, _) = people::customer(&server.db, "100001", true).await;
    let form = format!("/mkm/kunden/{id}/loeschen");
    let foreign = [
        (Some("cross-site"), Some("https://evil.example")),
        (Some("same-site"), Some("https://mkm.example.org:8443")),
        (None, Some("https://evil.example")),
        (None, Some("null")),
        (None, None),
    ];
    for (site, origin) in foreign {
        let answer = send(&client, &Method::POST, &form, site, origin).await;
        assert_eq!(answer.status, 403, "{site:?} {origin:?}");
        let mut call = client
            .plain_request(Method::POST, "/api/kunden/loeschen")
            .json(&json!({ "id": id }));
        for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
            if let Some(value) = value {
                call = call.header(name, value);
            }
        }
        assert_eq!(Answer::of(call).await.status, 403, "{site:?} {origin:?}");
    }
    let desk = people::desk(&server.db, "100001").await;
    assert!(
        server.db.detail(&desk, id).await.is_ok(),
        "it is still there"
    );
    // The same request from our own page does it: the refusals above were not for another reason.
    let own = send(&client, &Method::POST, &form, Some("same-origin"), None).await;
    assert_eq!(own.status, 303);
    assert!(server.db.detail(&desk, id).await.is_err());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn no_answer_lets_another_site_read_it(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let client = server.reseller().await;
    for method in [Method::GET, Method::OPTIONS] {
        for path in ["/mkm/kunden", "/api/kunden/liste"] {
            let answer = send(
                &client,
                &method,
                path,
                Some("cross-site"),
                Some("https://evil.example"),
            )
            .await;
            let allowing: Vec<_> = answer
                .headers
                .keys()
                .filter(|name| name.as_str().starts_with("access-control-"))
                .collect();
            assert_eq!(allowing, Vec::<&reqwest::header::HeaderName>::new());
            assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        }
    }
}

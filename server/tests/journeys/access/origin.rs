//! Where a change may come from.

use reqwest::Method;
use sqlx::PgPool;

use crate::support::{ORIGIN, TestServer, client::Answer};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn only_our_own_pages_may_change_something(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let ours = ORIGIN;
    for (site, origin, allowed) in [
        (Some("same-origin"), None, true),
        (Some("same-origin"), Some(ours), true),
        (Some("same-site"), Some(ours), false),
        (Some("cross-site"), Some(ours), false),
        (Some("none"), None, false),
        (None, Some(ours), true),
        (None, Some("https://evil.example"), false),
        (None, Some("null"), false),
        (None, None, false),
    ] {
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let mut request = client.plain_request(method.clone(), "/darstellung");
            for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let status =
                Answer::of(request.header("content-type", "application/x-www-form-urlencoded"))
                    .await
                    .status;
            let expected = match (allowed, &method) {
                (false, _) => 403,
                (true, &Method::POST) => 303,
                (true, _) => 405,
            };
            assert_eq!(status, expected, "{method} {site:?} {origin:?}");
        }
    }
}

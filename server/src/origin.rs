//! Requests that change something must come from our own pages.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::state::AppState;

/// Answers 403 to an unsafe request that another site sent.
pub async fn check(State(app): State<AppState>, request: Request, next: Next) -> Response {
    if is_ours(
        request.method(),
        request.headers(),
        app.public_url().origin(),
    ) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "Cross-site request refused").into_response()
}

/// Browsers say in `Sec-Fetch-Site` who sends; older ones only name the `Origin`. Neither there: no
/// browser sends like that, and no page of ours.
fn is_ours(method: &Method, headers: &HeaderMap, origin: &str) -> bool {
    if matches!(
        *method,
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    ) {
        return true;
    }
    match single(headers, "sec-fetch-site") {
        Ok(Some(site)) => site == b"same-origin",
        Ok(None) => single(headers, header::ORIGIN.as_str()) == Ok(Some(origin.as_bytes())),
        Err(Repeated) => false,
    }
}

/// A header that may be sent once came more than once.
#[derive(Debug, PartialEq, Eq)]
struct Repeated;

fn single<'h>(headers: &'h HeaderMap, name: &str) -> Result<Option<&'h [u8]>, Repeated> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (first, None) => Ok(first.map(|value| value.as_bytes())),
        _ => Err(Repeated),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    const OURS: &str = "https://mkm.example.org";

    fn allowed(method: &Method, site: Option<&str>, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
            if let Some(value) = value {
                headers.insert(name, value.parse().unwrap());
            }
        }
        is_ours(method, &headers, OURS)
    }

    #[test]
    fn safe_methods_may_come_from_anywhere() {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE] {
            for site in [None, Some("same-origin"), Some("cross-site"), Some("none")] {
                assert!(
                    allowed(&method, site, Some("https://evil.example")),
                    "{method} {site:?}"
                );
            }
        }
    }

    #[test]
    fn unsafe_methods_only_come_from_our_own_pages() {
        let table = [
            (Some("same-origin"), None, true),
            (Some("same-origin"), Some(OURS), true),
            // The browser knows better than a proxy that rewrites the origin.
            (Some("same-origin"), Some("https://other.example"), true),
            (Some("same-site"), Some(OURS), false),
            (Some("cross-site"), Some(OURS), false),
            (Some("none"), Some(OURS), false),
            (Some("none"), None, false),
            (Some(""), Some(OURS), false),
            (Some("Same-Origin"), Some(OURS), false),
            (None, Some(OURS), true),
            (None, Some("https://mkm.example.org:443"), false),
            (None, Some("http://mkm.example.org"), false),
            (None, Some("https://mkm.example.org.evil.example"), false),
            (None, Some("https://evil.example"), false),
            (None, Some("null"), false),
            (None, None, false),
        ];
        for method in [
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
            Method::CONNECT,
        ] {
            for (site, origin, expected) in table {
                assert_eq!(
                    allowed(&method, site, origin),
                    expected,
                    "{method} {site:?} {origin:?}"
                );
            }
        }
        assert!(!allowed(
            &Method::from_bytes(b"SPIELEN").unwrap(),
            None,
            None
        ));
    }

    #[test]
    fn a_repeated_header_is_refused() {
        let mut headers = HeaderMap::new();
        headers.append("sec-fetch-site", "same-origin".parse().unwrap());
        headers.append("sec-fetch-site", "cross-site".parse().unwrap());
        assert!(!is_ours(&Method::POST, &headers, OURS));
    }
}

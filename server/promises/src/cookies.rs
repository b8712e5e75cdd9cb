//! Cookies, and what else a browser says of itself.

use axum::http::{HeaderMap, HeaderValue, header};
use server::{browser, cookies, session};
use tower_sessions::session::Id;

use crate::text;

/// Any `Cookie` header can be read; an id that is taken is written as it was read.
pub fn session_cookie(bytes: &[u8]) {
    browser::summary(&text(bytes));
    let Ok(value) = HeaderValue::from_bytes(bytes) else {
        return;
    };
    let mut headers = HeaderMap::new();
    headers.insert(header::COOKIE, value);
    cookies::value(&headers, "sprache");
    let Some(sent) = cookies::value(&headers, session::COOKIE) else {
        return;
    };
    if let Ok(id) = sent.parse::<Id>() {
        assert_eq!(id.to_string().parse::<Id>().ok(), Some(id));
        assert_ne!(session::id_hash(&id), [0; 32]);
    }
}

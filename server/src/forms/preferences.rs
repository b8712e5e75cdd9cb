//! Language and look: cookies, because they are the browser's and not the account's.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use tower_sessions::cookie::{Cookie, SameSite};

use super::fields::Fields;

/// `POST /sprache`
pub async fn set_language(fields: Fields) -> Response {
    let known = matches!(fields.get("sprache"), "de" | "en");
    remembered("sprache", known, &fields)
}

/// `POST /darstellung`; `system` forgets the choice.
pub async fn set_theme(fields: Fields) -> Response {
    let known = matches!(fields.get("darstellung"), "hell" | "dunkel");
    remembered("darstellung", known, &fields)
}

/// Back to the page, with the choice kept for a year, or forgotten.
fn remembered(name: &'static str, known: bool, fields: &Fields) -> Response {
    let (value, days) = if known {
        (fields.get(name), 365)
    } else {
        ("", 0)
    };
    let cookie = Cookie::build((name, value))
        .path("/")
        .secure(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(days))
        .build();
    let mut response = Redirect::to(fields.back()).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

//! Headers that every answer carries.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

use crate::state::AppState;

const FIXED: [(HeaderName, HeaderValue); 6] = [
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(NO_PERMISSIONS),
    ),
];

/// Of what browsers can do beyond showing pages, only passkeys are needed.
const NO_PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
    midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(self), \
    publickey-credentials-get=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// For answers that are no pages.
const NOTHING: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
);

/// Two years: browsers then use https without asking.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// Nobody but the browser's current page keeps it.
pub const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// Sets what security demands of every answer, and `no-store` unless the route said otherwise.
pub async fn secure(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, value);
    }
    if app.public_url().is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(NOTHING);
    headers.entry(header::CACHE_CONTROL).or_insert(NO_STORE);
    response
}

/// The policy of a page whose scripts carry this nonce.
pub fn page_policy(nonce: &str) -> String {
    // cargo-leptos tells the page of a new build through a socket of its own.
    let reload = match std::env::var_os("LEPTOS_WATCH") {
        Some(_) => " ws://localhost:3001 ws://127.0.0.1:3001",
        None => "",
    };
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'{reload}; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'"
    )
}

/// Files whose names change with their content never change.
pub async fn immutable(request: Request, next: Next) -> Response {
    cached(
        next.run(request).await,
        "public, max-age=31536000, immutable",
    )
}

/// Files that keep their names: kept, but asked for again.
pub async fn revalidated(request: Request, next: Next) -> Response {
    cached(next.run(request).await, "public, no-cache")
}

/// The icon: Chromium asks for it again at each change of the address, which is each click in the
/// list, unless it may keep it.
pub async fn kept_for_a_day(request: Request, next: Next) -> Response {
    cached(next.run(request).await, "public, max-age=86400")
}

fn cached(mut response: Response, policy: &'static str) -> Response {
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        // A page that stands in for a missing file has said `no-store`.
        let kept = response.headers_mut().entry(header::CACHE_CONTROL);
        kept.or_insert(HeaderValue::from_static(policy));
    }
    response
}

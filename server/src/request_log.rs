//! One line a request: its id, route, status, time and account; nothing of what was sent.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;
use uuid::Uuid;

use crate::{
    identity::RequestAccount,
    metrics::{self, InFlight},
};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs the request, and puts its id around everything that is logged while it runs.
pub async fn log(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let _running = InFlight::begin();
    let id = Uuid::now_v7();
    let method = request.method().clone();
    // Never the path itself: it can hold a one-time link or a customer's number.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("request", %id);
    let mut response = next.run(request).instrument(span).await;
    let took = start.elapsed();
    metrics::answered(&method, &route, response.status(), took);
    let account = response.extensions().get::<RequestAccount>();
    tracing::info!(
        %id,
        %method,
        route,
        status = response.status().as_u16(),
        us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        account = account.map(|account| tracing::field::display(account.0)),
        "request"
    );
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

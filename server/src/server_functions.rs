//! Calls of server functions.

use app::error::ApiError;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::refusal::Refusal;
use leptos::{prelude::provide_context, server_fn::error::FromServerFnError};

use crate::{identity::Identity, pages, plain_page, state::AppState};

/// No answer that says why a function was not called is longer.
const LONGEST_ERROR: usize = 64 * 1024;

/// `POST /api/…`
pub async fn call(State(app): State<AppState>, identity: Identity, request: Request) -> Response {
    if !is_json(request.headers()) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    if matches!(identity, Identity::Unavailable) {
        let later = [(header::RETRY_AFTER, plain_page::RETRY_AFTER)];
        return (StatusCode::SERVICE_UNAVAILABLE, later).into_response();
    }
    let context = pages::context(&app, &identity, request.headers(), None);
    let provide = move || provide_context(context.clone());
    let response = leptos_axum::handle_server_fns_with_context(provide, request).await;
    blame(response.into_response()).await
}

/// What our own pages send. Leptos would read whatever looks like it.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// Leptos says 500 where it cannot read what was sent, without asking the function: that is no fault of
/// ours. Where the function itself says so, there is an incident.
async fn blame(response: Response) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, LONGEST_ERROR).await.unwrap_or_default();
    let error = ApiError::de(bytes.clone());
    if !matches!(error, ApiError::Refused(Refusal::Internal(_))) {
        parts.status = StatusCode::BAD_REQUEST;
    }
    Response::from_parts(parts, Body::from(bytes))
}

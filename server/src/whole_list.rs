//! Whole lists for the browser: `GET /api/…/liste`.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    list::{Columns, ListKind},
    ports::{Lists, WholeList},
    refusal::Refusal,
    values::ListVersion,
};

use crate::{identity::Identity, plain_page::RETRY_AFTER, state::AppState};

/// `/api/kunden/liste`
pub async fn customers(app: State<AppState>, identity: Identity, headers: HeaderMap) -> Response {
    whole(ListKind::Customers, &app, &identity, &headers).await
}

/// `/api/domains/liste`
pub async fn domains(app: State<AppState>, identity: Identity, headers: HeaderMap) -> Response {
    whole(ListKind::Domains, &app, &identity, &headers).await
}

/// `/api/produkte/liste`
pub async fn products(app: State<AppState>, identity: Identity, headers: HeaderMap) -> Response {
    whole(ListKind::Products, &app, &identity, &headers).await
}

/// The list in its compact form, or 304 where the browser's version is current.
async fn whole(
    kind: ListKind,
    app: &AppState,
    identity: &Identity,
    headers: &HeaderMap,
) -> Response {
    let known = known_version(headers);
    let list = match identity.desk() {
        Ok(desk) => app.db().whole(&desk, kind, known).await,
        Err(refusal) => Err(refusal),
    };
    match list {
        Ok(WholeList::Changed { version, columns }) => changed(version, &columns),
        Ok(WholeList::Unchanged) => unchanged(known),
        Err(refusal) => declined(&refusal),
    }
}

fn changed(version: ListVersion, columns: &Columns) -> Response {
    let mut response = columns.encode().into_response();
    set_version(&mut response, Some(version));
    response
}

fn unchanged(known: Option<ListVersion>) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    set_version(&mut response, known);
    response
}

fn declined(refusal: &Refusal) -> Response {
    let mut response = app::caller::status(refusal).into_response();
    if *refusal == Refusal::Unavailable {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    response
}

fn set_version(response: &mut Response, version: Option<ListVersion>) {
    let tag = version.and_then(|version| HeaderValue::from_str(&format!("\"{}\"", version.0)).ok());
    if let Some(tag) = tag {
        response.headers_mut().insert(header::ETAG, tag);
    }
}

/// The version that the browser has; compressing on the way may have made its tag a weak one.
fn known_version(headers: &HeaderMap) -> Option<ListVersion> {
    let tag = headers.get(header::IF_NONE_MATCH)?.to_str().ok()?.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag);
    let version = tag.strip_prefix('"')?.strip_suffix('"')?;
    version.parse().ok().map(ListVersion)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn known(tag: &str) -> Option<ListVersion> {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, tag.parse().unwrap());
        known_version(&headers)
    }

    #[test]
    fn a_tag_names_the_version() {
        assert_eq!(known("\"42\""), Some(ListVersion(42)));
        assert_eq!(known("W/\"42\""), Some(ListVersion(42)));
    }

    #[test]
    fn another_programs_tag_names_none() {
        for tag in ["*", "42", "\"x\"", "\"\"", "\"42"] {
            assert_eq!(known(tag), None, "{tag}");
        }
    }
}

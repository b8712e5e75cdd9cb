//! How a form about a domain is answered.

use app::submitted::Submitted;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, StatusCode, Uri, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{refusal::Refusal, values::Id};
use url::form_urlencoded;

use crate::{identity::Identity, pages, state::AppState};

/// Who sent a form to which address: what it takes to answer with the page of that address.
pub struct Sender {
    pub app: AppState,
    pub identity: Identity,
    uri: Uri,
    pub headers: HeaderMap,
}

impl FromRequestParts<AppState> for Sender {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, StatusCode> {
        Ok(Self {
            identity: Identity::from_request_parts(parts, app).await?,
            app: app.clone(),
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
        })
    }
}

impl Sender {
    /// The page again, with what was sent and why it was not taken.
    pub async fn decline(self, status: StatusCode, submitted: Submitted) -> Response {
        let request = pages::request_for(self.uri, self.headers);
        pages::render(
            &self.app,
            &self.identity,
            request,
            Some((status, submitted)),
        )
        .await
    }
}

/// Where the domains of a customer are shown, or of all of them.
pub fn page_of(customer: Option<&str>) -> String {
    match customer {
        Some(id) => format!("/mkm/kunden/{id}/domains"),
        None => "/domains".to_owned(),
    }
}

/// To a page that says what happened.
pub fn to(page: &str, what: &str, value: &str) -> Response {
    let said = form_urlencoded::Serializer::new(String::new())
        .append_pair(what, value)
        .finish();
    Redirect::to(&format!("{page}?{said}")).into_response()
}

/// What is no id is nobody's.
pub fn id<Kind>(text: &str) -> Result<Id<Kind>, Refusal> {
    text.parse().map_err(|_| Refusal::NotFound)
}

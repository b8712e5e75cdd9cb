//! Confirming a new e-mail address by the link that went there.

use app::submitted::{ConfirmEmail, Submitted};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::principal::Role;

use crate::{identity::Identity, pages, secret, state::AppState};

/// `POST /email/{token}`
pub async fn confirm_email(
    State(app): State<AppState>,
    identity: Identity,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let hash = secret::hash(token.as_bytes());
    let problem = match app.db().confirm_email(&hash).await {
        Ok(Some(account)) => {
            let here = identity
                .principal()
                .filter(|principal| principal.account() == account);
            let role = here.map(|principal| principal.role());
            return Redirect::to(page_after(role)).into_response();
        }
        Ok(None) => (StatusCode::GONE, ConfirmEmail::Gone),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, ConfirmEmail::Unavailable),
    };
    let (status, problem) = problem;
    let answer = (status, Submitted::ConfirmEmail(problem));
    let request = pages::request_for(uri, headers);
    pages::render(&app, &identity, request, Some(answer)).await
}

/// Where the new address can be seen, for the account that is signed in here.
fn page_after(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Portal) => "/portal/konto?konto=email",
        Some(Role::Reseller | Role::Staff(_)) => "/konto?konto=email",
        None => "/anmelden?email=geaendert",
    }
}

//! Setting a password by a one-time link.

use app::submitted::{NewPasswordProblem, Submitted};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use db::{TokenOwner, TokenPurpose};
use domain::refusal::Refusal;

use super::fields::Fields;
use crate::{accounts::check_new_password, identity::Identity, pages, secret, state::AppState};

/// `POST /passwort/{token}`
pub async fn set_password(
    State(app): State<AppState>,
    identity: Identity,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match redeem(
        &app,
        &token,
        fields.get("passwort"),
        fields.get("wiederholung"),
    )
    .await
    {
        Ok(()) => Redirect::to("/anmelden?passwort=gesetzt").into_response(),
        Err(problem) => {
            let answer = (status(problem), Submitted::NewPassword { problem });
            pages::render(
                &app,
                &identity,
                pages::request_for(uri, headers),
                Some(answer),
            )
            .await
        }
    }
}

async fn redeem(
    app: &AppState,
    token: &str,
    password: &str,
    repeated: &str,
) -> Result<(), NewPasswordProblem> {
    let hash = secret::hash(token.as_bytes());
    let owner = app
        .db()
        .token_owner(&hash, TokenPurpose::FOR_PASSWORD)
        .await
        .map_err(away)?
        .ok_or(NewPasswordProblem::LinkGone)?;
    if password != repeated {
        return Err(NewPasswordProblem::Differ);
    }
    check(app, password, &owner)?;
    let hashed = app
        .passwords()
        .hash(password.to_owned())
        .await
        .map_err(away)?;
    let redeemed = app
        .db()
        .redeem_token(&hash, TokenPurpose::FOR_PASSWORD, &hashed)
        .await
        .map_err(away)?;
    redeemed.then_some(()).ok_or(NewPasswordProblem::LinkGone)
}

fn check(app: &AppState, password: &str, owner: &TokenOwner) -> Result<(), NewPasswordProblem> {
    let known = [
        owner.user_name.as_str(),
        &owner.first_name,
        &owner.last_name,
        &owner.email,
        &owner.company,
        &app.settings().provider_name,
    ];
    check_new_password(password, owner.has_second_factor, &known)
        .map_err(NewPasswordProblem::Rejected)
}

fn away(_: Refusal) -> NewPasswordProblem {
    NewPasswordProblem::Unavailable
}

fn status(problem: NewPasswordProblem) -> StatusCode {
    match problem {
        NewPasswordProblem::Rejected(_) | NewPasswordProblem::Differ => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        NewPasswordProblem::LinkGone => StatusCode::GONE,
        NewPasswordProblem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

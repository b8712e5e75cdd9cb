//! What a browser is to ask a passkey for, as JSON for the script beside the forms. The forms themselves
//! carry the answers.

use std::time::Duration;

use app::caller;
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use db::{Attempt, PasskeyPurpose};
use domain::refusal::Refusal;
use serde_json::Value;
use tower_sessions::Session;

use super::{fields::Fields, sign_in::browser_of};
use crate::{
    accounts,
    identity::Identity,
    session::{self, HalfSignedIn},
    state::AppState,
    throttle_address::ThrottleAddress,
};

/// `POST /konto/passkey`: to prove who one is (`zweck=bestaetigen`), or a new one (`zweck=hinzufuegen`, with
/// a fresh proof).
pub async fn own_passkey_options(
    State(app): State<AppState>,
    identity: Identity,
    fields: Fields,
) -> Response {
    let asked = async {
        let own = identity.enrolling()?;
        match fields.get("zweck") {
            "bestaetigen" => {
                let session = own.session().ok_or(Refusal::SignedOut)?;
                let purpose = PasskeyPurpose::Proof;
                let asked = accounts::ask_for_own(&app, own.account(), session, purpose);
                asked.await.map(Some)
            }
            "hinzufuegen" => {
                identity.fresh_proof()?;
                accounts::ask_for_new(&app, &own).await.map(Some)
            }
            _ => Ok(None),
        }
    };
    match asked.await.transpose() {
        Some(asked) => answer(asked),
        None => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    }
}

/// `POST /anmelden/code/passkey`: the second factor of somebody whose password was right.
pub async fn factor_passkey_options(State(app): State<AppState>, session: Session) -> Response {
    let asked = async {
        let half = HalfSignedIn::of(&session).await?;
        let half = half.ok_or(Refusal::SignedOut)?;
        let here = session::hash_of(&session).ok_or(Refusal::SignedOut)?;
        accounts::ask_for_own(&app, half.account, &here, PasskeyPurpose::Factor).await
    };
    answer(asked.await)
}

/// `POST /anmelden/passkey/aufgabe`: any passkey that the authenticator has for us. What it is to sign is
/// kept with a session in which nobody is signed in, so an address is asked as seldom as one may fail to sign
/// in.
pub async fn sign_in_passkey_options(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    identity: Identity,
    session: Session,
    headers: HeaderMap,
) -> Response {
    if identity.principal().is_some() {
        return StatusCode::CONFLICT.into_response();
    }
    match app.db().attempt_passkey(address).await {
        Ok(Attempt::Allowed) => {}
        Ok(Attempt::Wait(wait)) => return too_many(wait),
        Err(refusal) => return answer(Err(refusal)),
    }
    let asked = async {
        // Kept with the session, so that its owner knows it again.
        let begun = async {
            session
                .insert(session::BROWSER, browser_of(&headers))
                .await?;
            session.save().await
        };
        begun.await.map_err(|_| Refusal::Unavailable)?;
        let here = session::hash_of(&session).ok_or(Refusal::SignedOut)?;
        accounts::ask_for_sign_in(&app, &here).await
    };
    answer(asked.await)
}

fn too_many(wait: Duration) -> Response {
    let seconds = wait.as_millis().div_ceil(1_000).to_string();
    let headers = [(header::RETRY_AFTER, seconds)];
    (StatusCode::TOO_MANY_REQUESTS, headers).into_response()
}

fn answer(asked: Result<Value, Refusal>) -> Response {
    match asked {
        Ok(options) => Json(options).into_response(),
        Err(refusal) => caller::status(&refusal).into_response(),
    }
}

//! The own e-mail address, password and sessions.

use app::submitted::{OwnEmailProblem, OwnPasswordProblem, Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::{ports::OwnAccounts, refusal::Refusal};
use tower_sessions::Session;

use super::fields::Fields;
use crate::{
    accounts::{Typed, change_own_password, request_own_email},
    identity::Identity,
    pages, plain_page,
    session::Facts,
    state::AppState,
    throttle_address::ThrottleAddress,
};

/// `POST /konto/passwort`: all sessions end, and this browser gets a new one.
pub async fn change_password(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    identity: Identity,
    session: Session,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let typed = Typed {
        old: fields.get("alt"),
        new: fields.get("passwort"),
        repeated: fields.get("wiederholung"),
    };
    let outcome = async {
        let own = identity.own().map_err(problem_of)?;
        change_own_password(&app, &own, address, &typed).await?;
        Facts::begin(&session, own.account())
            .await
            .map_err(problem_of)
    };
    match outcome.await {
        Ok(()) => said(&fields, "passwort"),
        Err(problem) => {
            let answer = (status(problem), Submitted::OwnPassword { problem });
            again(&app, &identity, headers, &fields, answer).await
        }
    }
}

/// `POST /konto/email`: a link goes to the new address, and the session goes on under a new id.
pub async fn change_email(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    identity: Identity,
    session: Session,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let (new, password) = (fields.get("neue-email"), fields.get("email-passwort"));
    let outcome = async {
        let own = identity
            .own()
            .map_err(|refusal| OwnEmailProblem::Password(problem_of(refusal)))?;
        request_own_email(&app, &own, address, new, password).await?;
        // The password was a proof.
        Facts::begin(&session, own.account())
            .await
            .map_err(|refusal| OwnEmailProblem::Password(problem_of(refusal)))
    };
    match outcome.await {
        Ok(()) => said(&fields, "email-link"),
        Err(problem) => {
            let typed = new.to_owned();
            let answer = (
                email_status(problem),
                Submitted::OwnEmail { typed, problem },
            );
            again(&app, &identity, headers, &fields, answer).await
        }
    }
}

/// `POST /konto/sitzungen`: ends the one that is named, or all others.
pub async fn end_sessions(
    State(app): State<AppState>,
    identity: Identity,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let outcome = async {
        let own = identity.own()?;
        match fields.get("sitzung") {
            "andere" => app.db().end_other_sessions(&own).await,
            one => {
                let session = one.parse().map_err(|_| Refusal::NotFound)?;
                app.db().end_session(&own, session).await
            }
        }
    };
    match outcome.await {
        Ok(()) => said(&fields, "sitzungen"),
        Err(refusal) => plain_page::refused(&headers, &refusal),
    }
}

/// The page that the form stands on, with what came of it.
async fn again(
    app: &AppState,
    identity: &Identity,
    headers: HeaderMap,
    fields: &Fields,
    answer: (StatusCode, Submitted),
) -> Response {
    let page: Uri = page_of(fields).parse().unwrap_or_default();
    let request = pages::request_for(page, headers);
    pages::render(app, identity, request, Some(answer)).await
}

/// Back to the page that the form stands on, which says what happened.
fn said(fields: &Fields, what: &str) -> Response {
    Redirect::to(&format!("{}?konto={what}", page_of(fields))).into_response()
}

/// The page that the form stands on, without its query.
fn page_of(fields: &Fields) -> &str {
    match fields.back() {
        "/" => "/konto",
        page => page.split('?').next().unwrap_or(page),
    }
}

fn problem_of(refusal: Refusal) -> OwnPasswordProblem {
    match refusal {
        Refusal::SignedOut => OwnPasswordProblem::SignedOut,
        Refusal::FactorNeeded => OwnPasswordProblem::FactorNeeded,
        _ => OwnPasswordProblem::Unavailable,
    }
}

fn status(problem: OwnPasswordProblem) -> StatusCode {
    match problem {
        OwnPasswordProblem::OldWrong
        | OwnPasswordProblem::Rejected(_)
        | OwnPasswordProblem::Differ => StatusCode::UNPROCESSABLE_ENTITY,
        OwnPasswordProblem::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        OwnPasswordProblem::SignedOut => StatusCode::UNAUTHORIZED,
        OwnPasswordProblem::FactorNeeded => StatusCode::FORBIDDEN,
        OwnPasswordProblem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn email_status(problem: OwnEmailProblem) -> StatusCode {
    match problem {
        OwnEmailProblem::Address(_) | OwnEmailProblem::Same => StatusCode::UNPROCESSABLE_ENTITY,
        OwnEmailProblem::TooMany => StatusCode::TOO_MANY_REQUESTS,
        OwnEmailProblem::NoMails => StatusCode::CONFLICT,
        OwnEmailProblem::Password(problem) => status(problem),
    }
}

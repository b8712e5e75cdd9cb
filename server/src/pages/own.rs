//! Pages about the own sign-in.

use app::submitted::{FactorPage, FactorState, Submitted};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::refusal::Refusal;
use tower_sessions::Session;
use url::form_urlencoded;

use super::{page, render, to_sign_in};
use crate::{
    forms, identity::Identity, local_path, plain_page, session::HalfSignedIn, state::AppState,
};

/// `/konto/bestaetigen`: with a fresh proof there is nothing to confirm.
pub async fn confirm(
    State(app): State<AppState>,
    identity: Identity,
    request: Request,
) -> Response {
    if identity.fresh_proof().is_err() {
        return page(State(app), identity, request).await;
    }
    Redirect::to(&back(&request)).into_response()
}

/// `/konto/zwei-faktor`: an app's secret is shown only to whoever has just proved who they are.
pub async fn second_factor(
    State(app): State<AppState>,
    identity: Identity,
    request: Request,
) -> Response {
    let enrolling = forms::enrolling(&request);
    match forms::factor_page(&app, &identity, enrolling).await {
        Ok(FactorPage {
            state: FactorState::Enrolling { app: None },
            ..
        }) => {
            let confirm = local_path::leading_back(forms::CONFIRM_PAGE, forms::FACTOR_PAGE);
            Redirect::to(&confirm).into_response()
        }
        Ok(page) => {
            let answer = (StatusCode::OK, Submitted::SecondFactor(page));
            render(&app, &identity, request, Some(answer)).await
        }
        Err(Refusal::SignedOut) => to_sign_in(request.uri()),
        Err(refusal) => plain_page::refused(request.headers(), &refusal),
    }
}

/// `/anmelden/code`: for somebody whose password was right a moment ago.
pub async fn sign_in_code(
    State(app): State<AppState>,
    identity: Identity,
    session: Session,
    request: Request,
) -> Response {
    if identity.principal().is_some() {
        return Redirect::to(&back(&request)).into_response();
    }
    match HalfSignedIn::of(&session).await {
        Ok(Some(half)) => {
            let (problem, ways) = (None, forms::ways(&app, half.account).await);
            let asked = (StatusCode::OK, Submitted::SignInCode { problem, ways });
            render(&app, &identity, request, Some(asked)).await
        }
        Ok(None) => {
            let sign_in = local_path::leading_back("/anmelden", &back(&request));
            Redirect::to(&sign_in).into_response()
        }
        Err(_) => plain_page::unavailable(request.headers()),
    }
}

/// Whether a passkey could prove who is signed in. Where the database does not say, the password is asked
/// for alone.
pub(super) async fn may_prove_by_passkey(app: &AppState, identity: &Identity) -> bool {
    let Ok(own) = identity.enrolling() else {
        return false;
    };
    let ways = app.db().factor_ways(own.account()).await;
    app.passkeys().are_possible() && ways.is_ok_and(|ways| ways.passkey)
}

/// Where the page leads back to, if that is here.
fn back(request: &Request) -> String {
    let query = request.uri().query().unwrap_or_default();
    let back = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "zurueck");
    let back = back.map(|(_, path)| path).unwrap_or_default();
    local_path::checked(&back).unwrap_or("/").to_owned()
}

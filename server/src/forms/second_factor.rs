//! The own second factor.

use app::submitted::{
    CodeProblem, FactorPage, FactorProblem, FactorState, RemovalProblem, Submitted,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use super::{confirm, fields::Fields};
use crate::{
    accounts::{self, Proving},
    identity::Identity,
    pages, plain_page,
    state::AppState,
};

/// The page about it.
pub const PAGE: &str = "/konto/zwei-faktor";

/// `POST /konto/zwei-faktor`: a secret for an app.
pub async fn begin_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match accounts::begin_factor(&app, &mut who, fields.get(confirm::PASSWORD)).await {
        Ok(()) => Redirect::to(PAGE).into_response(),
        Err(problem) => again(&app, &who, headers, &fields, problem).await,
    }
}

/// `POST /konto/zwei-faktor/bestaetigen`: the first code of the app. Shows the recovery codes.
pub async fn confirm_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let (password, code) = (fields.get(confirm::PASSWORD), fields.get("code"));
    match accounts::confirm_factor(&app, &mut who, password, code).await {
        Ok(codes) => shown(&app, who.identity(), headers, codes).await,
        Err(problem) => again(&app, &who, headers, &fields, problem).await,
    }
}

/// `POST /konto/zwei-faktor/codes`: new recovery codes.
pub async fn renew_codes(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match accounts::renew_codes(&app, &mut who, fields.get(confirm::PASSWORD)).await {
        Ok(Some(codes)) => shown(&app, who.identity(), headers, codes).await,
        // Removed in another window meanwhile: the page shows that.
        Ok(None) => Redirect::to(PAGE).into_response(),
        Err(problem) => again(&app, &who, headers, &fields, problem).await,
    }
}

/// `POST /konto/zwei-faktor/entfernen`
pub async fn remove_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match accounts::remove_factor(&app, &mut who, fields.get("faktor-passwort")).await {
        Ok(()) => Redirect::to(&format!("{PAGE}?konto=faktor-entfernt")).into_response(),
        Err(problem) => again(&app, &who, headers, &fields, problem).await,
    }
}

/// The page with the recovery codes, this once.
async fn shown(
    app: &AppState,
    identity: &Identity,
    headers: HeaderMap,
    codes: Vec<String>,
) -> Response {
    let page = FactorPage {
        state: FactorState::Codes(codes),
        problem: None,
        typed: String::new(),
    };
    show(app, identity, headers, (StatusCode::OK, page)).await
}

/// The page again, with what was typed and why it was not taken.
async fn again(
    app: &AppState,
    who: &Proving,
    headers: HeaderMap,
    fields: &Fields,
    problem: FactorProblem,
) -> Response {
    let state = match accounts::factor_state(app, who.identity()).await {
        Ok(state) => state,
        Err(refusal) => return plain_page::refused(&headers, &refusal),
    };
    let page = FactorPage {
        state,
        problem: Some(problem),
        typed: fields.get("code").to_owned(),
    };
    show(app, who.identity(), headers, (status(problem), page)).await
}

async fn show(
    app: &AppState,
    identity: &Identity,
    headers: HeaderMap,
    (status, page): (StatusCode, FactorPage),
) -> Response {
    let request = pages::request_for(PAGE.parse().unwrap_or_default(), headers);
    let answer = (status, Submitted::SecondFactor(page));
    pages::render(app, identity, request, Some(answer)).await
}

fn status(problem: FactorProblem) -> StatusCode {
    match problem {
        FactorProblem::Proof(problem)
        | FactorProblem::Removal(RemovalProblem::Password(problem)) => confirm::status(problem),
        FactorProblem::Code(CodeProblem::Throttled { .. }) => StatusCode::TOO_MANY_REQUESTS,
        FactorProblem::Code(CodeProblem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        FactorProblem::Code(CodeProblem::Wrong)
        | FactorProblem::Removal(RemovalProblem::TooShort) => StatusCode::UNPROCESSABLE_ENTITY,
        FactorProblem::Removal(RemovalProblem::Required) => StatusCode::CONFLICT,
    }
}

//! The page about the second factor, as the server fills it.

use app::submitted::{
    CodeProblem, FactorForm, FactorPage, FactorProblem, FactorState, PasskeyProblem,
    RemovalProblem, Submitted,
};
use axum::{
    extract::Request,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::refusal::Refusal;
use url::form_urlencoded;

use super::{PAGE, said};
use crate::{
    accounts::{self, Proving},
    forms::{confirm, fields::Fields},
    identity::Identity,
    pages, plain_page,
    state::AppState,
};

/// Whether the page is asked for in order to set up an app beside another factor.
pub fn enrolling(request: &Request) -> bool {
    let query = request.uri().query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "app")
}

/// The page as it is opened.
///
/// # Errors
/// [`Refusal::SignedOut`], [`Refusal::Unavailable`], [`Refusal::Internal`]
pub async fn factor_page(
    app: &AppState,
    identity: &Identity,
    enrolling: bool,
) -> Result<FactorPage, Refusal> {
    Ok(FactorPage {
        state: accounts::factor_state(app, identity, enrolling).await?,
        passkeys: accounts::own_passkeys(app, identity).await?,
        declined: None,
        typed: String::new(),
    })
}

/// The page with the recovery codes, this once.
pub(super) async fn codes(
    app: &AppState,
    identity: &Identity,
    headers: HeaderMap,
    codes: Vec<String>,
) -> Response {
    let page = FactorPage {
        state: FactorState::Codes(codes),
        passkeys: None,
        declined: None,
        typed: String::new(),
    };
    show(app, identity, headers, (StatusCode::OK, page)).await
}

/// The page again, with what was typed and why it was not taken.
pub(super) async fn again(
    app: &AppState,
    who: &Proving,
    headers: HeaderMap,
    fields: &Fields,
    (form, problem): (FactorForm, FactorProblem),
) -> Response {
    let typed = match form {
        FactorForm::AddPasskey => fields.get("name"),
        _ => fields.get("code"),
    };
    // The form that a code was typed into, and not the one that begins with an app.
    let enrolling = form == FactorForm::App && fields.has("code");
    let page = match factor_page(app, who.identity(), enrolling).await {
        Ok(page) => page,
        Err(refusal) => return plain_page::refused(&headers, &refusal),
    };
    let page = FactorPage {
        declined: Some((form, problem)),
        typed: typed.to_owned(),
        ..page
    };
    show(app, who.identity(), headers, (status(problem), page)).await
}

/// To the page, which says what is gone: this factor, or the last one.
pub(super) async fn removed(app: &AppState, who: &Proving, what: &str) -> Response {
    match accounts::factor_state(app, who.identity(), false).await {
        Ok(FactorState::On { .. }) => said(what),
        _ => said("faktor-entfernt"),
    }
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
        FactorProblem::Code(_)
        | FactorProblem::Removal(RemovalProblem::TooShort)
        | FactorProblem::Passkey(
            PasskeyProblem::Name
            | PasskeyProblem::Again
            | PasskeyProblem::Late
            | PasskeyProblem::Wrong,
        ) => StatusCode::UNPROCESSABLE_ENTITY,
        FactorProblem::Removal(RemovalProblem::Required | RemovalProblem::Changed)
        | FactorProblem::Passkey(PasskeyProblem::Known | PasskeyProblem::Full) => {
            StatusCode::CONFLICT
        }
    }
}

//! Proving once more who one is.

use app::submitted::{ProofProblem, Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use super::fields::Fields;
use crate::{
    accounts::{Given, Proving},
    local_path, pages,
    state::AppState,
};

/// The page that asks, and where it sends what was typed.
pub const PAGE: &str = "/konto/bestaetigen";

/// What came of the fields that [`app::account::ProofField`] adds to a form.
pub fn given(fields: &Fields) -> Given<'_> {
    Given {
        password: fields.get("bestaetigung"),
        passkey: fields.get("bestaetigung-passkey"),
    }
}

/// `POST /konto/bestaetigen`: leads back to what needed the proof.
pub async fn confirm(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match who.prove(&app, given(&fields)).await {
        Ok(_) => Redirect::to(fields.back()).into_response(),
        Err(problem) => {
            let answer = (status(problem), Submitted::Confirm { problem });
            let page = local_path::leading_back(PAGE, fields.back());
            let request = pages::request_for(page.parse().unwrap_or_default(), headers);
            pages::render(&app, who.identity(), request, Some(answer)).await
        }
    }
}

/// The HTTP status of a form that was declined for want of a proof.
pub fn status(problem: ProofProblem) -> StatusCode {
    match problem {
        ProofProblem::Needed => StatusCode::FORBIDDEN,
        ProofProblem::Wrong | ProofProblem::PasskeyWrong | ProofProblem::PasskeyLate => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        ProofProblem::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        ProofProblem::SignedOut => StatusCode::UNAUTHORIZED,
        ProofProblem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

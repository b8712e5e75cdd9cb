//! The second step of signing in.

use app::submitted::{CodeProblem, Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use tower_sessions::Session;
use url::form_urlencoded;

use super::fields::Fields;
use crate::{
    accounts::{TypedCode, check_code},
    identity::Identity,
    pages, plain_page,
    session::{Facts, HalfSignedIn},
    state::AppState,
    throttle_address::ThrottleAddress,
};

/// The page that asks for the code.
pub const PAGE: &str = "/anmelden/code";

/// `POST /anmelden/code`: a right code signs in, under a new id.
pub async fn sign_in_code(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    session: Session,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let half = match HalfSignedIn::of(&session).await {
        Ok(Some(half)) => half,
        Ok(None) => return Redirect::to("/anmelden?code=abgelaufen").into_response(),
        Err(_) => return plain_page::unavailable(&headers),
    };
    let typed = match fields.get("art") {
        "" => TypedCode::App(fields.get("code")),
        _ => TypedCode::Recovery(fields.get("code")),
    };
    let outcome = async {
        check_code(&app, address, half.account, typed).await?;
        Ok::<_, CodeProblem>(Facts::begin(&session, half.account).await?)
    };
    match outcome.await {
        Ok(()) => Redirect::to(fields.back()).into_response(),
        Err(problem) => declined(&app, headers, &fields, problem).await,
    }
}

/// The page again, which still knows what was asked for and where to go afterwards.
async fn declined(
    app: &AppState,
    headers: HeaderMap,
    fields: &Fields,
    problem: CodeProblem,
) -> Response {
    let (status, wait) = match problem {
        CodeProblem::Wrong => (StatusCode::UNAUTHORIZED, None),
        CodeProblem::Throttled { seconds } => (StatusCode::TOO_MANY_REQUESTS, Some(seconds)),
        CodeProblem::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, Some(3)),
    };
    let request = pages::request_for(page_of(fields), headers);
    let answer = (status, Submitted::SignInCode { problem });
    let mut response = pages::render(app, &Identity::SignedOut, request, Some(answer)).await;
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Its address, as it was before the form was sent.
fn page_of(fields: &Fields) -> Uri {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !fields.get("art").is_empty() {
        query.append_pair("art", "wiederherstellung");
    }
    query.append_pair("zurueck", fields.back());
    let page = format!("{PAGE}?{}", query.finish());
    page.parse().unwrap_or_default()
}

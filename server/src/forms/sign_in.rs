//! Signing in and out.

use app::submitted::{SignInProblem, Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::refusal::Refusal;
use tower_sessions::Session;

use super::{fields::Fields, sign_in_code};
use crate::{
    accounts::{self, Recognized, SignInFailure},
    browser,
    identity::Identity,
    local_path, pages, plain_page,
    session::{self, Facts, HalfSignedIn},
    state::AppState,
    throttle_address::ThrottleAddress,
};

/// No user name is longer.
const LONGEST_NAME: usize = 100;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// `POST /anmelden`
pub async fn sign_in(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    session: Session,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let user_name = plain_name(fields.get("benutzername"));
    let password = fields.get("passwort").to_owned();
    let outcome = async {
        let found =
            accounts::sign_in(app.db(), app.passwords(), address, &user_name, password).await?;
        // Kept with the session, so that its owner knows it again.
        session
            .insert(session::BROWSER, browser_of(&headers))
            .await
            .map_err(|_| SignInFailure::Unavailable)?;
        begin(&session, found).await?;
        Ok::<_, SignInFailure>(found)
    };
    match outcome.await {
        Ok(Recognized {
            has_second_factor: true,
            ..
        }) => Redirect::to(&local_path::leading_back(sign_in_code::PAGE, fields.back()))
            .into_response(),
        Ok(_) => Redirect::to(fields.back()).into_response(),
        Err(failure) => again(&app, headers, &fields, user_name, problem_of(failure)).await,
    }
}

/// Signs in, or waits for the second factor.
async fn begin(session: &Session, found: Recognized) -> Result<(), Refusal> {
    if found.has_second_factor {
        HalfSignedIn::begin(session, found.account).await
    } else {
        Facts::begin(session, found.account).await
    }
}

/// `POST /anmelden/passkey`: a passkey that verified who holds it is both factors.
pub async fn sign_in_passkey(
    State(app): State<AppState>,
    ThrottleAddress(address): ThrottleAddress,
    session: Session,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let outcome = async {
        let here = session::hash_of(&session).ok_or(SignInProblem::PasskeyLate)?;
        let answer = fields.get("passkey");
        let account = accounts::sign_in_with_passkey(&app, address, &here, answer).await?;
        Ok::<_, SignInProblem>(Facts::begin(&session, account).await?)
    };
    match outcome.await {
        Ok(()) => Redirect::to(fields.back()).into_response(),
        Err(problem) => again(&app, headers, &fields, String::new(), problem).await,
    }
}

/// `POST /abmelden`
pub async fn sign_out(session: Session, headers: HeaderMap) -> Response {
    if session.flush().await.is_err() {
        return plain_page::unavailable(&headers);
    }
    let mut response = Redirect::to("/anmelden").into_response();
    let everything = HeaderValue::from_static("\"cookies\", \"storage\"");
    response.headers_mut().insert(CLEAR_SITE_DATA, everything);
    response
}

pub(super) fn browser_of(headers: &HeaderMap) -> String {
    let header = headers.get(header::USER_AGENT);
    let text = header.and_then(|value| value.to_str().ok());
    browser::summary(text.unwrap_or_default())
}

/// What can be a name: anything longer, or with characters that nobody sees, is nobody's.
fn plain_name(typed: &str) -> String {
    typed
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_NAME + 1)
        .collect()
}

fn problem_of(failure: SignInFailure) -> SignInProblem {
    match failure {
        SignInFailure::Wrong => SignInProblem::Wrong,
        SignInFailure::Throttled(duration) => SignInProblem::throttled(duration),
        SignInFailure::Unavailable => SignInProblem::Unavailable,
    }
}

/// The sign-in page again.
async fn again(
    app: &AppState,
    headers: HeaderMap,
    fields: &Fields,
    user_name: String,
    problem: SignInProblem,
) -> Response {
    let (status, wait) = match problem {
        SignInProblem::Wrong | SignInProblem::PasskeyWrong | SignInProblem::PasskeyLate => {
            (StatusCode::UNAUTHORIZED, None)
        }
        SignInProblem::Throttled { seconds } => (StatusCode::TOO_MANY_REQUESTS, Some(seconds)),
        SignInProblem::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, Some(3)),
    };
    let answer = (status, Submitted::SignIn { user_name, problem });
    // The page still knows where to go afterwards.
    let page = local_path::leading_back("/anmelden", fields.back());
    let request = pages::request_for(page.parse().unwrap_or_default(), headers);
    let mut response = pages::render(app, &Identity::SignedOut, request, Some(answer)).await;
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

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
        Err(failure) => declined(&app, headers, &fields, user_name, failure).await,
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

fn browser_of(headers: &HeaderMap) -> String {
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

/// The sign-in page again.
async fn declined(
    app: &AppState,
    headers: HeaderMap,
    fields: &Fields,
    user_name: String,
    failure: SignInFailure,
) -> Response {
    let (status, problem, wait) = match failure {
        SignInFailure::Wrong => (StatusCode::UNAUTHORIZED, SignInProblem::Wrong, None),
        SignInFailure::Throttled(duration) => {
            let seconds = duration.as_secs_f64().ceil().max(1.0) as u64;
            (
                StatusCode::TOO_MANY_REQUESTS,
                SignInProblem::Throttled { seconds },
                Some(seconds),
            )
        }
        SignInFailure::Unavailable => (
            StatusCode::SERVICE_UNAVAILABLE,
            SignInProblem::Unavailable,
            Some(3),
        ),
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

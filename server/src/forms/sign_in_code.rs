//! The second step of signing in.

use std::net::IpAddr;

use app::submitted::{CodeProblem, FactorWays, Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use db::PasskeyPurpose;
use domain::values::AccountId;
use tower_sessions::Session;
use url::form_urlencoded;

use super::fields::Fields;
use crate::{
    accounts::{TypedCode, check_code, check_passkey},
    identity::Identity,
    pages, plain_page,
    session::{self, Facts, HalfSignedIn},
    state::AppState,
    throttle_address::ThrottleAddress,
};

/// The page that asks for the code.
pub const PAGE: &str = "/anmelden/code";

/// `POST /anmelden/code`: a right code, or a passkey, signs in, under a new id.
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
    let outcome = async {
        check(&app, address, half.account, &session, &fields).await?;
        Ok::<_, CodeProblem>(Facts::begin(&session, half.account).await?)
    };
    match outcome.await {
        Ok(()) => Redirect::to(fields.back()).into_response(),
        Err(problem) => declined(&app, headers, half.account, &fields, problem).await,
    }
}

/// By what somebody whose password was right can go on. Where the database does not say, by everything.
pub async fn ways(app: &AppState, account: AccountId) -> FactorWays {
    let ways = app.db().factor_ways(account).await;
    ways.map_or(
        FactorWays {
            app: true,
            passkey: true,
        },
        |ways| FactorWays {
            app: ways.app,
            passkey: ways.passkey && app.passkeys().are_possible(),
        },
    )
}

/// Whether what was sent is the second factor.
async fn check(
    app: &AppState,
    address: IpAddr,
    account: AccountId,
    session: &Session,
    fields: &Fields,
) -> Result<(), CodeProblem> {
    let (answer, code) = (fields.get("passkey"), fields.get("code"));
    if !answer.is_empty() {
        let here = session::hash_of(session).ok_or(CodeProblem::PasskeyLate)?;
        let asked = (&here, PasskeyPurpose::Factor);
        return check_passkey(app, address, account, asked, answer).await;
    }
    let typed = match fields.get("art") {
        "" => TypedCode::App(code),
        _ => TypedCode::Recovery(code),
    };
    check_code(app, address, account, typed).await
}

/// The page again, which still knows what was asked for and where to go afterwards.
async fn declined(
    app: &AppState,
    headers: HeaderMap,
    account: AccountId,
    fields: &Fields,
    problem: CodeProblem,
) -> Response {
    let (status, wait) = match problem {
        CodeProblem::Wrong | CodeProblem::PasskeyWrong | CodeProblem::PasskeyLate => {
            (StatusCode::UNAUTHORIZED, None)
        }
        CodeProblem::Throttled { seconds } => (StatusCode::TOO_MANY_REQUESTS, Some(seconds)),
        CodeProblem::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, Some(3)),
    };
    let request = pages::request_for(page_of(fields), headers);
    let ways = ways(app, account).await;
    let problem = Some(problem);
    let answer = (status, Submitted::SignInCode { problem, ways });
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

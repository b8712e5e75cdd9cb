//! The application's pages.

mod own;

pub use own::{confirm, second_factor, sign_in_code};

use app::{
    PageContext,
    submitted::{ConfirmEmail, Submitted},
};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    ports::{Customers, Portal},
    refusal::Refusal,
};
use leptos::{nonce::use_nonce, prelude::provide_context, reactive::owner::use_context};
use leptos_axum::ResponseOptions;

use crate::{
    cookies, forms, headers, identity::Identity, local_path, plain_page, secret, state::AppState,
};

/// Any page: what needs a sign-in leads there and back.
pub async fn page(State(app): State<AppState>, identity: Identity, request: Request) -> Response {
    let path = request.uri().path();
    if path == "/passwort-vergessen" {
        return render(&app, &identity, request, None).await;
    }
    match &identity {
        // Nothing goes before a second factor that is required.
        Identity::SignedIn(who) if who.settled().is_err() && path != forms::CONFIRM_PAGE => {
            Redirect::to(forms::FACTOR_PAGE).into_response()
        }
        Identity::Unavailable if path != "/anmelden" => plain_page::unavailable(request.headers()),
        Identity::SignedOut if path != "/anmelden" => to_sign_in(request.uri()),
        Identity::SignedIn(_) if path == "/anmelden" => Redirect::to("/").into_response(),
        Identity::SignedIn(who) if path == "/" && who.portal().is_ok() => {
            Redirect::to("/portal").into_response()
        }
        _ => render(&app, &identity, request, None).await,
    }
}

/// `/portal`: with a single customer there is nothing to choose.
pub async fn portal(State(app): State<AppState>, identity: Identity, request: Request) -> Response {
    let own = match identity.portal() {
        Ok(portal) => app.db().own_customers(&portal).await,
        Err(refusal) => Err(refusal),
    };
    match own.as_deref() {
        Ok([only]) => Redirect::to(&format!("/portal/{}", only.id)).into_response(),
        _ => page(State(app), identity, request).await,
    }
}

/// `/passwort/{token}`: says at once where the link is no longer valid.
pub async fn new_password(
    State(app): State<AppState>,
    Path(token): Path<String>,
    identity: Identity,
    request: Request,
) -> Response {
    use app::submitted::NewPasswordProblem::{LinkGone, Unavailable};
    let hash = secret::hash(token.as_bytes());
    let problem = match app
        .db()
        .token_owner(&hash, db::TokenPurpose::FOR_PASSWORD)
        .await
    {
        Ok(Some(_)) => None,
        Ok(None) => Some((StatusCode::GONE, LinkGone)),
        Err(_) => Some((StatusCode::SERVICE_UNAVAILABLE, Unavailable)),
    };
    let answer = problem.map(|(status, problem)| (status, Submitted::NewPassword { problem }));
    render(&app, &identity, request, answer).await
}

/// `/email/{token}`: whose address it would become.
pub async fn new_email(
    State(app): State<AppState>,
    Path(token): Path<String>,
    identity: Identity,
    request: Request,
) -> Response {
    let (status, found) = match app.db().email_link(&secret::hash(token.as_bytes())).await {
        Ok(Some(change)) => {
            let (user_name, email) = (change.user_name, change.new);
            (StatusCode::OK, ConfirmEmail::Open { user_name, email })
        }
        Ok(None) => (StatusCode::GONE, ConfirmEmail::Gone),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, ConfirmEmail::Unavailable),
    };
    let answer = (status, Submitted::ConfirmEmail(found));
    render(&app, &identity, request, Some(answer)).await
}

/// `/k/{number}` leads to the customer; one that is not there gives the application's page.
pub async fn by_number(
    State(app): State<AppState>,
    Path(number): Path<String>,
    identity: Identity,
    request: Request,
) -> Response {
    let found = match identity.desk() {
        Ok(desk) => app.db().find(&desk, &number).await,
        Err(refusal) => Err(refusal),
    };
    match found {
        Ok(id) => Redirect::to(&format!("/mkm/kunden/{id}")).into_response(),
        Err(Refusal::Unavailable) => plain_page::unavailable(request.headers()),
        Err(_) => page(State(app), identity, request).await,
    }
}

/// Renders the page of the request's path. `answer` is what became of a form that was sent there.
pub async fn render(
    app: &AppState,
    identity: &Identity,
    request: Request,
    answer: Option<(StatusCode, Submitted)>,
) -> Response {
    // Other pages have no field for a proof.
    let may_ask = answer.is_some() || request.uri().path() == forms::CONFIRM_PAGE;
    let has_passkey = may_ask && own::may_prove_by_passkey(app, identity).await;
    let (status, submitted) = answer.unzip();
    let context = PageContext {
        has_passkey,
        ..context(app, identity, request.headers(), submitted)
    };
    let provide = move || {
        provide_context(context.clone());
        if let Some(response) = use_context::<ResponseOptions>() {
            response.insert_header(header::CACHE_CONTROL, headers::NO_STORE);
            set_policy(&response);
        }
    };
    let options = app.leptos().clone();
    let shell = move || app::shell(options.clone());
    let mut response = leptos_axum::render_app_async_with_context(provide, shell)(request).await;
    // What became of the form counts, not what its page could not show besides.
    if let Some(status) = status {
        *response.status_mut() = status;
    }
    response
}

/// What the application knows of a request.
pub fn context(
    app: &AppState,
    identity: &Identity,
    headers: &HeaderMap,
    submitted: Option<Submitted>,
) -> PageContext {
    PageContext {
        ports: app.ports().clone(),
        settings: app.settings().clone(),
        principal: identity.principal().cloned(),
        language: cookies::value(headers, "sprache"),
        theme: cookies::value(headers, "darstellung"),
        submitted,
        has_passkey: false,
    }
}

/// The page of `uri` as if it had been asked for, for a form whose answer is that page.
pub fn request_for(uri: Uri, headers: HeaderMap) -> Request {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    request
}

/// The nonce is the one that Leptos made for this rendering.
fn set_policy(response: &ResponseOptions) {
    let nonce = use_nonce()
        .map(|nonce| nonce.to_string())
        .unwrap_or_default();
    if let Ok(policy) = HeaderValue::from_str(&headers::page_policy(&nonce)) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// To the sign-in page, which leads back.
fn to_sign_in(asked: &Uri) -> Response {
    let asked = asked.path_and_query().map_or("/", |path| path.as_str());
    let back = local_path::checked(asked).unwrap_or("/");
    Redirect::to(&local_path::leading_back("/anmelden", back)).into_response()
}

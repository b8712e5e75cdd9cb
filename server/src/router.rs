//! Which request goes where, and through what.

mod listed;

pub use listed::{form_paths, list_paths};

use std::{sync::LazyLock, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{Method, StatusCode},
    middleware::{from_fn, from_fn_with_state},
    routing::{MethodRouter, any, get, post},
};
use leptos::server_fn;
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer,
    limit::RequestBodyLimitLayer, timeout::TimeoutLayer,
};

use crate::{
    files, forms, headers, identity::identify, origin, pages, request_log, server_functions,
    session, state::AppState,
};

/// Most bytes of a request's body.
pub const BODY_LIMIT: usize = 64 * 1024;
/// Longest time from a request to its answer.
const REQUEST_TIME: Duration = Duration::from_secs(15);
/// Costs about a millisecond a page and saves nearly as many bytes as the slow levels.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(4);

/// Everything that the program answers.
pub fn router(app: AppState) -> Router {
    let guards = ServiceBuilder::new()
        .layer(from_fn(request_log::log))
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), origin::check))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            REQUEST_TIME,
        ));
    let answers = page_routes()
        .merge(listed::of_forms().into_router())
        .merge(api_routes());
    let pages = with_identity(answers, &app);
    let not_found = with_identity(Router::new().fallback(pages::page), &app);
    pages
        .route("/healthz", get(StatusCode::OK))
        .route("/readyz", get(ready))
        .route("/api/{*unknown}", any(StatusCode::NOT_FOUND))
        .merge(files::built(app.leptos()))
        .fallback_service(files::public(
            app.leptos(),
            not_found.with_state(app.clone()),
        ))
        .layer(guards)
        .with_state(app)
}

/// Says to each route who asks. Routes added later cost no look at the session.
fn with_identity(routes: Router<AppState>, app: &AppState) -> Router<AppState> {
    routes.layer(
        ServiceBuilder::new()
            .layer(from_fn(session::secure_removal))
            .layer(session::layer(app.db().clone()))
            .layer(from_fn_with_state(app.clone(), identify)),
    )
}

/// The application's pages, under the paths that the application names.
fn page_routes() -> Router<AppState> {
    page_paths().iter().fold(Router::new(), |router, path| {
        router.route(path, page_route(path))
    })
}

/// The paths of the application's pages, in axum's notation.
///
/// Found out once, before the process renders its first page: while Leptos walks the application for
/// them, no resource of the whole process is loaded, and a page rendered meanwhile would wait forever.
pub fn page_paths() -> &'static [String] {
    static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| {
        leptos_axum::generate_route_list(app::App)
            .iter()
            .map(|listing| listing.path().to_owned())
            .collect()
    });
    &PATHS
}

fn page_route(path: &str) -> MethodRouter<AppState> {
    match path {
        "/passwort/{token}" => get(pages::new_password),
        "/email/{token}" => get(pages::new_email),
        "/portal" => get(pages::portal),
        forms::CONFIRM_PAGE => get(pages::confirm),
        forms::FACTOR_PAGE => get(pages::second_factor),
        forms::CODE_PAGE => get(pages::sign_in_code),
        "/k/{number}" => get(pages::by_number),
        _ => get(pages::page),
    }
}

/// What the browser may ask of the application, each under its own path; never by GET.
fn api_routes() -> Router<AppState> {
    server_fn::axum::server_fn_paths()
        .filter(|(_, method)| *method == Method::POST)
        .fold(Router::new(), |router, (path, _)| {
            router.route(path, post(server_functions::call))
        })
        .merge(listed::of_lists().into_router())
}

/// 200 while requests are taken and the database answers.
async fn ready(State(app): State<AppState>) -> StatusCode {
    if app.is_stopping() || app.db().ping().await.is_err() {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::OK
    }
}

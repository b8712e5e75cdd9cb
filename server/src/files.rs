//! The files of the built site.

use std::path::{Path, PathBuf};

use axum::{Router, handler::HandlerWithoutStateExt, http::StatusCode, middleware::from_fn};
use leptos::config::LeptosOptions;
use tower_http::services::ServeDir;

use crate::{headers, state::AppState};

/// Script, WebAssembly and style, compressed when they were built. Where their names carry a hash,
/// browsers may keep them for good.
pub fn built(options: &LeptosOptions) -> Router<AppState> {
    let folder: PathBuf = Path::new(&*options.site_root).join(&*options.site_pkg_dir);
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(StatusCode::NOT_FOUND.into_service());
    let routes = Router::new().nest_service(&format!("/{}", options.site_pkg_dir), files);
    if options.hash_files {
        routes.layer(from_fn(headers::immutable))
    } else {
        routes.layer(from_fn(headers::revalidated))
    }
}

/// What lies beside them (the icon); any other path goes to `otherwise`.
pub fn public(options: &LeptosOptions, otherwise: Router) -> Router {
    let files = ServeDir::new(&*options.site_root)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(otherwise);
    Router::new()
        .fallback_service(files)
        .layer(from_fn(headers::kept_for_a_day))
}

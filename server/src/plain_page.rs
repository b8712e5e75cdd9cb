//! Pages that need neither application nor database: when those fail, or a request is refused
//! before it reaches them.

use app::locale::{Language, Texts};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use domain::refusal::Refusal;

use crate::cookies;

/// When it is worth trying again, in seconds.
pub const RETRY_AFTER: HeaderValue = HeaderValue::from_static("3");

/// The words of whoever sent these headers.
pub fn texts(headers: &HeaderMap) -> &'static Texts {
    Language::from_code(cookies::value(headers, "sprache").as_deref()).texts()
}

/// The database is away or overloaded.
pub fn unavailable(headers: &HeaderMap) -> Response {
    let texts = texts(headers);
    let mut response = page(
        StatusCode::SERVICE_UNAVAILABLE,
        texts,
        texts.problem.unavailable,
    );
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, RETRY_AFTER);
    response
}

/// What a refusal says, where no form can be shown again.
pub fn refused(headers: &HeaderMap, refusal: &Refusal) -> Response {
    let problem = &texts(headers).problem;
    let sentence = match refusal {
        Refusal::Unavailable => return unavailable(headers),
        Refusal::SignedOut => problem.signed_out.to_owned(),
        Refusal::Forbidden => problem.forbidden.to_owned(),
        Refusal::OwnAccount => problem.own_account.to_owned(),
        Refusal::ProofNeeded => problem.proof_needed.to_owned(),
        Refusal::FactorNeeded => problem.factor_needed.to_owned(),
        Refusal::Internal(incident) => (problem.internal)(&incident.to_string()),
        Refusal::Changed => problem.changed.to_owned(),
        Refusal::NotFound | Refusal::Invalid(_) | Refusal::Conflict(_) | Refusal::Blocked(_) => {
            problem.not_found.to_owned()
        }
    };
    page(app::caller::status(refusal), texts(headers), &sentence)
}

/// The texts come from the application's words, which hold nothing that HTML would read.
fn page(status: StatusCode, texts: &Texts, sentence: &str) -> Response {
    let title = texts.problem.title;
    let back = texts.problem.to_customers;
    let body = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><h1>{title}</h1><p>{sentence}</p>\
         <p><a href=\"/mkm/kunden\">{back}</a></p>"
    );
    (status, Html(body)).into_response()
}

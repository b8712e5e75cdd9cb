//! The own second factor.

mod page;
mod passkeys;

pub use page::{enrolling, factor_page};
pub use passkeys::{add_passkey, remove_passkey};

use app::submitted::FactorForm;
use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use db::OneFactor;

use super::{confirm, fields::Fields};
use crate::{
    accounts::{self, Proving},
    state::AppState,
};

/// The page about it.
pub const PAGE: &str = "/konto/zwei-faktor";

/// `POST /konto/zwei-faktor`: a secret for an app.
pub async fn begin_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match accounts::begin_factor(&app, &mut who, confirm::given(&fields)).await {
        Ok(false) => Redirect::to(PAGE).into_response(),
        // Beside another factor the page shows it only where it is asked for.
        Ok(true) => Redirect::to(&format!("{PAGE}?app=neu")).into_response(),
        Err(problem) => {
            let declined = (FactorForm::App, problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

/// `POST /konto/zwei-faktor/bestaetigen`: the first code of the app. Shows the recovery codes where it is
/// the first factor.
pub async fn confirm_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let (given, code) = (confirm::given(&fields), fields.get("code"));
    match accounts::confirm_factor(&app, &mut who, given, code).await {
        Ok(Some(codes)) => page::codes(&app, who.identity(), headers, codes).await,
        Ok(None) => said("app"),
        Err(problem) => {
            let declined = (FactorForm::App, problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

/// `POST /konto/zwei-faktor/codes`: new recovery codes.
pub async fn renew_codes(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match accounts::renew_codes(&app, &mut who, confirm::given(&fields)).await {
        Ok(Some(codes)) => page::codes(&app, who.identity(), headers, codes).await,
        // Removed in another window meanwhile: the page shows that.
        Ok(None) => Redirect::to(PAGE).into_response(),
        Err(problem) => {
            let declined = (FactorForm::Codes, problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

/// `POST /konto/zwei-faktor/entfernen`: the app.
pub async fn remove_factor(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let given = removal_given(&fields);
    match accounts::remove_factor(&app, &mut who, OneFactor::App, given).await {
        Ok(()) => page::removed(&app, &who, "app-entfernt").await,
        Err(problem) => {
            let declined = (FactorForm::RemoveApp, problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

/// The last factor's form asks for the password in a field of its own.
fn removal_given(fields: &Fields) -> accounts::Given<'_> {
    match fields.get("faktor-passwort") {
        "" => confirm::given(fields),
        password => accounts::Given::password(password),
    }
}

/// The page, which says what happened.
fn said(what: &str) -> Response {
    Redirect::to(&format!("{PAGE}?konto={what}")).into_response()
}

//! The own passkeys: a new one, and one less.

use app::submitted::FactorForm;
use axum::{extract::State, http::HeaderMap, response::Response};
use db::OneFactor;
use domain::values::PasskeyId;

use super::{page, removal_given, said};
use crate::{
    accounts::{self, Proving},
    forms::{confirm, fields::Fields},
    state::AppState,
};

/// `POST /konto/zwei-faktor/passkeys`: a new passkey. Shows recovery codes where it is the first factor.
pub async fn add_passkey(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let (given, new) = (
        confirm::given(&fields),
        (fields.get("name"), fields.get("antwort")),
    );
    match accounts::add_passkey(&app, &mut who, given, new).await {
        Ok(Some(codes)) => page::codes(&app, who.identity(), headers, codes).await,
        Ok(None) => said("passkey"),
        Err(problem) => {
            let declined = (FactorForm::AddPasskey, problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

/// `POST /konto/zwei-faktor/passkeys/entfernen`
pub async fn remove_passkey(
    State(app): State<AppState>,
    mut who: Proving,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    // Where it names none, none is found.
    let passkey = fields.get("passkey").parse();
    let passkey = passkey.unwrap_or_else(|_| PasskeyId::new());
    let (factor, given) = (OneFactor::Passkey(passkey), removal_given(&fields));
    match accounts::remove_factor(&app, &mut who, factor, given).await {
        Ok(()) => page::removed(&app, &who, "passkey-entfernt").await,
        Err(problem) => {
            let declined = (FactorForm::RemovePasskey(passkey), problem);
            page::again(&app, &who, headers, &fields, declined).await
        }
    }
}

//! What the browser can ask about the reseller itself.

use domain::{
    reseller_form::{ResellerForm, ResellerProfile},
    values::Version,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// What is stored.
#[server(endpoint = "stammdaten", input = Json, output = Postcard)]
pub async fn fetch_profile() -> Result<ResellerProfile, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.ports.own_reseller.profile(&caller.who).await;
    caller.respond(outcome.map(|profile| profile.with_readable_phone(&*caller.phones)))
}

/// Replaces it. Only the reseller itself may.
#[server(endpoint = "stammdaten/speichern", input = Json, output = Postcard)]
pub async fn save_profile(
    version: Version,
    form: ResellerForm,
) -> Result<ResellerProfile, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let outcome = match form.validate(&*caller.phones) {
        Ok(new) => {
            let own = &caller.ports.own_reseller;
            own.save(&may, caller.proof, version, new).await
        }
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome.map(|profile| profile.with_readable_phone(&*caller.phones)))
}

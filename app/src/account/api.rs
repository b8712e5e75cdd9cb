//! What the browser can ask about the own sign-in.

use domain::own_account::OwnSignIn;
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Asked;
use crate::error::ApiError;

/// The account of this session and where else it is signed in.
#[server(endpoint = "konto/anmeldung", input = Json, output = Postcard)]
pub async fn fetch_own_sign_in() -> Result<OwnSignIn, ApiError> {
    let asked = Asked::current(|who| who.settled().map(|()| who.own()))?;
    asked.respond(asked.ports.own_accounts.own_sign_in(&asked.who).await)
}

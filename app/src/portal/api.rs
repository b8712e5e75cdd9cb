//! What a portal account can ask: about its own customers, and nothing else.

#[cfg(feature = "ssr")]
use domain::principal::Principal;
use domain::{
    portal::{OwnCustomer, PortalCustomer},
    values::CustomerId,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Asked;
use crate::error::ApiError;

/// The customers of this account.
#[server(endpoint = "portal/kunden", input = Json, output = Postcard)]
pub async fn fetch_own_customers() -> Result<Vec<OwnCustomer>, ApiError> {
    let asked = Asked::current(Principal::portal)?;
    asked.respond(asked.ports.portal.own_customers(&asked.who).await)
}

/// One of them, with everything that its page shows.
#[server(endpoint = "portal/kunde", input = Json, output = Postcard)]
pub async fn fetch_own_customer(id: CustomerId) -> Result<PortalCustomer, ApiError> {
    let asked = Asked::current(Principal::portal)?;
    let outcome = asked.ports.portal.own_customer(&asked.who, id).await;
    asked.respond(outcome.map(|own| own.with_readable_phones(&*asked.ports.phones)))
}

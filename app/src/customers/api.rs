//! What the browser can ask the server about customers. Each is a shell: who asks, one port, the
//! answer. Questions are JSON; answers are postcard (see [`crate::wire`]).

use domain::{
    customer::{CustomerDetail, CustomerRow},
    customer_form::CustomerForm,
    deletion::Facts,
    ports::DoubleProbe,
    proposal::{Proposal, WaitingProposal},
    values::{CustomerId, Version},
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// A customer with everything its page shows.
#[server(endpoint = "kunden/detail", input = Json, output = Postcard)]
pub async fn fetch_customer(id: CustomerId) -> Result<CustomerDetail, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.customers.detail(&caller.who, id).await;
    caller.respond(outcome.map(|detail| detail.with_readable_phones(&*caller.phones)))
}

/// The same by the customer's number: the list in the browser knows no ids.
#[server(endpoint = "kunden/detail-nach-nummer", input = Json, output = Postcard)]
pub async fn fetch_customer_by_number(number: String) -> Result<CustomerDetail, ApiError> {
    let caller = Caller::current()?;
    let id = caller.respond(caller.customers.find(&caller.who, &number).await)?;
    let outcome = caller.customers.detail(&caller.who, id).await;
    caller.respond(outcome.map(|detail| detail.with_readable_phones(&*caller.phones)))
}

/// Stores a new customer under an id made in the browser: sent twice, it is created once.
#[server(endpoint = "kunden/anlegen", input = Json, output = Postcard)]
pub async fn create_customer(id: CustomerId, form: CustomerForm) -> Result<CustomerRow, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let outcome = match form.validate(&*caller.phones) {
        Ok(new) => caller.customers.create(&may, id, new).await,
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome)
}

/// Replaces the master data of the version that the edit started from.
#[server(endpoint = "kunden/speichern", input = Json, output = Postcard)]
pub async fn update_customer(
    id: CustomerId,
    version: Version,
    form: CustomerForm,
) -> Result<CustomerDetail, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let outcome = match form.validate(&*caller.phones) {
        Ok(new) => caller.customers.update(&may, id, version, new).await,
        Err(errors) => Err(errors.into()),
    };
    let outcome = outcome.map(|detail| detail.with_readable_phones(&*caller.phones));
    caller.respond(outcome.map_err(|refusal| refusal.with_readable_phones(&*caller.phones)))
}

/// Deletes a customer and says what was counted.
#[server(endpoint = "kunden/loeschen", input = Json, output = Postcard)]
pub async fn delete_customer(id: CustomerId) -> Result<Facts, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let outcome = caller.customers.delete(&may, id).await;
    caller.respond(outcome.map(|deleted| deleted.facts))
}

/// A number that no customer has.
#[server(endpoint = "kunden/naechste-nummer", input = Json, output = Postcard)]
pub async fn next_number() -> Result<String, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.customers.next_number(&caller.who).await;
    caller.respond(outcome.map(|number| number.as_str().to_owned()))
}

/// Customers that may be the one that is being typed.
#[server(endpoint = "kunden/doppelte", input = Json, output = Postcard)]
pub async fn likely_doubles(probe: DoubleProbe) -> Result<Vec<CustomerRow>, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.customers.likely_doubles(&caller.who, &probe).await)
}

/// What portal users would have corrected at this customer, and nobody has decided on.
#[server(endpoint = "kunden/vorschlaege", input = Json, output = Postcard)]
pub async fn fetch_proposals(id: CustomerId) -> Result<Vec<Proposal>, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.ports.proposals.open_proposals(&caller.who, id).await;
    let readable = |proposal: Proposal| proposal.with_readable_phones(&*caller.phones);
    caller.respond(outcome.map(|found| found.into_iter().map(readable).collect()))
}

/// Every customer for whom something is proposed that nobody has decided on.
#[server(endpoint = "vorschlaege", input = Json, output = Postcard)]
pub async fn fetch_waiting_proposals() -> Result<Vec<WaitingProposal>, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.proposals.waiting_proposals(&caller.who).await)
}

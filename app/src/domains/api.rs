//! What the browser can ask the server about domains. Each is a shell: who asks, one port, the
//! answer.

use domain::{
    domain_form::DomainForm,
    domain_record::{DomainChoice, DomainRecord, MovedDomain, PickedDomain},
    values::{CustomerId, DomainId, Version},
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// Domains that are offered at once; the search finds the others.
#[cfg(feature = "ssr")]
const MOST_CHOICES: u32 = 50;

/// One domain.
#[server(endpoint = "domains/eine", input = Json, output = Postcard)]
pub async fn fetch_domain(id: DomainId) -> Result<DomainRecord, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.domains.domain(&caller.who, id).await)
}

/// Stores a new domain under an id made in the browser: sent twice, it is created once.
#[server(endpoint = "domains/anlegen", input = Json, output = Postcard)]
pub async fn create_domain(
    id: DomainId,
    customer: Option<CustomerId>,
    form: DomainForm,
) -> Result<DomainRecord, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let domains = &caller.ports.domains;
    let outcome = match form.validate(&*caller.ports.domain_names) {
        Ok(new) => domains.create_domain(&may, id, customer, new).await,
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome)
}

/// Replaces what the form holds of the version that the edit started from.
#[server(endpoint = "domains/speichern", input = Json, output = Postcard)]
pub async fn update_domain(
    id: DomainId,
    version: Version,
    form: DomainForm,
) -> Result<DomainRecord, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let domains = &caller.ports.domains;
    let outcome = match form.validate(&*caller.ports.domain_names) {
        Ok(new) => domains.update_domain(&may, id, version, new).await,
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome)
}

/// Removes a domain from the books.
#[server(endpoint = "domains/entfernen", input = Json, output = Postcard)]
pub async fn remove_domain(id: DomainId, version: Version) -> Result<String, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let removed = caller.ports.domains.remove_domain(&may, id, version);
    let outcome = removed.await;
    caller.respond(outcome)
}

/// Assigns domains to a customer, or to nobody; says what moved from whom.
#[server(endpoint = "domains/zuordnen", input = Json, output = Postcard)]
pub async fn assign_domains(
    domains: Vec<PickedDomain>,
    customer: Option<CustomerId>,
) -> Result<Vec<MovedDomain>, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let assigned = caller
        .ports
        .domains
        .assign_domains(&may, &domains, customer);
    let outcome = assigned.await;
    caller.respond(outcome)
}

/// Domains that the customer could be given.
#[server(endpoint = "domains/auswahl", input = Json, output = Postcard)]
pub async fn fetch_domain_choices(
    customer: CustomerId,
    search: String,
) -> Result<Vec<DomainChoice>, ApiError> {
    let caller = Caller::current()?;
    let domains = &caller.ports.domains;
    let found = domains.domain_choices(&caller.who, customer, &search, MOST_CHOICES);
    let outcome = found.await;
    caller.respond(outcome)
}

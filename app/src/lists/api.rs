//! What the browser can ask the server about lists.

use domain::{
    list::{ListKind, ListPage, ListQuery},
    ports::{CustomerChoice, Owned},
    values::RecordId,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// Customers that are offered at once; the search finds the others.
#[cfg(feature = "ssr")]
const MOST_CHOICES: u32 = 20;

/// One page of a list.
#[server(endpoint = "listen/seite", input = Json, output = Postcard)]
pub async fn fetch_page(query: ListQuery) -> Result<ListPage, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.lists.page(&caller.who, &query).await)
}

/// Whom domains or products belong to now.
#[server(endpoint = "listen/besitz", input = Json, output = Postcard)]
pub async fn fetch_owned(kind: ListKind, ids: Vec<RecordId>) -> Result<Vec<Owned>, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.lists.owned(&caller.who, kind, &ids).await)
}

/// Customers that something could be assigned to.
#[server(endpoint = "kunden/auswahl", input = Json, output = Postcard)]
pub async fn fetch_customer_choices(search: String) -> Result<Vec<CustomerChoice>, ApiError> {
    let caller = Caller::current()?;
    let lists = &caller.ports.lists;
    let found = lists.customer_choices(&caller.who, &search, MOST_CHOICES);
    let outcome = found.await;
    caller.respond(outcome)
}

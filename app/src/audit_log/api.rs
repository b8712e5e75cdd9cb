//! What the browser can ask of the audit log.

use domain::{
    audit_log::{LogEntry, LogPage, LogQuery},
    values::CustomerId,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// A page of the log.
#[server(endpoint = "protokoll/seite", input = Json, output = Postcard)]
pub async fn fetch_log(query: LogQuery) -> Result<LogPage, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.ports.audit_log.page(&caller.who, &query).await;
    caller.respond(outcome)
}

/// The newest entries about a customer.
#[server(endpoint = "protokoll/kunde", input = Json, output = Postcard)]
pub async fn fetch_history(customer: CustomerId) -> Result<Vec<LogEntry>, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.ports.audit_log.history(&caller.who, customer).await;
    caller.respond(outcome)
}

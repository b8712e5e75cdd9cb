//! What the browser can ask about the beginning of a text.

use domain::search::Hit;
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// What begins with the text.
#[server(endpoint = "suche", input = Json, output = Postcard)]
pub async fn search(typed: String) -> Result<Vec<Hit>, ApiError> {
    let caller = Caller::current()?;
    let outcome = caller.ports.search.search(&caller.who, &typed).await;
    caller.respond(outcome)
}

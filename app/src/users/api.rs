//! What the browser can ask the server about portal users; see [`crate::customers`]. Changes are plain
//! forms.

use domain::{
    user::{OpenInvitation, UserChoice},
    values::CustomerId,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// How many users are offered at once.
pub const MOST_CHOICES: u32 = 50;

/// Users who could be linked with the customer.
#[server(endpoint = "benutzer/auswahl", input = Json, output = Postcard)]
pub async fn fetch_user_choices(
    customer: CustomerId,
    search: String,
) -> Result<Vec<UserChoice>, ApiError> {
    let caller = Caller::current()?;
    let users = &caller.ports.users;
    let found = users.user_choices(&caller.who, customer, &search, MOST_CHOICES);
    caller.respond(found.await)
}

/// How many open invitations are shown at once.
pub const MOST_INVITATIONS: u32 = 200;

/// Users who were invited and have not come.
#[server(endpoint = "benutzer/einladungen", input = Json, output = Postcard)]
pub async fn fetch_open_invitations() -> Result<Vec<OpenInvitation>, ApiError> {
    let caller = Caller::current()?;
    let users = &caller.ports.users;
    caller.respond(users.open_invitations(&caller.who, MOST_INVITATIONS).await)
}

//! What the browser can ask the server about staff accounts and the sessions of others. Changes are
//! plain forms.

use domain::{
    staff::{AccountSessions, StaffRow},
    values::AccountId,
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// All staff accounts.
#[server(endpoint = "mitarbeiter", input = Json, output = Postcard)]
pub async fn fetch_staff() -> Result<Vec<StaffRow>, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    caller.respond(caller.ports.staff.staff(&may).await)
}

/// Where a staff or portal account is signed in.
#[server(endpoint = "konten/sitzungen", input = Json, output = Postcard)]
pub async fn fetch_sessions_of_account(account: AccountId) -> Result<AccountSessions, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let sessions = &caller.ports.others_sessions;
    caller.respond(sessions.sessions_of_account(&may, account).await)
}

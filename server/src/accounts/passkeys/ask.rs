//! What a browser is to have a passkey sign.

use db::PasskeyPurpose;
use domain::{ports::OwnAccounts, principal::OwnAccount, refusal::Refusal, values::AccountId};
use serde::Serialize;
use serde_json::{Value, json};
use webauthn_rs::prelude::{CredentialID, Passkey};

use super::internal;
use crate::state::AppState;

/// The SHA-256 of a session's id.
pub type SessionHash = [u8; 32];

/// Asks for a new passkey of the own account. Returns what the browser is told.
///
/// # Errors
/// [`Refusal::SignedOut`], [`Refusal::NotFound`]: there can be none; [`Refusal::Unavailable`],
/// [`Refusal::Internal`]
pub async fn ask_for_new(app: &AppState, own: &OwnAccount) -> Result<Value, Refusal> {
    let site = app.passkeys().site()?;
    let session = own.session().ok_or(Refusal::SignedOut)?;
    let known = stored(app, own.account()).await?;
    let known: Vec<CredentialID> = known.iter().map(|key| key.cred_id().clone()).collect();
    let user_name = app.db().own_sign_in(own).await?.user_name;
    let (asked, state) = site
        .start_passkey_registration(own.account().uuid(), &user_name, &user_name, Some(known))
        .map_err(internal)?;
    let mut options = value(&asked.public_key)?;
    // One that the authenticator can find by itself signs in alone.
    options["authenticatorSelection"]["residentKey"] = json!("preferred");
    keep(app, session, PasskeyPurpose::Register, &state).await?;
    Ok(options)
}

/// Asks for one of the account's passkeys. Returns what the browser is told.
///
/// # Errors
/// [`Refusal::NotFound`]: it has none; [`Refusal::SignedOut`]: the session has ended;
/// [`Refusal::Unavailable`], [`Refusal::Internal`]
pub async fn ask_for_own(
    app: &AppState,
    account: AccountId,
    session: &SessionHash,
    purpose: PasskeyPurpose,
) -> Result<Value, Refusal> {
    let site = app.passkeys().site()?;
    let known = stored(app, account).await?;
    if known.is_empty() {
        return Err(Refusal::NotFound);
    }
    let (asked, state) = site
        .start_passkey_authentication(&known)
        .map_err(internal)?;
    keep(app, session, purpose, &state).await?;
    value(&asked.public_key)
}

/// Asks for any passkey that the authenticator has for us: it says whose it is. Returns what the browser is
/// told.
///
/// # Errors
/// [`Refusal::NotFound`]: there can be none; [`Refusal::SignedOut`]: the session has ended;
/// [`Refusal::Unavailable`], [`Refusal::Internal`]
pub async fn ask_for_sign_in(app: &AppState, session: &SessionHash) -> Result<Value, Refusal> {
    let site = app.passkeys().site()?;
    let (asked, state) = site.start_discoverable_authentication().map_err(internal)?;
    keep(app, session, PasskeyPurpose::SignIn, &state).await?;
    value(&asked.public_key)
}

/// The account's passkeys.
async fn stored(app: &AppState, account: AccountId) -> Result<Vec<Passkey>, Refusal> {
    let stored = app.db().passkey_credentials(account).await?;
    let read = stored.into_iter().map(serde_json::from_value);
    read.collect::<Result<_, _>>().map_err(internal)
}

async fn keep(
    app: &AppState,
    session: &SessionHash,
    purpose: PasskeyPurpose,
    state: &impl Serialize,
) -> Result<(), Refusal> {
    let state = value(state)?;
    match app.db().keep_challenge(session, purpose, &state).await? {
        true => Ok(()),
        false => Err(Refusal::SignedOut),
    }
}

fn value(of: &impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(of).map_err(internal)
}

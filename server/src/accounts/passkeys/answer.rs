//! Whether what a passkey signed is what it was asked for.

use std::net::IpAddr;

use app::submitted::{CodeProblem, SignInProblem};
use db::{Attempt, PasskeyPurpose};
use domain::{refusal::Refusal, values::AccountId};
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PublicKeyCredential,
};

use super::{ask::SessionHash, declined, internal};
use crate::state::AppState;

/// Whether the answer is that of a passkey of the account, to what this session asked for this purpose. It
/// is tried as seldom as a code; what cannot be an answer at all is no attempt.
///
/// # Errors
/// [`CodeProblem`]
pub async fn check_passkey(
    app: &AppState,
    address: IpAddr,
    account: AccountId,
    (session, purpose): (&SessionHash, PasskeyPurpose),
    answer: &str,
) -> Result<(), CodeProblem> {
    let answer = read(answer).ok_or(CodeProblem::PasskeyWrong)?;
    let state = app.db().take_challenge(session, purpose).await?;
    let state = state.ok_or(CodeProblem::PasskeyLate)?;
    let state: PasskeyAuthentication = serde_json::from_value(state).map_err(internal)?;
    if let Attempt::Wait(duration) = app.db().attempt_code(address, account).await? {
        return Err(CodeProblem::throttled(duration));
    }
    let site = app.passkeys().site()?;
    let result = site
        .finish_passkey_authentication(&answer, &state)
        .map_err(|error| {
            declined(&error);
            CodeProblem::PasskeyWrong
        })?;
    let is_right = match app.db().passkey_owner(answer.get_credential_id()).await? {
        Some((owner, stored)) if owner == account => {
            let passkey = serde_json::from_value(stored).map_err(internal)?;
            is_new(app, account, passkey, &result).await?
        }
        _ => false,
    };
    if !is_right {
        return Err(CodeProblem::PasskeyWrong);
    }
    app.db().code_was_right(address, account).await?;
    Ok(())
}

/// Whose passkey this is, if it is somebody's and the answer is the one to what this session asked. A
/// passkey that nobody has is answered as one whose answer is wrong.
///
/// # Errors
/// [`SignInProblem`]
pub async fn sign_in_with_passkey(
    app: &AppState,
    address: IpAddr,
    session: &SessionHash,
    answer: &str,
) -> Result<AccountId, SignInProblem> {
    let answer = read(answer).ok_or(SignInProblem::PasskeyWrong)?;
    let db = app.db();
    let state = db.take_challenge(session, PasskeyPurpose::SignIn).await?;
    let state = state.ok_or(SignInProblem::PasskeyLate)?;
    let name = format!("passkey {}", answer.id);
    if let Attempt::Wait(duration) = db.attempt(address, &name).await? {
        return Err(SignInProblem::throttled(duration));
    }
    let state = serde_json::from_value(state).map_err(internal)?;
    let Some(account) = owner_of(app, &answer, state).await? else {
        db.attempt_failed(address, &name).await?;
        return Err(SignInProblem::PasskeyWrong);
    };
    db.attempt_succeeded(address, &name).await?;
    db.passkey_signed_in(address).await?;
    Ok(account)
}

async fn owner_of(
    app: &AppState,
    answer: &PublicKeyCredential,
    state: DiscoverableAuthentication,
) -> Result<Option<AccountId>, Refusal> {
    let site = app.passkeys().site()?;
    let Ok((user, credential_id)) = site.identify_discoverable_authentication(answer) else {
        return Ok(None);
    };
    let Some((owner, stored)) = app.db().passkey_owner(credential_id).await? else {
        return Ok(None);
    };
    if owner.uuid() != user {
        return Ok(None);
    }
    let passkey: Passkey = serde_json::from_value(stored).map_err(internal)?;
    match site.finish_discoverable_authentication_v2(answer, state, passkey.clone()) {
        Ok(result) => {
            let is_new = is_new(app, owner, passkey, &result).await?;
            Ok(is_new.then_some(owner))
        }
        Err(error) => {
            declined(&error);
            Ok(None)
        }
    }
}

/// Stores what the passkey's use has changed, unless it is a copy that counts for itself.
async fn is_new(
    app: &AppState,
    account: AccountId,
    mut passkey: Passkey,
    result: &AuthenticationResult,
) -> Result<bool, Refusal> {
    if !result.user_verified() || passkey.update_credential(result).is_none() {
        return Ok(false);
    }
    let stored = serde_json::to_value(&passkey).map_err(internal)?;
    app.db()
        .use_passkey(account, passkey.cred_id(), &stored, result.counter())
        .await
}

/// `None`: it is no answer of a passkey.
fn read(answer: &str) -> Option<PublicKeyCredential> {
    serde_json::from_str(answer).ok()
}

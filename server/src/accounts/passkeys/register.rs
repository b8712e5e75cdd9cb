//! A new passkey.

use app::submitted::{FactorProblem, PasskeyProblem};
use db::{NewPasskey, PasskeyAdded, PasskeyPurpose};
use domain::{refusal::Refusal, second_factor::passkey_name};
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

use super::{declined, internal};
use crate::{
    accounts::{Given, Proving, second_factor::new_recovery_codes},
    state::AppState,
};

/// Adds the passkey that the browser's answer is about. Returns recovery codes where it is the account's
/// first factor; then the session goes on under a new id.
///
/// # Errors
/// [`FactorProblem`]
pub async fn add_passkey(
    app: &AppState,
    who: &mut Proving,
    given: Given<'_>,
    (name, answer): (&str, &str),
) -> Result<Option<Vec<String>>, FactorProblem> {
    let name = passkey_name(name).ok_or(PasskeyProblem::Name)?;
    let proof = who.fresh(app, given).await?;
    if answer.is_empty() {
        return Err(PasskeyProblem::Again.into());
    }
    let own = who.identity().enrolling()?;
    let session = own.session().ok_or(Refusal::SignedOut)?;
    let passkey = registered(app, session, answer).await?;
    let new = NewPasskey {
        credential_id: passkey.cred_id().as_slice().to_owned(),
        credential: serde_json::to_value(&passkey).map_err(internal)?,
        name,
    };
    let codes = new_recovery_codes()?;
    match app.db().add_passkey(&own, proof, new, codes.hashes).await? {
        PasskeyAdded::First => {
            who.renew().await?;
            Ok(Some(codes.shown))
        }
        PasskeyAdded::Further => Ok(None),
        PasskeyAdded::Known => Err(PasskeyProblem::Known.into()),
        PasskeyAdded::Full => Err(PasskeyProblem::Full.into()),
    }
}

/// The passkey that was asked for in this session.
async fn registered(
    app: &AppState,
    session: &[u8; 32],
    answer: &str,
) -> Result<Passkey, FactorProblem> {
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(answer).map_err(|_| PasskeyProblem::Wrong)?;
    let asked = app.db().take_challenge(session, PasskeyPurpose::Register);
    let state = asked.await?.ok_or(PasskeyProblem::Late)?;
    let state: PasskeyRegistration = serde_json::from_value(state).map_err(internal)?;
    let site = app.passkeys().site()?;
    site.finish_passkey_registration(&answer, &state)
        .map_err(|error| {
            declined(&error);
            PasskeyProblem::Wrong.into()
        })
}

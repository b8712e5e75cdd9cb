//! How the own second factor stands, setting an app up, and new recovery codes.

use app::submitted::{CodeProblem, FactorProblem, FactorState, NewApp};
use db::SetUp;
use domain::{
    refusal::Refusal,
    second_factor::{self, OwnPasskey},
};

use super::{check::step_now, internal, new_recovery_codes, qr, totp};
use crate::{
    accounts::{Given, Proving},
    identity::Identity,
    state::AppState,
};

/// How the own second factor stands. The secret of an app that is being set up is only shown with a fresh
/// proof; beside another factor only where `enrolling` says that it is being set up just now.
///
/// # Errors
/// [`Refusal::SignedOut`], [`Refusal::Unavailable`], [`Refusal::Internal`]
pub async fn factor_state(
    app: &AppState,
    identity: &Identity,
    enrolling: bool,
) -> Result<FactorState, Refusal> {
    let own = identity.enrolling()?;
    let stored = app.db().factor_state(&own).await?;
    let begun = stored.pending.is_some() && enrolling && identity.fresh_proof().is_ok();
    if stored.active && !begun {
        return Ok(FactorState::On {
            app: stored.app,
            codes_left: stored.codes_left,
            required: stored.required,
        });
    }
    let Some(secret) = stored.pending else {
        return Ok(FactorState::Off {
            required: stored.required,
        });
    };
    let new_app = match identity.fresh_proof() {
        Ok(_) => Some(new_app(app, &secret, &stored.user_name)?),
        Err(_) => None,
    };
    Ok(FactorState::Enrolling { app: new_app })
}

/// The own passkeys; `None` where this address can have none.
///
/// # Errors
/// As [`factor_state`]
pub async fn own_passkeys(
    app: &AppState,
    identity: &Identity,
) -> Result<Option<Vec<OwnPasskey>>, Refusal> {
    if !app.passkeys().are_possible() {
        return Ok(None);
    }
    let own = identity.enrolling()?;
    app.db().own_passkeys(&own).await.map(Some)
}

fn new_app(app: &AppState, secret: &totp::Secret, user_name: &str) -> Result<NewApp, Refusal> {
    let issuer = format!("MKM {}", app.settings().provider_name);
    let address = totp::address(secret, &issuer, user_name).map_err(internal)?;
    Ok(NewApp {
        key: second_factor::grouped(&totp::key(secret), ' '),
        qr: qr::of(&address),
        address,
    })
}

/// Makes a secret that waits for the first code of an app. Returns whether there is another factor.
///
/// # Errors
/// [`FactorProblem::Proof`]
pub async fn begin_factor(
    app: &AppState,
    who: &mut Proving,
    given: Given<'_>,
) -> Result<bool, FactorProblem> {
    let proof = who.fresh(app, given).await?;
    let own = who.identity().enrolling()?;
    let secret = totp::new_secret().map_err(internal)?;
    match app.db().begin_totp(&own, proof, secret).await {
        // Set up in another window meanwhile: the page shows that.
        Ok(()) | Err(Refusal::Changed) => Ok(app.db().factor_state(&own).await?.active),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Sets the app up if the code is its. Returns recovery codes where it is the account's first factor; the
/// session goes on under a new id.
///
/// # Errors
/// [`FactorProblem`]
pub async fn confirm_factor(
    app: &AppState,
    who: &mut Proving,
    given: Given<'_>,
    typed: &str,
) -> Result<Option<Vec<String>>, FactorProblem> {
    let proof = who.fresh(app, given).await?;
    let own = who.identity().enrolling()?;
    let stored = app.db().factor_state(&own).await?;
    let wrong = FactorProblem::Code(CodeProblem::Wrong);
    let secret = stored.pending.ok_or(wrong)?;
    let code = second_factor::code(typed).ok_or(wrong)?;
    let step = step_now(&secret, &code).ok_or(wrong)?;
    let codes = new_recovery_codes()?;
    let confirmed = app
        .db()
        .confirm_totp(&own, proof, (secret, step), codes.hashes)
        .await?;
    if confirmed == SetUp::Nothing {
        return Err(wrong);
    }
    who.renew().await?;
    Ok((confirmed == SetUp::First).then_some(codes.shown))
}

/// New recovery codes in place of the old ones. `None`: there is no factor (any more) that they could
/// stand in for.
///
/// # Errors
/// [`FactorProblem::Proof`]
pub async fn renew_codes(
    app: &AppState,
    who: &mut Proving,
    given: Given<'_>,
) -> Result<Option<Vec<String>>, FactorProblem> {
    let proof = who.fresh(app, given).await?;
    let own = who.identity().enrolling()?;
    let codes = new_recovery_codes()?;
    let renewed = app
        .db()
        .renew_recovery_codes(&own, proof, codes.hashes)
        .await;
    match renewed {
        Ok(()) => Ok(Some(codes.shown)),
        Err(Refusal::Changed) => Ok(None),
        Err(refusal) => Err(refusal.into()),
    }
}

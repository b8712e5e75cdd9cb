//! Setting up, renewing and removing one's own second factor.

use app::submitted::{CodeProblem, FactorProblem, FactorState, NewApp, RemovalProblem};
use domain::{password::check_length, principal::Actor, refusal::Refusal, second_factor};

use super::{check::step_now, internal, qr, recovery, totp};
use crate::{accounts::Proving, identity::Identity, state::AppState};

/// How the own second factor stands. The secret of an app that is being set up is only shown with a fresh
/// proof.
///
/// # Errors
/// [`Refusal::SignedOut`], [`Refusal::Unavailable`], [`Refusal::Internal`]
pub async fn factor_state(app: &AppState, identity: &Identity) -> Result<FactorState, Refusal> {
    let own = identity.enrolling()?;
    let stored = app.db().factor_state(&own).await?;
    if stored.active {
        return Ok(FactorState::On {
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

fn new_app(app: &AppState, secret: &totp::Secret, user_name: &str) -> Result<NewApp, Refusal> {
    let issuer = format!("MKM {}", app.settings().provider_name);
    let address = totp::address(secret, &issuer, user_name).map_err(internal)?;
    Ok(NewApp {
        key: second_factor::grouped(&totp::key(secret), ' '),
        qr: qr::of(&address),
        address,
    })
}

/// Makes a secret that waits for the first code of an app.
///
/// # Errors
/// [`FactorProblem::Proof`]
pub async fn begin_factor(
    app: &AppState,
    who: &mut Proving,
    password: &str,
) -> Result<(), FactorProblem> {
    let proof = who.fresh(app, password).await?;
    let own = who.identity().enrolling()?;
    let secret = totp::new_secret().map_err(internal)?;
    match app.db().begin_totp(&own, proof, secret).await {
        // Set up in another window meanwhile: the page shows that.
        Ok(()) | Err(Refusal::Changed) => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Sets the factor up if the code is that of the app. Returns the recovery codes; the session goes on under
/// a new id.
///
/// # Errors
/// [`FactorProblem`]
pub async fn confirm_factor(
    app: &AppState,
    who: &mut Proving,
    password: &str,
    typed: &str,
) -> Result<Vec<String>, FactorProblem> {
    let proof = who.fresh(app, password).await?;
    let own = who.identity().enrolling()?;
    let stored = app.db().factor_state(&own).await?;
    let wrong = FactorProblem::Code(CodeProblem::Wrong);
    let secret = stored.pending.ok_or(wrong)?;
    let code = second_factor::code(typed).ok_or(wrong)?;
    let step = step_now(&secret, &code).ok_or(wrong)?;
    let codes = recovery::new_codes().map_err(internal)?;
    let confirmed = app
        .db()
        .confirm_totp(&own, proof, (secret, step), codes.hashes)
        .await?;
    if !confirmed {
        return Err(wrong);
    }
    who.renew().await?;
    Ok(codes.shown)
}

/// New recovery codes in place of the old ones. `None`: there is no factor (any more) that they could
/// stand in for.
///
/// # Errors
/// [`FactorProblem::Proof`]
pub async fn renew_codes(
    app: &AppState,
    who: &mut Proving,
    password: &str,
) -> Result<Option<Vec<String>>, FactorProblem> {
    let proof = who.fresh(app, password).await?;
    let own = who.identity().enrolling()?;
    let codes = recovery::new_codes().map_err(internal)?;
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

/// Removes the factor. The password is asked for in any case: it must be long enough to stand alone.
///
/// # Errors
/// [`FactorProblem::Removal`]
pub async fn remove_factor(
    app: &AppState,
    who: &mut Proving,
    password: &str,
) -> Result<(), FactorProblem> {
    let proved = who.prove(app, password).await;
    proved.map_err(|problem| FactorProblem::Removal(RemovalProblem::Password(problem)))?;
    if check_length(password, false).is_err() {
        return Err(FactorProblem::Removal(RemovalProblem::TooShort));
    }
    let account = who.identity().enrolling()?.account();
    match app
        .db()
        .remove_factor(Actor::Account(account), account)
        .await
    {
        Ok(_) => Ok(()),
        Err(Refusal::FactorNeeded) => Err(FactorProblem::Removal(RemovalProblem::Required)),
        Err(refusal) => Err(refusal.into()),
    }
}

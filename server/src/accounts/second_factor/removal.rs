//! Removing one of the own factors.

use app::submitted::{FactorProblem, RemovalProblem};
use db::{FactorState, OneFactor};
use domain::{password::check_length, proof::FreshProof, refusal::Refusal};

use crate::{
    accounts::{Given, Proving},
    state::AppState,
};

/// Removes one of the own factors, with a fresh proof. With the last one the password is asked for in any
/// case: it must be long enough to stand alone.
///
/// # Errors
/// [`FactorProblem::Proof`], [`FactorProblem::Removal`]
pub async fn remove_factor(
    app: &AppState,
    who: &mut Proving,
    factor: OneFactor,
    given: Given<'_>,
) -> Result<(), FactorProblem> {
    let own = who.identity().enrolling()?;
    let is_last = is_last(&app.db().factor_state(&own).await?);
    let proof = if is_last {
        alone(app, who, given.password).await?
    } else {
        who.fresh(app, given).await?
    };
    let own = who.identity().enrolling()?;
    let removed = app.db().remove_own_factor(&own, proof, factor, is_last);
    let problem = match removed.await {
        // Already gone: the page shows that.
        Ok(_) => return Ok(()),
        Err(Refusal::FactorNeeded) => RemovalProblem::Required,
        Err(Refusal::Changed) => RemovalProblem::Changed,
        Err(refusal) => return Err(refusal.into()),
    };
    Err(FactorProblem::Removal(problem))
}

/// Without it, nothing would be left beside the password.
fn is_last(stored: &FactorState) -> bool {
    u32::from(stored.app) + stored.passkeys <= 1
}

/// A proof by a password that is enough without a second factor.
async fn alone(
    app: &AppState,
    who: &mut Proving,
    password: &str,
) -> Result<FreshProof, FactorProblem> {
    let proof = who.prove(app, Given::password(password)).await;
    let proof =
        proof.map_err(|problem| FactorProblem::Removal(RemovalProblem::Password(problem)))?;
    match check_length(password, false) {
        Ok(()) => Ok(proof),
        Err(_) => Err(FactorProblem::Removal(RemovalProblem::TooShort)),
    }
}

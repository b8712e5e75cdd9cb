//! Whether a code is right.

use std::net::IpAddr;

use app::submitted::CodeProblem;
use chrono::Utc;
use db::Attempt;
use domain::{second_factor, values::AccountId};

use super::{recovery, totp};
use crate::state::AppState;

/// A code as it was typed.
#[derive(Debug, Clone, Copy)]
pub enum TypedCode<'a> {
    /// From the app.
    App(&'a str),
    /// From paper.
    Recovery(&'a str),
}

/// Uses the code up if it is the account's. Wrong ones make the next attempt wait, by account and by
/// address; what cannot be a code at all is no attempt.
///
/// # Errors
/// [`CodeProblem`]
pub async fn check_code(
    app: &AppState,
    address: IpAddr,
    account: AccountId,
    typed: TypedCode<'_>,
) -> Result<(), CodeProblem> {
    let code = match typed {
        TypedCode::App(typed) => second_factor::code(typed),
        TypedCode::Recovery(typed) => second_factor::recovery_code(typed),
    };
    let code = code.ok_or(CodeProblem::Wrong)?;
    let db = app.db();
    if let Attempt::Wait(duration) = db.attempt_code(address, account).await? {
        return Err(CodeProblem::throttled(duration));
    }
    let right = match typed {
        TypedCode::App(_) => use_code(app, account, &code).await?,
        TypedCode::Recovery(_) => db.use_recovery_code(account, recovery::hash(&code)).await?,
    };
    if !right {
        return Err(CodeProblem::Wrong);
    }
    db.code_was_right(address, account).await?;
    Ok(())
}

async fn use_code(app: &AppState, account: AccountId, code: &str) -> Result<bool, CodeProblem> {
    let Some(secret) = app.db().totp_secret(account).await? else {
        return Ok(false);
    };
    match step_now(&secret, code) {
        Some(step) => Ok(app.db().use_totp_step(account, step).await?),
        None => Ok(false),
    }
}

/// The time step whose code this is, if it is right now.
pub(super) fn step_now(secret: &totp::Secret, code: &str) -> Option<i64> {
    let now = u64::try_from(Utc::now().timestamp()).ok()?;
    let step = totp::step_of(secret, code, now)?;
    i64::try_from(step).ok()
}

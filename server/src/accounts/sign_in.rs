//! Signing in with user name and password.

use std::{net::IpAddr, time::Duration};

use db::{Attempt, Db};
use domain::{refusal::Refusal, values::AccountId};

use super::{Passwords, hashing::Checked};
use crate::metrics;

/// Why nobody was signed in.
#[derive(Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// No such account, no password yet, not active, or the wrong password: never said which.
    Wrong,
    /// Too many failures; again after this time.
    Throttled(Duration),
    /// The database is away, or too many passwords are being checked.
    Unavailable,
}

impl From<Refusal> for SignInFailure {
    fn from(_: Refusal) -> Self {
        Self::Unavailable
    }
}

/// An account whose password somebody has typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognized {
    pub account: AccountId,
    /// Nobody is signed in before the second factor.
    pub has_second_factor: bool,
}

/// Whose user name and password these are. Takes the same time whether the name exists or not.
///
/// # Errors
/// [`SignInFailure`]
pub async fn sign_in(
    db: &Db,
    passwords: &Passwords,
    address: IpAddr,
    user_name: &str,
    password: String,
) -> Result<Recognized, SignInFailure> {
    let outcome = recognize(db, passwords, address, user_name, password).await;
    metrics::sign_in(match &outcome {
        Ok(_) => "right",
        Err(SignInFailure::Wrong) => "wrong",
        Err(SignInFailure::Throttled(_)) => "throttled",
        Err(SignInFailure::Unavailable) => "unavailable",
    });
    outcome
}

async fn recognize(
    db: &Db,
    passwords: &Passwords,
    address: IpAddr,
    user_name: &str,
    password: String,
) -> Result<Recognized, SignInFailure> {
    // First the turn: an attempt that finds none must not count as failed.
    let turn = passwords.turn().await?;
    if let Attempt::Wait(duration) = db.attempt(address, user_name).await? {
        return Err(SignInFailure::Throttled(duration));
    }
    let credentials = db
        .credentials(user_name)
        .await?
        .filter(|found| found.active);
    let stored = credentials
        .as_ref()
        .and_then(|found| found.password_hash.clone());
    let checked = turn.check(password, stored.clone()).await?;
    let (Some(credentials), Checked::Right { renewed }) = (credentials, checked) else {
        db.attempt_failed(address, user_name).await?;
        return Err(SignInFailure::Wrong);
    };
    db.attempt_succeeded(address, user_name).await?;
    if let (Some(old), Some(new)) = (stored, renewed) {
        db.renew_password_hash(credentials.account, &old, &new)
            .await?;
    }
    Ok(Recognized {
        account: credentials.account,
        has_second_factor: credentials.has_second_factor,
    })
}

//! Changing the own password.

use std::net::IpAddr;

use app::submitted::OwnPasswordProblem;
use domain::{
    ports::OwnAccounts,
    principal::{Actor, OwnAccount},
    refusal::Refusal,
};

use super::{SignInFailure, check_new_password, sign_in};
use crate::state::AppState;

/// What was typed.
pub struct Typed<'a> {
    pub old: &'a str,
    pub new: &'a str,
    pub repeated: &'a str,
}

/// Sets a new password if the old one is right. All sessions of the account end.
///
/// # Errors
/// [`OwnPasswordProblem`]
pub async fn change_own_password(
    app: &AppState,
    own: &OwnAccount,
    address: IpAddr,
    typed: &Typed<'_>,
) -> Result<(), OwnPasswordProblem> {
    let db = app.db();
    let name = db.own_sign_in(own).await.map_err(away)?.user_name;
    let credentials = db.credentials(&name).await.map_err(away)?;
    let owner = credentials
        .filter(|found| found.account == own.account())
        .ok_or(OwnPasswordProblem::SignedOut)?;
    // What is said of the new one does not depend on the old one, and costs no attempt.
    if typed.new != typed.repeated {
        return Err(OwnPasswordProblem::Differ);
    }
    let known = [
        owner.user_name.as_str(),
        &owner.first_name,
        &owner.last_name,
        &owner.email,
        &app.settings().provider_name,
    ];
    check_new_password(typed.new, owner.has_second_factor, &known)
        .map_err(OwnPasswordProblem::Rejected)?;
    check_own(app, own, address, &name, typed.old).await?;
    let hash = app.passwords().hash(typed.new.to_owned()).await;
    db.set_password(
        Actor::Account(own.account()),
        own.account(),
        &hash.map_err(away)?,
    )
    .await
    .map_err(away)
}

/// Whether this is the account's password. Tried as a sign-in is: as slow, and as few times.
pub(super) async fn check_own(
    app: &AppState,
    own: &OwnAccount,
    address: IpAddr,
    user_name: &str,
    password: &str,
) -> Result<(), OwnPasswordProblem> {
    let signed_in = sign_in(
        app.db(),
        app.passwords(),
        address,
        user_name,
        password.to_owned(),
    );
    match signed_in.await {
        Ok(found) if found.account == own.account() => Ok(()),
        Ok(_) => Err(OwnPasswordProblem::SignedOut),
        Err(failure) => Err(of_sign_in(failure)),
    }
}

fn of_sign_in(failure: SignInFailure) -> OwnPasswordProblem {
    match failure {
        SignInFailure::Wrong => OwnPasswordProblem::OldWrong,
        SignInFailure::Throttled(duration) => OwnPasswordProblem::Throttled {
            seconds: duration.as_secs_f64().ceil().max(1.0) as u64,
        },
        SignInFailure::Unavailable => OwnPasswordProblem::Unavailable,
    }
}

pub(super) fn away(refusal: Refusal) -> OwnPasswordProblem {
    match refusal {
        Refusal::SignedOut => OwnPasswordProblem::SignedOut,
        _ => OwnPasswordProblem::Unavailable,
    }
}

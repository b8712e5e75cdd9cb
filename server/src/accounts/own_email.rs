//! Asking for a link to a new e-mail address of one's own.

use std::net::IpAddr;

use app::submitted::OwnEmailProblem;
use domain::{ports::OwnAccounts, principal::OwnAccount, refusal::Refusal, values::EmailAddress};

use super::own_password::{away, check_own};
use crate::state::AppState;

/// Sends a link to the address if the password is right, which is tried as a sign-in is. Nothing changes
/// before the link is used.
///
/// # Errors
/// [`OwnEmailProblem`]
pub async fn request_own_email(
    app: &AppState,
    own: &OwnAccount,
    address: IpAddr,
    new: &str,
    password: &str,
) -> Result<(), OwnEmailProblem> {
    if !app.settings().mails {
        return Err(OwnEmailProblem::NoMails);
    }
    let known = app.db().own_sign_in(own).await.map_err(of_account)?;
    // What is said of the address does not depend on the password, and costs no attempt.
    let new = EmailAddress::parse(new).map_err(OwnEmailProblem::Address)?;
    if new.as_str() == known.email {
        return Err(OwnEmailProblem::Same);
    }
    check_own(app, own, address, &known.user_name, password)
        .await
        .map_err(OwnEmailProblem::Password)?;
    match app.db().request_email(own, new).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(OwnEmailProblem::TooMany),
        Err(refusal) => Err(of_account(refusal)),
    }
}

fn of_account(refusal: Refusal) -> OwnEmailProblem {
    OwnEmailProblem::Password(away(refusal))
}

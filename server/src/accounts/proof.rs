//! Asking again for the password where the last proof is too old.

use std::{convert::Infallible, net::IpAddr};

use app::submitted::ProofProblem;
use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{ports::OwnAccounts, refusal::Refusal};
use tower_sessions::Session;

use super::own_password::check_own;
use crate::{
    identity::Identity, session::Facts, state::AppState, throttle_address::ThrottleAddress,
};

/// Whoever sends a form that may need a fresh proof. A route takes it in place of [`Identity`].
pub struct Proving {
    identity: Identity,
    session: Option<Session>,
    address: IpAddr,
}

impl FromRequestParts<AppState> for Proving {
    type Rejection = Infallible;

    /// A route that nobody identified has nobody signed in.
    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        let ThrottleAddress(address) = ThrottleAddress::from_request_parts(parts, app).await?;
        let identity = parts.extensions.get().cloned();
        Ok(Self {
            identity: identity.unwrap_or(Identity::SignedOut),
            session: parts.extensions.get().cloned(),
            address,
        })
    }
}

impl Proving {
    /// Who asks, whether the proof is fresh or not.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Who asks, with a fresh proof: the last one, or `password`, which the form sent with it where it
    /// was asked for. What is done afterwards takes the identity that this returns.
    ///
    /// # Errors
    /// [`ProofProblem::Needed`] where the last proof is too old and no password came.
    pub async fn fresh(&self, app: &AppState, password: &str) -> Result<Identity, ProofProblem> {
        match self.identity.fresh_proof() {
            Ok(_) => Ok(self.identity.clone()),
            Err(Refusal::ProofNeeded) if password.is_empty() => Err(ProofProblem::Needed),
            Err(Refusal::ProofNeeded) => self.prove(app, password).await,
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Who asks, if this is the account's password: tried as a sign-in is, as slow and as few times. The
    /// session goes on under a new id.
    ///
    /// # Errors
    /// [`ProofProblem`]
    pub async fn prove(&self, app: &AppState, password: &str) -> Result<Identity, ProofProblem> {
        let own = self.identity.own()?;
        let session = self.session.as_ref().ok_or(ProofProblem::SignedOut)?;
        let user_name = app.db().own_sign_in(&own).await?.user_name;
        check_own(app, &own, self.address, &user_name, password).await?;
        Facts::begin(session, own.account()).await?;
        Ok(self.identity.proved(session))
    }
}

//! Asking again for the password where the last proof is too old.

use std::{convert::Infallible, net::IpAddr};

use app::submitted::ProofProblem;
use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{ports::OwnAccounts, proof::FreshProof, refusal::Refusal};
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
    /// Who asks: after a proof, in the session that it has begun.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// A fresh proof: the last one, or `password`, which the form sent with it where it was asked for.
    ///
    /// # Errors
    /// [`ProofProblem::Needed`] where the last proof is too old and no password came.
    pub async fn fresh(
        &mut self,
        app: &AppState,
        password: &str,
    ) -> Result<FreshProof, ProofProblem> {
        match self.identity.fresh_proof() {
            Err(Refusal::ProofNeeded) if password.is_empty() => Err(ProofProblem::Needed),
            Err(Refusal::ProofNeeded) => self.prove(app, password).await,
            known => Ok(known?),
        }
    }

    /// A proof by the account's password: tried as a sign-in is, as slow and as few times. The session goes
    /// on under a new id.
    ///
    /// # Errors
    /// [`ProofProblem`]
    pub async fn prove(
        &mut self,
        app: &AppState,
        password: &str,
    ) -> Result<FreshProof, ProofProblem> {
        let own = self.identity.enrolling()?;
        let user_name = app.db().own_sign_in(&own).await?.user_name;
        check_own(app, &own, self.address, &user_name, password).await?;
        Ok(self.renew().await?)
    }

    /// The same account under a new session id, because it has proved something just now.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::Unavailable`]
    pub async fn renew(&mut self) -> Result<FreshProof, Refusal> {
        let session = self.session.as_ref().ok_or(Refusal::SignedOut)?;
        Facts::begin(session, self.identity.enrolling()?.account()).await?;
        self.identity = self.identity.proved(session);
        self.identity.fresh_proof()
    }
}

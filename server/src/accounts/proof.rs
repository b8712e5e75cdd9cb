//! Asking again for the password or a passkey where the last proof is too old.

use std::{convert::Infallible, net::IpAddr};

use app::submitted::ProofProblem;
use axum::{extract::FromRequestParts, http::request::Parts};
use db::PasskeyPurpose;
use domain::{ports::OwnAccounts, proof::FreshProof, refusal::Refusal};
use tower_sessions::Session;

use super::{own_password::check_own, passkeys::check_passkey};
use crate::{
    identity::Identity, session::Facts, state::AppState, throttle_address::ThrottleAddress,
};

/// What a form sent with it, where it was asked for a proof.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    pub password: &'a str,
    /// The answer of a passkey, which goes before a password.
    pub passkey: &'a str,
}

impl<'a> Given<'a> {
    pub fn password(password: &'a str) -> Self {
        Self {
            password,
            passkey: "",
        }
    }

    pub fn is_empty(&self) -> bool {
        self.password.is_empty() && self.passkey.is_empty()
    }
}

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

    /// A fresh proof: the last one, or what the form sent with it where it was asked for.
    ///
    /// # Errors
    /// [`ProofProblem::Needed`] where the last proof is too old and nothing came.
    pub async fn fresh(
        &mut self,
        app: &AppState,
        given: Given<'_>,
    ) -> Result<FreshProof, ProofProblem> {
        match self.identity.fresh_proof() {
            Err(Refusal::ProofNeeded) if given.is_empty() => Err(ProofProblem::Needed),
            Err(Refusal::ProofNeeded) => self.prove(app, given).await,
            known => Ok(known?),
        }
    }

    /// A proof by one of the account's passkeys, tried as seldom as a code, or by its password, tried as a
    /// sign-in is. The session goes on under a new id.
    ///
    /// # Errors
    /// [`ProofProblem`]
    pub async fn prove(
        &mut self,
        app: &AppState,
        given: Given<'_>,
    ) -> Result<FreshProof, ProofProblem> {
        let own = self.identity.enrolling()?;
        if given.passkey.is_empty() {
            let user_name = app.db().own_sign_in(&own).await?.user_name;
            check_own(app, &own, self.address, &user_name, given.password).await?;
        } else {
            let session = own.session().ok_or(Refusal::SignedOut)?;
            let asked = (session, PasskeyPurpose::Proof);
            check_passkey(app, self.address, own.account(), asked, given.passkey).await?;
        }
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

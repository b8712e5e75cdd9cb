//! Who sends a request: the only place that makes a [`Principal`].

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{StatusCode, request::Parts},
    middleware::Next,
    response::Response,
};
use chrono::Utc;
use domain::{
    portal::Contact,
    ports::PhoneNumbers,
    principal::{Desk, OwnAccount, PortalDesk, Principal, SignedIn},
    proof::FreshProof,
    refusal::Refusal,
    rights::{Deed, May},
    values::AccountId,
};
use tower_sessions::Session;

use crate::{
    phone::NumberingPlans,
    session::{self, Facts, Holder},
    state::AppState,
};

/// What is known of whoever sent the request.
#[derive(Debug, Clone)]
pub enum Identity {
    /// Nobody is signed in, or the session has ended.
    SignedOut,
    SignedIn(Box<Principal>),
    /// There is a session cookie, but the database did not say whose.
    Unavailable,
}

/// Left in the response's extensions for the log.
#[derive(Debug, Clone, Copy)]
pub struct RequestAccount(pub AccountId);

impl Identity {
    pub fn principal(&self) -> Option<&Principal> {
        match self {
            Self::SignedIn(principal) => Some(principal),
            Self::SignedOut | Self::Unavailable => None,
        }
    }

    /// The right to see what is at the reseller's desk.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::Forbidden`], [`Refusal::Unavailable`]
    pub fn desk(&self) -> Result<Desk, Refusal> {
        self.signed_in()?.desk()
    }

    /// The right to change something there; what it is follows from the port that takes the answer.
    ///
    /// # Errors
    /// As [`Self::desk`]
    pub fn may<D: Deed>(&self) -> Result<May<D>, Refusal> {
        self.desk()?.may()
    }

    /// The right to see what belongs to a portal account's own customers.
    ///
    /// # Errors
    /// As [`Self::desk`]
    pub fn portal(&self) -> Result<PortalDesk, Refusal> {
        self.signed_in()?.portal()
    }

    /// The right to look after the own sign-in.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::FactorNeeded`], [`Refusal::Unavailable`]
    pub fn own(&self) -> Result<OwnAccount, Refusal> {
        let principal = self.signed_in()?;
        principal.settled()?;
        Ok(principal.own())
    }

    /// The right to give the own sign-in a second factor, and to prove who one is for that: all that may be
    /// done before a factor that is required.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::Unavailable`]
    pub fn enrolling(&self) -> Result<OwnAccount, Refusal> {
        Ok(self.signed_in()?.own())
    }

    /// That the last proof is fresh.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::ProofNeeded`], [`Refusal::Unavailable`]
    pub fn fresh_proof(&self) -> Result<FreshProof, Refusal> {
        self.signed_in()?.fresh_proof()
    }

    /// The same account, having proved just now to be it; the session has begun anew by that.
    pub(crate) fn proved(&self, session: &Session) -> Self {
        let Self::SignedIn(principal) = self else {
            return self.clone();
        };
        let principal = principal.as_ref().clone();
        let here = match session.id() {
            Some(id) => principal.in_session(session::id_hash(&id)),
            None => principal,
        };
        Self::SignedIn(Box::new(fresh(here)))
    }

    fn signed_in(&self) -> Result<&Principal, Refusal> {
        match self {
            Self::SignedIn(principal) => Ok(principal),
            Self::SignedOut => Err(Refusal::SignedOut),
            Self::Unavailable => Err(Refusal::Unavailable),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Identity {
    type Rejection = StatusCode;

    /// # Errors
    /// 500 on a route without [`identify`].
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts
            .extensions
            .get()
            .cloned()
            .ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// Puts the [`Identity`] into the request: one statement where there is a session cookie, none
/// where there is not.
pub async fn identify(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let identity = match request.extensions().get::<Session>() {
        Some(session) => of_session(&app, &session.clone()).await,
        None => Identity::SignedOut,
    };
    let account = identity.principal().map(Principal::account);
    request.extensions_mut().insert(identity);
    let mut response = next.run(request).await;
    if let Some(account) = account {
        response.extensions_mut().insert(RequestAccount(account));
    }
    response
}

async fn of_session(app: &AppState, session: &Session) -> Identity {
    let Some(id) = session.id() else {
        return Identity::SignedOut;
    };
    let now = Utc::now();
    match Facts::of(session).await {
        Ok(Some(Facts {
            account,
            holder: Some(holder),
            fresh: is_fresh,
            last_seen_at,
            expires_at,
        })) => {
            // Either way round: the database may have another clock.
            if (now - last_seen_at).abs() >= session::TOUCH {
                let idle_until = expires_at.min(now + session::IDLE);
                // Not noted: the next request notes it.
                let _ = app
                    .db()
                    .touch_session(&session::id_hash(&id), idle_until)
                    .await;
            }
            let principal = principal(account, holder).in_session(session::id_hash(&id));
            Identity::SignedIn(Box::new(if is_fresh {
                fresh(principal)
            } else {
                principal
            }))
        }
        Ok(_) => Identity::SignedOut,
        Err(_) => Identity::Unavailable,
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the session says when this account proved to be it"
)]
fn fresh(principal: Principal) -> Principal {
    principal.with_fresh_proof()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the session says that this account signed in"
)]
fn principal(account: AccountId, holder: Holder) -> Principal {
    let shown = SignedIn {
        name: holder.name,
        reseller_number: holder.reseller_number,
        role: holder.role,
    };
    let principal = Principal::new(account, holder.reseller, shown);
    // Nobody else is told how to reach the reseller, and the numbering plans take a tenth of a second and
    // 16 MB when they are needed for the first time.
    let principal = if principal.portal().is_ok() {
        let phone = NumberingPlans.readable(&holder.contact.phone);
        principal.of_reseller(Contact {
            phone,
            ..holder.contact
        })
    } else {
        principal
    };
    if holder.needs_factor {
        principal.without_needed_factor()
    } else {
        principal
    }
}

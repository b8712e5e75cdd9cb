//! Between password and second factor: a session in which nobody is signed in.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{refusal::Refusal, second_factor::HALF_SIGNED_IN_MINUTES, values::AccountId};
use serde::{Deserialize, Serialize};
use tower_sessions::{Session, session::Error};

/// Key of [`HalfSignedIn`] in a session. Beside it there are no facts, so everything but the page that asks
/// for the code takes its owner for somebody who is not signed in.
pub(super) const HALF: &str = "half";

/// Somebody whose password was right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfSignedIn {
    pub account: AccountId,
    /// The code is waited for until then.
    pub until: DateTime<Utc>,
}

impl HalfSignedIn {
    /// Of a session of this request, if it is one.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn of(session: &Session) -> Result<Option<Self>, Refusal> {
        session.get(HALF).await.map_err(|_| Refusal::Unavailable)
    }

    /// Makes the session one that waits for this account's second factor, under a new id.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn begin(session: &Session, account: AccountId) -> Result<(), Refusal> {
        let half = Self {
            account,
            until: Utc::now() + TimeDelta::minutes(HALF_SIGNED_IN_MINUTES),
        };
        let begun = async {
            session.cycle_id().await?;
            session.remove_value(super::FACTS).await?;
            session.insert(HALF, half).await?;
            session.save().await
        };
        begun.await.map_err(|_: Error| Refusal::Unavailable)
    }

    /// Whoever was half signed in is not any more.
    pub(super) async fn end(session: &Session) -> Result<(), Error> {
        session.remove_value(HALF).await.map(drop)
    }
}

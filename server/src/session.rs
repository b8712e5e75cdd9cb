//! Sessions: what the database keeps of them, and for how long they last.
//!
//! tower-sessions carries the session through a request; the rows are ours, because the database
//! must know only the SHA-256 of an id, whose session it is, and two ends of its life.

mod half;
mod removal;
mod store;

pub use half::HalfSignedIn;
pub use removal::secure_removal;
pub use store::Store;

use chrono::{DateTime, TimeDelta, Utc};
use db::{Db, SessionAccount};
use domain::{
    portal::Contact,
    principal::Role,
    refusal::Refusal,
    values::{AccountId, ResellerId},
};
use serde::{Deserialize, Serialize};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite, session::Id};

use crate::secret;

/// The cookie. Its prefix makes browsers insist on `Secure` and `Path=/`.
pub const COOKIE: &str = "__Host-mkm";

/// A session that is not used ends after this time.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time in any case.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(8);
/// How often a use is noted.
pub const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// Key of what the browser is called.
pub const BROWSER: &str = "browser";

/// Key of [`Facts`] in a session; everything else in it is stored as it is.
const FACTS: &str = "facts";

/// What the columns of a session's row say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Whose session it is.
    pub account: AccountId,
    /// The account as it was stored when this request came; `None` in the one that signs in.
    pub holder: Option<Holder>,
    /// Its owner has just proved to be that.
    pub fresh: bool,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// An account that signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub reseller: ResellerId,
    pub role: Role,
    /// First and last name, or the user name where both are empty.
    pub name: String,
    pub reseller_number: String,
    /// How to reach the reseller.
    pub contact: Contact,
    /// Its reseller requires a second factor, and it has none yet.
    pub needs_factor: bool,
}

impl Facts {
    /// Of a session that begins now.
    pub fn of_new(account: AccountId) -> Self {
        let now = Utc::now();
        Self {
            account,
            holder: None,
            fresh: true,
            last_seen_at: now,
            expires_at: now + ABSOLUTE,
        }
    }

    /// Reads them from a session of this request; one statement, the first time.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn of(
        session: &tower_sessions::Session,
    ) -> std::result::Result<Option<Self>, Refusal> {
        session.get(FACTS).await.map_err(|_| Refusal::Unavailable)
    }

    /// Makes the session this account's, which has just proved to be it, under a new id.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn begin(
        session: &tower_sessions::Session,
        account: AccountId,
    ) -> std::result::Result<(), Refusal> {
        let begun = async {
            // An id that somebody else may know must not become a signed-in one.
            session.cycle_id().await?;
            HalfSignedIn::end(session).await?;
            session.insert(FACTS, Self::of_new(account)).await?;
            session.save().await
        };
        begun.await.map_err(|_| Refusal::Unavailable)
    }
}

impl Holder {
    fn of(account: SessionAccount) -> Self {
        let name = format!("{} {}", account.first_name, account.last_name);
        let name = match name.trim() {
            "" => account.user_name,
            name => name.to_owned(),
        };
        Self {
            reseller: account.reseller,
            role: account.role,
            name,
            reseller_number: account.reseller_number,
            contact: account.contact,
            needs_factor: account.needs_factor,
        }
    }
}

/// The layer that hands a session to each request; without the cookie it costs nothing.
pub fn layer(db: Db) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store::new(db))
        .with_name(COOKIE)
        .with_secure(true)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

/// What is stored of this session's id; `None` where it has none yet.
pub fn hash_of(session: &tower_sessions::Session) -> Option<[u8; 32]> {
    session.id().as_ref().map(id_hash)
}

/// What is stored of an id.
pub fn id_hash(id: &Id) -> [u8; 32] {
    secret::hash(&id.0.to_le_bytes())
}

//! Sessions: what the database keeps of them, and for how long they last.
//!
//! tower-sessions carries the session through a request; the rows are ours, because the database
//! must know only the SHA-256 of an id, whose session it is, and two ends of its life.

use async_trait::async_trait;
use axum::{
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use db::{Db, SessionAccount, StoredSession};
use domain::{
    principal::Role,
    refusal::Refusal,
    values::{AccountId, ResellerId},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::secret;

/// The cookie. Its prefix makes browsers insist on `Secure` and `Path=/`.
pub const COOKIE: &str = "__Host-mkm";

/// A session that is not used ends after this time.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time in any case.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(8);
/// How often a use is noted.
pub const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// Key of [`Facts`] in a session; everything else in it is stored as it is.
const FACTS: &str = "facts";

/// What the columns of a session's row say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Whose session it is.
    pub account: AccountId,
    /// The account as it was stored when this request came; `None` in the one that signs in.
    pub holder: Option<Holder>,
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
}

impl Facts {
    /// Of a session that begins now.
    pub fn of_new(account: AccountId) -> Self {
        let now = Utc::now();
        Self {
            account,
            holder: None,
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

    /// Makes the session this account's, under a new id.
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
        }
    }
}

/// The layer that hands a session to each request; without the cookie it costs nothing.
pub fn layer(db: Db) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store(db))
        .with_name(COOKIE)
        .with_secure(true)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

/// tower-sessions removes the cookie by one without `Secure`, which browsers do not take for a name
/// with this prefix: puts a right one in its place.
pub async fn secure_removal(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let cookies: Vec<HeaderValue> = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .cloned()
        .collect();
    if cookies.iter().any(is_removal) {
        let headers = response.headers_mut();
        headers.remove(header::SET_COOKIE);
        for cookie in cookies {
            headers.append(
                header::SET_COOKIE,
                if is_removal(&cookie) { REMOVAL } else { cookie },
            );
        }
    }
    response
}

const REMOVAL: HeaderValue =
    HeaderValue::from_static("__Host-mkm=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");

fn is_removal(cookie: &HeaderValue) -> bool {
    cookie.as_bytes().starts_with(b"__Host-mkm=;")
}

/// The rows of sessions.
#[derive(Debug, Clone)]
pub struct Store(Db);

/// What is stored of an id.
pub fn id_hash(id: &Id) -> [u8; 32] {
    secret::hash(&id.0.to_le_bytes())
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let row = Row::of(record)?;
        loop {
            let inserted = self
                .0
                .insert_session(
                    &id_hash(&record.id),
                    row.account,
                    &row.data,
                    row.idle_until,
                    row.expires_at,
                )
                .await
                .map_err(backend)?;
            if inserted {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let row = Row::of(record)?;
        // Nothing saved: somebody ended the session meanwhile, and it must not come back.
        self.0
            .save_session(
                &id_hash(&record.id),
                row.account,
                &row.data,
                row.idle_until,
                row.expires_at,
            )
            .await
            .map(|_saved| ())
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let stored = self.0.load_session(&id_hash(id)).await.map_err(backend)?;
        stored.map(|stored| record(*id, stored)).transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0.delete_session(&id_hash(id)).await.map_err(backend)
    }
}

/// A record as the columns of its row.
struct Row {
    account: Option<AccountId>,
    data: Value,
    idle_until: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl Row {
    fn of(record: &Record) -> Result<Self> {
        let facts = record
            .data
            .get(FACTS)
            .map(|facts| {
                Facts::deserialize(facts).map_err(|error| Error::Encode(error.to_string()))
            })
            .transpose()?;
        let rest: Map<_, _> = record
            .data
            .iter()
            .filter(|(key, _)| *key != FACTS)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let now = Utc::now();
        let expires_at = facts
            .as_ref()
            .map_or(now + ABSOLUTE, |facts| facts.expires_at);
        Ok(Self {
            account: facts.map(|facts| facts.account),
            data: Value::Object(rest),
            idle_until: expires_at.min(now + IDLE),
            expires_at,
        })
    }
}

fn record(id: Id, stored: StoredSession) -> Result<Record> {
    let mut data: std::collections::HashMap<_, _> = match stored.data {
        Value::Object(data) => data.into_iter().collect(),
        _ => return Err(Error::Decode("not an object".to_owned())),
    };
    if let Some(account) = stored.account {
        let facts = Facts {
            account: account.account,
            holder: Some(Holder::of(account)),
            last_seen_at: stored.last_seen_at,
            expires_at: stored.expires_at,
        };
        let facts =
            serde_json::to_value(facts).map_err(|error| Error::Decode(error.to_string()))?;
        data.insert(FACTS.to_owned(), facts);
    }
    let expiry_date = time::OffsetDateTime::from_unix_timestamp(stored.expires_at.timestamp())
        .map_err(|error| Error::Decode(error.to_string()))?;
    Ok(Record {
        id,
        data,
        expiry_date,
    })
}

fn backend(refusal: Refusal) -> Error {
    Error::Backend(refusal.to_string())
}

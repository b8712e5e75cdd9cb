//! The rows of sessions, as tower-sessions asks for them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use db::{Db, StoredSession};
use domain::{refusal::Refusal, values::AccountId};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

use super::{ABSOLUTE, FACTS, Facts, HalfSignedIn, Holder, IDLE, half::HALF, id_hash};

/// The rows of sessions.
#[derive(Debug, Clone)]
pub struct Store(Db);

impl Store {
    pub(super) fn new(db: Db) -> Self {
        Self(db)
    }
}

impl Store {
    /// `false`: there is a session with this id already.
    async fn insert(&self, id: &Id, row: &Row) -> Result<bool> {
        let hash = id_hash(id);
        let inserted = match (row.account, row.half) {
            (Some(account), true) => {
                self.0
                    .insert_half_session(&hash, account, &row.data, row.expires_at)
                    .await
            }
            (account, _) => {
                self.0
                    .insert_session(&hash, account, &row.data, row.idle_until, row.expires_at)
                    .await
            }
        };
        inserted.map_err(backend)
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let row = Row::of(record)?;
        loop {
            if self.insert(&record.id, &row).await? {
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
    /// Its second factor is still to come.
    half: bool,
    data: Value,
    idle_until: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl Row {
    fn of(record: &Record) -> Result<Self> {
        let facts: Option<Facts> = value(record, FACTS)?;
        let half: Option<HalfSignedIn> = value(record, HALF)?;
        let rest: Map<_, _> = record
            .data
            .iter()
            .filter(|(key, _)| ![FACTS, HALF].contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let now = Utc::now();
        let (account, is_half, expires_at) = match (facts, half) {
            (Some(facts), _) => (Some(facts.account), false, facts.expires_at),
            (None, Some(half)) => (Some(half.account), true, half.until),
            (None, None) => (None, false, now + ABSOLUTE),
        };
        Ok(Self {
            account,
            half: is_half,
            data: Value::Object(rest),
            idle_until: expires_at.min(now + IDLE),
            expires_at,
        })
    }
}

/// What a record holds under a key.
fn value<T: DeserializeOwned>(record: &Record, key: &str) -> Result<Option<T>> {
    let found = record.data.get(key).map(T::deserialize);
    found
        .transpose()
        .map_err(|error| Error::Encode(error.to_string()))
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
            fresh: stored.fresh,
            last_seen_at: stored.last_seen_at,
            expires_at: stored.expires_at,
        };
        let facts =
            serde_json::to_value(facts).map_err(|error| Error::Decode(error.to_string()))?;
        data.insert(FACTS.to_owned(), facts);
    }
    if let Some(account) = stored.half {
        let half = HalfSignedIn {
            account,
            until: stored.expires_at,
        };
        let half = serde_json::to_value(half).map_err(|error| Error::Decode(error.to_string()))?;
        data.insert(HALF.to_owned(), half);
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

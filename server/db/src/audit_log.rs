//! The port [`AuditLog`]: reading what the other modules wrote.

mod changes;
mod history;
mod names;
mod page;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use domain::{
    audit_log::{LogActor, LogEntry, LogPage, LogQuery, Moment},
    ports::AuditLog,
    principal::Desk,
    refusal::Refusal,
    values::{AccountId, CustomerId},
};
use serde_json::Value;
use uuid::Uuid;

use self::names::Names;
use crate::{Db, error::Failure, tenant::TenantTx};

#[async_trait]
impl AuditLog for Db {
    async fn page(&self, desk: &Desk, query: &LogQuery) -> Result<LogPage, Refusal> {
        let page = self.read(desk, |db| async move { page::page(&db, desk, query).await });
        Ok(page.await?)
    }

    async fn history(&self, desk: &Desk, customer: CustomerId) -> Result<Vec<LogEntry>, Refusal> {
        Ok(history::history(self, desk, customer).await?)
    }
}

/// An entry as the table holds it, with the name of who did it.
struct Stored {
    id: Uuid,
    at: DateTime<Utc>,
    /// In German time.
    local: NaiveDateTime,
    actor_account: Option<Uuid>,
    actor_name: Option<String>,
    actor_portal: Option<bool>,
    kind: String,
    object_id: Uuid,
    before: Option<Value>,
    after: Option<Value>,
}

/// The minute of a German time.
pub(crate) fn moment(local: NaiveDateTime) -> Moment {
    let small = |part: u32| u8::try_from(part).unwrap_or(0);
    Moment {
        day: local.date(),
        hour: small(local.hour()),
        minute: small(local.minute()),
    }
}

impl Stored {
    fn actor(&self, names: &Names) -> LogActor {
        match self.actor_account {
            None => LogActor::Operator,
            Some(id) => LogActor::Account {
                id: AccountId::from_uuid(id),
                // Of an account that is gone, the last name that the log knows.
                name: (self.actor_name.as_deref().or_else(|| names.name(id)))
                    .unwrap_or_default()
                    .to_owned(),
                portal: self.actor_portal.unwrap_or(false),
            },
        }
    }

    /// The customer it is about: itself, or whom the object belongs or belonged to.
    fn customer(&self) -> Option<Uuid> {
        if self.kind.starts_with("customer.") {
            return Some(self.object_id);
        }
        let named = |record: &Option<Value>| {
            let id = record.as_ref()?.get("customer")?.get("id")?.as_str()?;
            id.parse().ok()
        };
        named(&self.after).or_else(|| named(&self.before))
    }

    fn entry(self, names: &Names) -> LogEntry {
        let customer = self.customer().filter(|id| names.is_customer(*id));
        LogEntry {
            moment: moment(self.local),
            actor: self.actor(names),
            subject: changes::subject(self.before.as_ref(), self.after.as_ref())
                .or_else(|| names.name(self.object_id).map(str::to_owned))
                .unwrap_or_default(),
            customer: customer.map(CustomerId::from_uuid),
            changes: changes::changes(self.before.as_ref(), self.after.as_ref(), names),
            kind: self.kind,
        }
    }
}

/// The entries with the names of everything that they mention, by one statement for all.
async fn entries(tx: &mut TenantTx, stored: Vec<Stored>) -> Result<Vec<LogEntry>, Failure> {
    let mut ids = Vec::new();
    for entry in &stored {
        ids.push(entry.object_id);
        ids.extend(entry.actor_account);
        for record in [&entry.before, &entry.after].into_iter().flatten() {
            changes::mentioned(record, &mut ids);
        }
    }
    let names = Names::of(tx, ids).await?;
    Ok(stored
        .into_iter()
        .map(|entry| entry.entry(&names))
        .collect())
}

//! Who was promised what: every customer that was sent, and whether the program said that it is stored.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use anyhow::Result;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

/// The last name of every customer of a drill.
pub const NAME: &str = "Probe";

/// A customer that was sent. The id is the sender's: sent again, it is the same customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub id: Uuid,
    pub number: String,
}

/// Shared by all who write.
#[derive(Debug, Default)]
pub struct Ledger(Mutex<Pages>);

#[derive(Debug, Default)]
struct Pages {
    acknowledged: Vec<Sent>,
    unsure: Vec<Sent>,
    /// When the latest of the acknowledged ones was sent.
    latest: Option<Instant>,
    /// What was said instead of an acknowledgement, and how often.
    said: BTreeMap<String, usize>,
}

impl Ledger {
    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The program said that it is stored.
    pub fn acknowledge(&self, sent: Sent, at: Instant) {
        let mut pages = self.pages();
        pages.acknowledged.push(sent);
        pages.latest = pages.latest.max(Some(at));
    }

    /// The program said something else, or nothing.
    pub fn doubt(&self, sent: Sent, said: String) {
        let mut pages = self.pages();
        pages.unsure.push(sent);
        let times = pages.said.entry(said).or_default();
        *times += 1;
    }

    /// What was said instead of an acknowledgement since this was asked last.
    pub fn take_said(&self) -> BTreeMap<String, usize> {
        std::mem::take(&mut self.pages().said)
    }

    /// Takes what is to be sent again.
    pub fn take_unsure(&self) -> Vec<Sent> {
        std::mem::take(&mut self.pages().unsure)
    }

    pub fn acknowledged(&self) -> Vec<Sent> {
        self.pages().acknowledged.clone()
    }

    /// How many are acknowledged, and how many not.
    pub fn counts(&self) -> (usize, usize) {
        let pages = self.pages();
        (pages.acknowledged.len(), pages.unsure.len())
    }

    /// Whether something that was sent after this moment was acknowledged.
    pub fn goes_on_after(&self, moment: Instant) -> bool {
        self.pages().latest.is_some_and(|latest| latest > moment)
    }
}

/// A customer as the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub id: Uuid,
    pub number: String,
    /// How often the audit log says that it was created.
    pub noted: i64,
}

/// What is not as it was promised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    /// Acknowledged, and not there.
    pub lost: Vec<Sent>,
    /// There more than once, or noted more or less than once.
    pub doubled: Vec<String>,
}

impl Losses {
    /// What was acknowledged against what is there.
    pub fn of(acknowledged: &[Sent], stored: &[Stored]) -> Self {
        let by_id: HashMap<Uuid, &Stored> = stored.iter().map(|row| (row.id, row)).collect();
        let mut numbers: HashMap<&str, i64> = HashMap::new();
        for row in stored {
            let times = numbers.entry(&row.number).or_default();
            *times += 1;
        }
        let is_there = |sent: &Sent| {
            by_id
                .get(&sent.id)
                .is_some_and(|row| row.number == sent.number)
        };
        Self {
            lost: acknowledged
                .iter()
                .filter(|sent| !is_there(sent))
                .cloned()
                .collect(),
            doubled: stored
                .iter()
                .filter(|row| row.noted != 1 || numbers.get(row.number.as_str()) != Some(&1))
                .map(|row| row.number.clone())
                .collect(),
        }
    }
}

/// Every customer of a drill that the database has. The superuser sees those of all resellers.
///
/// # Errors
/// The database does not answer.
pub async fn stored(superuser_url: &str) -> Result<Vec<Stored>> {
    let mut superuser = PgConnection::connect(superuser_url).await?;
    let rows: Vec<(Uuid, String, i64)> = sqlx::query_as(
        "select id, number, (
             select count(*) from audit_entry
             where audit_entry.reseller_id = customer.reseller_id and object_id = customer.id
                 and kind = 'customer.created'
         )
         from customer where last_name = $1",
    )
    .bind(NAME)
    .fetch_all(&mut superuser)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, number, noted)| Stored { id, number, noted })
        .collect())
}

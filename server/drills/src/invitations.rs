//! People who are invited by mail, and whether each got the mail.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::{
    browser::Browser,
    sink::{Arrived, Sink},
};

/// The customer of the demo whose users are invited.
const CUSTOMER: &str = "123456";

/// To whom mails were promised.
#[derive(Debug, Default)]
pub struct Invitations {
    invited: BTreeSet<String>,
}

/// What became of the mails.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    pub missing: Vec<String>,
    /// Arrived again although the mail server had said that it has it.
    pub doubled: Vec<String>,
    /// Arrived again, because nobody had said so; a mail server knows them by their id.
    pub repeated: Vec<String>,
}

impl Invitations {
    /// Creates a user, who is invited by mail.
    ///
    /// # Errors
    /// The program does not say that it did.
    pub async fn invite(&mut self, browser: &Browser) -> Result<()> {
        let found = browser.get(&format!("/k/{CUSTOMER}")).await?;
        let id = Uuid::now_v7();
        let name = format!("probe-{}", id.simple());
        let email = format!("{name}@example.com");
        let fields = [
            ("id", id.to_string()),
            ("user_name", name),
            ("first_name", "Eva".to_owned()),
            ("last_name", "Probe".to_owned()),
            ("email", email.clone()),
        ];
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let path = format!("{}/benutzer/neu", found.location);
        let answer = browser.post(&path, &fields).await?;
        if answer.status != 303 || !answer.location.contains("benutzer-angelegt") {
            bail!(
                "a user was not created: {} {}",
                answer.status,
                answer.location
            );
        }
        self.invited.insert(email);
        Ok(())
    }

    /// How many were invited.
    pub fn count(&self) -> usize {
        self.invited.len()
    }

    /// What arrived, against who was invited.
    pub fn delivery(&self, sink: &Sink) -> Delivery {
        let arrived = sink.by_recipient();
        let mut delivery = Delivery::default();
        for email in &self.invited {
            match arrived.get(email).map(Vec::as_slice) {
                None | Some([]) => delivery.missing.push(email.clone()),
                Some([_]) => {}
                Some(mails) if is_repetition(mails) => delivery.repeated.push(email.clone()),
                Some(_) => delivery.doubled.push(email.clone()),
            }
        }
        delivery
    }

    /// Waits until every mail arrived; says how long that took.
    ///
    /// # Errors
    /// Some have not in this time.
    pub async fn all_arrive(&self, sink: &Sink, most: Duration) -> Result<Duration> {
        let since = Instant::now();
        loop {
            let missing = self.delivery(sink).missing.len();
            if missing == 0 {
                return Ok(since.elapsed());
            }
            if since.elapsed() > most {
                bail!("{missing} mails did not arrive in {} s", most.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Each but the last was taken without a word, and all are the same mail.
fn is_repetition(mails: &[Arrived]) -> bool {
    let Some((last, before)) = mails.split_last() else {
        return false;
    };
    before
        .iter()
        .all(|mail| !mail.acknowledged && mail.message_id == last.message_id)
}

/// Mails that wait for their next attempt need not wait any longer.
///
/// # Errors
/// The database does not answer.
pub async fn skip_pauses(superuser_url: &str) -> Result<()> {
    let mut superuser = PgConnection::connect(superuser_url).await?;
    sqlx::query(
        "update outgoing_mail set due_at = now()
         where state = 'waiting' and leased_until is null and due_at > now()",
    )
    .execute(&mut superuser)
    .await
    .context("the pauses of mails")?;
    Ok(())
}

/// Nobody has a mail any more: the program that had it is gone.
///
/// # Errors
/// The database does not answer.
pub async fn skip_leases(superuser_url: &str) -> Result<()> {
    let mut superuser = PgConnection::connect(superuser_url).await?;
    sqlx::query("update outgoing_mail set leased_until = null where state = 'waiting'")
        .execute(&mut superuser)
        .await?;
    Ok(())
}

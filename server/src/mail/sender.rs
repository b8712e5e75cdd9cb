//! Takes mails to the mail server, one after the other.

use std::{sync::Arc, time::Duration};

use db::{Db, Declined, DueMail, TokenPurpose};
use domain::{
    refusal::Refusal,
    user::{INVITATION_HOURS, RESET_MINUTES},
};
use tokio::sync::Mutex;

use super::{Envelope, Post};
use crate::secret;

/// How often it looks for mails: people wait for a link.
const LOOKS_EVERY: Duration = Duration::from_secs(2);

/// And while the database is away.
const WHILE_AWAY: Duration = Duration::from_secs(15);

/// How long a confirmation of an address is valid.
const CONFIRMATION: Duration = Duration::from_secs(24 * 60 * 60);

/// Sends what is due. Several at once, in one program or in many, share the work; a clone is the same
/// one.
#[derive(Debug, Clone)]
pub struct Sender {
    db: Db,
    post: Post,
    envelope: Arc<Envelope>,
    /// Held while a mail is being sent.
    busy: Arc<Mutex<()>>,
}

impl Sender {
    pub fn new(db: Db, post: Post, envelope: Envelope) -> Self {
        Self {
            db,
            post,
            envelope: Arc::new(envelope),
            busy: Arc::default(),
        }
    }

    /// Sends for as long as it is polled.
    pub async fn run(&self) {
        loop {
            // A task of its own: a mail that is on its way is finished, whoever stops waiting.
            let sender = self.clone();
            let pause = match tokio::spawn(async move { sender.send_next().await }).await {
                Ok(Ok(true)) => continue,
                Ok(Ok(false)) => LOOKS_EVERY,
                Ok(Err(_)) | Err(_) => WHILE_AWAY,
            };
            tokio::time::sleep(pause).await;
        }
    }

    /// Waits for the mail that is being sent.
    pub async fn settle(&self) {
        drop(self.busy.lock().await);
    }

    /// Sends the mail that has waited longest. `false`: none was due.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]: the database. The mail waits.
    pub async fn send_next(&self) -> Result<bool, Refusal> {
        let _busy = self.busy.lock().await;
        let Some(mail) = self.db.next_mail().await? else {
            return Ok(false);
        };
        let link = match mail.kind.token_purpose() {
            Some(purpose) => match self.open_link(&mail, purpose).await? {
                Some(link) => Some(link),
                // The account is gone meanwhile and the mail with it, or nobody wants it any more.
                None => return Ok(true),
            },
            None => None,
        };
        self.send(&mail, link).await?;
        Ok(true)
    }

    /// Only now there is a secret; nothing but its hash is stored.
    async fn open_link(
        &self,
        mail: &DueMail,
        purpose: TokenPurpose,
    ) -> Result<Option<Link>, Refusal> {
        let Ok(secret) = secret::new_token() else {
            tracing::error!("the system has no random source");
            return Err(Refusal::Unavailable);
        };
        let hash = secret::hash(secret.as_bytes());
        let opened = self
            .db
            .open_mail_link(mail, purpose, &hash, validity(purpose))
            .await?;
        Ok(opened.then_some(Link { secret, hash }))
    }

    async fn send(&self, mail: &DueMail, link: Option<Link>) -> Result<(), Refusal> {
        let secret = link.as_ref().map(|link| link.secret.as_str());
        let message = match self.envelope.message(mail, secret) {
            Ok(message) => message,
            Err(error) => {
                tracing::warn!(mail = %mail.id, %error, "a mail was given up");
                return self.db.mail_declined(mail, Declined::ForGood, None).await;
            }
        };
        match self.post.send(message).await {
            Ok(()) => {
                tracing::info!(mail = %mail.id, kind = ?mail.kind, "a mail was sent");
                self.db.mail_sent(mail, link.map(|link| link.hash)).await
            }
            Err(error) => {
                tracing::warn!(mail = %mail.id, attempt = mail.attempt, %error, "a mail was not taken");
                self.db
                    .mail_declined(mail, error.declined, error.reply)
                    .await
            }
        }
    }
}

struct Link {
    secret: String,
    hash: [u8; 32],
}

fn validity(purpose: TokenPurpose) -> Duration {
    match purpose {
        TokenPurpose::Invitation => Duration::from_secs(u64::from(INVITATION_HOURS) * 60 * 60),
        TokenPurpose::Reset => Duration::from_secs(u64::from(RESET_MINUTES) * 60),
        TokenPurpose::Email => CONFIRMATION,
    }
}

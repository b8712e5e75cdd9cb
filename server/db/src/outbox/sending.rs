//! What becomes of a mail that is being sent.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::refusal::Refusal;

use super::{DueMail, MailKind};
use crate::{Db, TokenPurpose, error::Failure, task::finish};

/// Minutes until the next attempt, after the first, the second, …; the last one repeats.
const PAUSES: [i64; 5] = [1, 5, 30, 120, 360];

/// So many hours after it was asked for, a mail is given up.
const GIVEN_UP_AFTER: i64 = 24;

/// Why a mail was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declined {
    /// The server is away, or says "later": it is tried again.
    ForNow,
    /// The server says that it will never take it.
    ForGood,
}

impl MailKind {
    /// What its link is for; `None` for a mail without one.
    pub fn token_purpose(self) -> Option<TokenPurpose> {
        match self {
            Self::Invitation => Some(TokenPurpose::Invitation),
            Self::Reset => Some(TokenPurpose::Reset),
            Self::ConfirmEmail => Some(TokenPurpose::Email),
            Self::EmailChanged
            | Self::FactorAdded
            | Self::FactorRemoved
            | Self::AppRemoved
            | Self::PasskeyAdded
            | Self::PasskeyRemoved => None,
        }
    }
}

impl Db {
    /// Stores the link that the mail is about to carry, by the SHA-256 of its secret. Links sent before
    /// stay valid until this mail is sent. `false`: the account is gone or not active any more, or the
    /// mail was withdrawn.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn open_mail_link(
        &self,
        mail: &DueMail,
        purpose: TokenPurpose,
        hash: &[u8; 32],
        valid_for: Duration,
    ) -> Result<bool, Refusal> {
        let new_email = (purpose == TokenPurpose::Email).then_some(mail.to.email.as_str());
        let stored = sqlx::query!(
            "insert into one_time_token (hash, reseller_id, account_id, purpose, expires_at, new_email)
             select $1, reseller_id, id, $3, now() + make_interval(secs => $4), $5
             from account
             where id = $2 and active and exists (
                 select from outgoing_mail as mail
                 where mail.reseller_id = account.reseller_id and mail.id = $6 and mail.state = 'waiting'
             )",
            hash.as_slice(),
            mail.account.uuid(),
            purpose.word(),
            valid_for.as_secs_f64(),
            new_email,
            mail.id
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(stored.rows_affected() == 1)
    }

    /// The mail server took the mail: links of the same purpose that were sent before become void.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn mail_sent(&self, mail: &DueMail, hash: Option<[u8; 32]>) -> Result<(), Refusal> {
        let (auth, mail) = (self.auth.clone(), mail.clone());
        finish(async move {
            let mut tx = auth.begin().await?;
            sqlx::query!(
                "update outgoing_mail
                 set leased_until = null,
                     state = case when queued_at = $3 then 'sent' else state end,
                     done_at = case when queued_at = $3 then now() end
                 where reseller_id = $1 and id = $2 and state = 'waiting'",
                mail.reseller.uuid(),
                mail.id,
                mail.queued_at
            )
            .execute(&mut *tx)
            .await?;
            if let (Some(hash), Some(purpose)) = (hash, mail.kind.token_purpose()) {
                sqlx::query!(
                    "with invited as (
                         update account set invited_at = now() where id = $1 and $2 = 'invitation'
                     )
                     update one_time_token set used_at = now()
                     where account_id = $1 and purpose = $2 and used_at is null and hash <> $3",
                    mail.account.uuid(),
                    purpose.word(),
                    hash.as_slice()
                )
                .execute(&mut *tx)
                .await?;
            }
            tx.commit().await?;
            Ok(())
        })
        .await
    }

    /// The mail server did not take the mail: it waits for the next attempt, or is given up.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn mail_declined(
        &self,
        mail: &DueMail,
        declined: Declined,
        reply: Option<u16>,
    ) -> Result<(), Refusal> {
        let now = Utc::now();
        // How long from now, by the program's clock; the database adds it to its own.
        let next = match declined {
            Declined::ForNow => next_attempt(now, mail.queued_at, mail.attempt),
            Declined::ForGood => None,
        };
        let pause = next.map(|next| (next - now).as_seconds_f64());
        sqlx::query!(
            "update outgoing_mail
             set leased_until = null,
                 due_at = case when queued_at = $3
                     then coalesce(now() + make_interval(secs => $4), due_at) else due_at end,
                 state = case when queued_at = $3 and $4::float8 is null then 'failed' else state end,
                 done_at = case when queued_at = $3 and $4::float8 is null then now() end,
                 last_reply = $5
             where reseller_id = $1 and id = $2 and state = 'waiting'",
            mail.reseller.uuid(),
            mail.id,
            mail.queued_at,
            pause,
            reply.and_then(|reply| i16::try_from(reply).ok())
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }
}

/// Minutes that a mail can have to wait after no attempt, after one, after two, …; the last one repeats.
pub(super) fn longest_pauses() -> Vec<i32> {
    std::iter::once(0)
        .chain(PAUSES.iter().filter_map(|pause| i32::try_from(*pause).ok()))
        .collect()
}

/// When a mail is tried again after so many attempts; `None`: it is given up. The last attempt is at the
/// end of the time.
fn next_attempt(
    now: DateTime<Utc>,
    queued_at: DateTime<Utc>,
    attempts: i32,
) -> Option<DateTime<Utc>> {
    let end = queued_at + TimeDelta::hours(GIVEN_UP_AFTER);
    let index = usize::try_from(attempts.saturating_sub(1)).unwrap_or(0);
    let pause = PAUSES.get(index).or(PAUSES.last()).copied().unwrap_or(1);
    (now < end).then(|| end.min(now + TimeDelta::minutes(pause)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_the_last_attempt_is_after_a_day() {
        let queued = DateTime::<Utc>::UNIX_EPOCH;
        let mut now = queued;
        let mut pauses = Vec::new();
        for attempt in 1.. {
            let Some(next) = next_attempt(now, queued, attempt) else {
                break;
            };
            pauses.push((next - now).num_minutes());
            now = next;
        }
        assert_eq!(pauses, [1, 5, 30, 120, 360, 360, 360, 204]);
        assert_eq!(now - queued, TimeDelta::hours(24));
    }
}

//! Which mail is to be sent next, and to whom.

use chrono::{DateTime, Utc};
use domain::{
    principal::Role,
    refusal::Refusal,
    values::{AccountId, ResellerId},
};
use uuid::Uuid;

use super::{MailKind, sending::longest_pauses};
use crate::{Db, error::Failure, stored, task::finish};

/// A mail that this sender has for two minutes, and nobody else.
#[derive(Debug, Clone)]
pub struct DueMail {
    pub id: Uuid,
    pub reseller: ResellerId,
    pub account: AccountId,
    pub kind: MailKind,
    /// The first attempt is 1.
    pub attempt: i32,
    pub to: Recipient,
    /// When it was asked for; asked for again meanwhile, it is sent again.
    pub(super) queued_at: DateTime<Utc>,
}

/// Who gets a mail, and from whom.
#[derive(Debug, Clone)]
pub struct Recipient {
    pub email: String,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub role: Role,
    /// The reseller's.
    pub company: String,
    /// The reseller's, for an answer.
    pub reseller_email: String,
    /// The reseller's setting: `de`, `en`.
    pub language: String,
    /// The reseller's setting: its end customers are called "Sie".
    pub formal: bool,
}

impl DueMail {
    /// Tells mails apart that were asked for at different times.
    pub fn asked(&self) -> i64 {
        self.queued_at.timestamp_micros()
    }
}

impl Db {
    /// Takes the mail that has waited longest, for two minutes; `None` where none is due. A time that is
    /// further away than its pause is what a clock that was set back leaves: it has come. A minute more is
    /// let pass, because of two senders at once each has a "now" of its own. What nobody
    /// needs any more (an invitation that was accepted, a link for an account that is not active) is
    /// thrown away.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn next_mail(&self) -> Result<Option<DueMail>, Refusal> {
        let db = self.clone();
        finish(async move {
            loop {
                match db.claim().await? {
                    Claimed::Due(mail) => return Ok(Some(*mail)),
                    Claimed::Unwanted(reseller, id) => db.throw_away(reseller, id).await?,
                    Claimed::Nothing => return Ok(None),
                }
            }
        })
        .await
    }

    async fn claim(&self) -> Result<Claimed, Failure> {
        let pauses = longest_pauses();
        let claimed = sqlx::query!(
            r#"
            with due as (
                select reseller_id, id
                from outgoing_mail
                where state = 'waiting'
                    and (due_at <= now() or due_at > now() + make_interval(
                        mins => 1 + ($1::integer[])[least(attempts + 1, cardinality($1::integer[]))]
                    ))
                    and (leased_until is null or leased_until <= now()
                        or leased_until > now() + interval '3 minutes')
                order by due_at
                limit 1
                for update skip locked
            ), claimed as (
                update outgoing_mail as mail
                set leased_until = now() + interval '2 minutes', attempts = mail.attempts + 1
                from due
                where mail.reseller_id = due.reseller_id and mail.id = due.id
                returning mail.reseller_id, mail.id, mail.account_id, mail.kind, mail.recipient,
                    mail.attempts, mail.queued_at
            )
            select claimed.reseller_id, claimed.id, claimed.account_id, claimed.kind, claimed.attempts,
                claimed.queued_at, coalesce(claimed.recipient, account.email) as "email!",
                account.user_name, account.first_name, account.last_name, account.role,
                account.staff_right,
                account.active and not (claimed.kind = 'invitation' and account.has_password) as "wanted!",
                reseller.company, reseller.email as reseller_email, reseller.language,
                reseller.address_form = 'sie' as "formal!"
            from claimed
            join account on account.reseller_id = claimed.reseller_id and account.id = claimed.account_id
            join reseller on reseller.id = claimed.reseller_id
            "#,
            &pauses
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await?;
        let Some(row) = claimed else {
            return Ok(Claimed::Nothing);
        };
        if !row.wanted {
            return Ok(Claimed::Unwanted(row.reseller_id, row.id));
        }
        Ok(Claimed::Due(Box::new(DueMail {
            id: row.id,
            reseller: ResellerId::from_uuid(row.reseller_id),
            account: AccountId::from_uuid(row.account_id),
            kind: stored::mail_kind(&row.kind)?,
            attempt: row.attempts,
            to: Recipient {
                email: row.email,
                user_name: row.user_name,
                first_name: row.first_name,
                last_name: row.last_name,
                role: stored::role(&row.role, row.staff_right.as_deref())?,
                company: row.company,
                reseller_email: row.reseller_email,
                language: row.language,
                formal: row.formal,
            },
            queued_at: row.queued_at,
        })))
    }

    async fn throw_away(&self, reseller: Uuid, id: Uuid) -> Result<(), Failure> {
        sqlx::query!(
            "delete from outgoing_mail where reseller_id = $1 and id = $2",
            reseller,
            id
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await?;
        Ok(())
    }
}

enum Claimed {
    Due(Box<DueMail>),
    Unwanted(Uuid, Uuid),
    Nothing,
}

//! A forgotten password.

use std::net::IpAddr;

use domain::refusal::Refusal;
use uuid::Uuid;

use crate::{Attempt, Db, error::Failure, task::finish};

/// Most accounts that one address is told about: people share addresses, but not so many.
const MOST_ACCOUNTS: i64 = 5;

/// Most mails that an account gets in an hour.
const MAILS_AN_HOUR: i64 = 3;

impl Db {
    /// Asks whether somebody may ask for a new password now, as [`Db::attempt`] does for signing in. Each
    /// request counts, whether there is such an account or not.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_reset(&self, address: IpAddr, typed: &str) -> Result<Attempt, Refusal> {
        self.attempt_request("reset", address, typed).await
    }

    /// Writes a mail with a link down for each active account of this user name or e-mail address, case
    /// ignored; none for an account that has had several lately.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn request_reset(&self, typed: &str) -> Result<(), Refusal> {
        let (db, typed) = (self.clone(), typed.trim().to_owned());
        let ids: Vec<Uuid> = (0..MOST_ACCOUNTS).map(|_| Uuid::now_v7()).collect();
        finish(async move {
            sqlx::query!(
                "with found as (
                     select reseller_id, id, row_number() over (order by id) as place
                     from account
                     where active and (user_name_key = lower($1) or email_key = lower($1))
                         and $4 > (
                             select count(*)
                             from outgoing_mail as mail
                             where mail.reseller_id = account.reseller_id and mail.account_id = account.id
                                 and mail.kind = 'reset' and mail.queued_at > now() - interval '1 hour'
                         )
                     order by id
                     limit $3
                 )
                 insert into outgoing_mail (reseller_id, id, account_id, kind)
                 select reseller_id, ($2::uuid[])[place], id, 'reset'
                 from found
                 on conflict (reseller_id, account_id, kind) where state = 'waiting' and kind <> 'email_changed'
                 do nothing",
                typed,
                &ids,
                MOST_ACCOUNTS,
                MAILS_AN_HOUR
            )
            .execute(&mut *db.sign_in_connection().await?)
            .await
            .map_err(Failure::from)?;
            Ok(())
        })
        .await
    }
}

//! How sessions end.

use domain::{refusal::Refusal, values::AccountId};

use crate::{Db, error::Failure};

impl Db {
    /// Ends a session.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn delete_session(&self, id_hash: &[u8; 32]) -> Result<(), Refusal> {
        sqlx::query!("delete from session where id_hash = $1", id_hash.as_slice())
            .execute(&mut *self.sign_in_connection().await?)
            .await
            .map_err(Failure::from)?;
        Ok(())
    }

    /// Removes what is over: ended sessions, old one-time links and forgotten sign-in attempts.
    /// To be called every few minutes, by every program on the database: what another one is removing, or
    /// somebody is using, is passed by.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn delete_expired_sessions(&self) -> Result<(), Refusal> {
        sqlx::query!(
            "with sessions as (
                 delete from session where id_hash in (
                     select id_hash from session where idle_until <= now() for update skip locked
                 )
             ), tokens as (
                 delete from one_time_token where hash in (
                     select hash from one_time_token where expires_at < now() - interval '30 days'
                     for update skip locked
                 )
             ), mails as (
                 delete from outgoing_mail where (reseller_id, id) in (
                     select reseller_id, id from outgoing_mail where done_at < now() - interval '30 days'
                     for update skip locked
                 )
             )
             delete from login_attempt where id in (
                 select id from login_attempt where at < now() - interval '27 hours' for update skip locked
             )"
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn end_sessions_of(&self, account: AccountId) -> Result<(), Refusal> {
        sqlx::query!("delete from session where account_id = $1", account.uuid())
            .execute(&mut *self.sign_in_connection().await?)
            .await
            .map_err(Failure::from)?;
        Ok(())
    }
}

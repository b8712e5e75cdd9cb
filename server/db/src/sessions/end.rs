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
    /// To be called every few minutes.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn delete_expired_sessions(&self) -> Result<(), Refusal> {
        sqlx::query!(
            "with sessions as (
                 delete from session where idle_until <= now()
             ), tokens as (
                 delete from one_time_token where expires_at < now() - interval '30 days'
             ), mails as (
                 delete from outgoing_mail where done_at < now() - interval '30 days'
             )
             delete from login_attempt where at < now() - interval '27 hours'"
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

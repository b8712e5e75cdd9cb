//! Whether a code is right. Each works once.

use domain::{principal::Actor, refusal::Refusal, values::AccountId};

use super::{TotpSecret, change::note, secret};
use crate::{Db, error::Failure, task::finish, tenant::commit_counted};

impl Db {
    /// What the account's app shares with us; `None` where it has no confirmed one.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn totp_secret(&self, account: AccountId) -> Result<Option<TotpSecret>, Refusal> {
        let found = sqlx::query_scalar!(
            "select factor.secret
             from account
             join totp_factor as factor
                 on factor.reseller_id = account.reseller_id and factor.account_id = account.id
             where account.id = $1 and account.active and factor.confirmed_at is not null",
            account.uuid()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found.map(secret).transpose()?)
    }

    /// Uses up the code of a time step, and of those before it. `false`: it was used already.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn use_totp_step(&self, account: AccountId, step: i64) -> Result<bool, Refusal> {
        let used = sqlx::query!(
            "update totp_factor as factor set last_step = $2
             from account
             where account.id = $1 and account.active
                 and factor.reseller_id = account.reseller_id and factor.account_id = account.id
                 and factor.confirmed_at is not null and factor.last_step < $2",
            account.uuid(),
            step
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(used.rows_affected() == 1)
    }

    /// Uses up a recovery code, which the audit log tells. `false`: it is unknown, or was used already.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn use_recovery_code(
        &self,
        account: AccountId,
        hash: [u8; 32],
    ) -> Result<bool, Refusal> {
        let auth = self.auth.clone();
        finish(async move {
            let mut tx = auth.begin().await?;
            let used = sqlx::query_scalar!(
                "update recovery_code as code set used_at = now()
                 from account
                 where account.id = $1 and account.active and account.has_second_factor
                     and code.reseller_id = account.reseller_id and code.account_id = account.id
                     and code.hash = $2 and code.used_at is null
                 returning code.reseller_id",
                account.uuid(),
                hash.as_slice()
            )
            .fetch_optional(&mut *tx)
            .await?;
            let Some(reseller) = used else {
                return Ok(false);
            };
            let actor = Actor::Account(account);
            note(
                &mut tx,
                reseller,
                actor,
                account,
                "account.recovery_code_used",
            )
            .await?;
            commit_counted(tx, reseller).await?;
            Ok(true)
        })
        .await
    }
}

//! A passkey is used, by the account that has it.

use domain::{principal::Actor, refusal::Refusal, values::AccountId};
use serde_json::Value;

use super::change::note;
use crate::{Db, error::Failure, task::finish};

impl Db {
    /// Whose passkey this is, and what its signatures are checked against. `None`: it is nobody's, or its
    /// account is not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn passkey_owner(
        &self,
        credential_id: &[u8],
    ) -> Result<Option<(AccountId, Value)>, Refusal> {
        let found = sqlx::query!(
            "select account.id, passkey.credential
             from passkey
             join account on account.reseller_id = passkey.reseller_id and account.id = passkey.account_id
             where passkey.credential_id = $1 and account.active",
            credential_id
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found.map(|row| (AccountId::from_uuid(row.id), row.credential)))
    }

    /// Notes that the account has signed with its passkey, which changed to `credential` by that. `false`:
    /// it is not the account's (any more), or has signed with this counter or a later one before, as only a
    /// copy does; nothing happened.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn use_passkey(
        &self,
        account: AccountId,
        credential_id: &[u8],
        credential: &Value,
        counter: u32,
    ) -> Result<bool, Refusal> {
        let (auth, credential_id) = (self.auth.clone(), credential_id.to_owned());
        let credential = credential.clone();
        finish(async move {
            let mut tx = auth.begin().await?;
            let used = sqlx::query_scalar!(
                "update passkey set credential = $3, sign_count = $4, last_used_at = now()
                 from account
                 where account.id = $1 and account.active
                     and passkey.reseller_id = account.reseller_id and passkey.account_id = account.id
                     and passkey.credential_id = $2
                     and (passkey.sign_count < $4 or (passkey.sign_count = 0 and $4 = 0))
                 returning passkey.reseller_id",
                account.uuid(),
                credential_id,
                credential,
                i64::from(counter)
            )
            .fetch_optional(&mut *tx)
            .await?;
            let Some(reseller) = used else {
                return Ok(false);
            };
            let actor = Actor::Account(account);
            note(&mut tx, reseller, actor, account, "account.passkey_used").await?;
            tx.commit().await?;
            Ok(true)
        })
        .await
    }
}

//! A sign-in between password and second factor.

use chrono::{DateTime, Utc};
use domain::{refusal::Refusal, values::AccountId};
use serde_json::Value;

use crate::{Db, error::Failure};

impl Db {
    /// Stores a new session of somebody who is not signed in yet: the password was right, and the second
    /// factor is waited for until then. Saving it later leaves it one. `false`: there is a session with
    /// this id already, nothing was stored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`]; [`Refusal::Internal`], also where the account is gone
    pub async fn insert_half_session(
        &self,
        id_hash: &[u8; 32],
        account: AccountId,
        data: &Value,
        until: DateTime<Utc>,
    ) -> Result<bool, Refusal> {
        let stored = sqlx::query!(
            "insert into session
                 (id_hash, reseller_id, account_id, data, idle_until, expires_at, awaits_factor)
             select $1, account.reseller_id, account.id, $3, $4::timestamptz, $4, true
             from (select) as one
             left join account on account.id = $2
             on conflict on constraint session_pkey do nothing",
            id_hash.as_slice(),
            account.uuid(),
            data,
            until
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(stored.rows_affected() == 1)
    }
}

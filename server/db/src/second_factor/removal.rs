//! A second factor goes. Its owner gets a mail about it.

use domain::{principal::Actor, refusal::Refusal, values::AccountId};
use uuid::Uuid;

use super::change::{Tx, note, note_factor};
use crate::{
    Db,
    error::Failure,
    outbox::{Mail, enqueue},
    task::finish,
};

impl Db {
    /// From now on the password is enough again. Sign-ins that wait for a code end. `false`: there was
    /// none.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: no such account; [`Refusal::FactorNeeded`]: its reseller requires it, and
    /// who asks is not the operator; [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn remove_factor(&self, actor: Actor, account: AccountId) -> Result<bool, Refusal> {
        let auth = self.auth.clone();
        finish(async move {
            let mut tx = auth.begin().await?;
            let found = sqlx::query!(
                r#"
                select account.reseller_id, account.has_second_factor,
                    account.role = 'staff' and reseller.staff_second_factor as "required!"
                from account
                join reseller on reseller.id = account.reseller_id
                where account.id = $1
                for update of account
                "#,
                account.uuid()
            )
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(Refusal::NotFound)?;
            if found.required && actor != Actor::Operator {
                return Err(Refusal::FactorNeeded.into());
            }
            forget(&mut tx, found.reseller_id, account).await?;
            if found.has_second_factor {
                note(
                    &mut tx,
                    found.reseller_id,
                    actor,
                    account,
                    "account.factor_removed",
                )
                .await?;
                enqueue(&mut tx, found.reseller_id, Mail::factor_removed(account)).await?;
            }
            tx.commit().await?;
            Ok(found.has_second_factor)
        })
        .await
    }
}

/// Whatever there is of a factor.
async fn forget(tx: &mut Tx, reseller: Uuid, account: AccountId) -> Result<(), Failure> {
    sqlx::query!(
        "with app as (
             delete from totp_factor where reseller_id = $1 and account_id = $2
         ), codes as (
             delete from recovery_code where reseller_id = $1 and account_id = $2
         )
         delete from session where account_id = $2 and awaits_factor",
        reseller,
        account.uuid()
    )
    .execute(&mut **tx)
    .await?;
    note_factor(tx, account).await
}

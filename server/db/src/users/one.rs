//! One user of one customer, held for a change.

use domain::{
    refusal::Refusal,
    user_form::UserForm,
    values::{AccountId, CustomerId},
};
use uuid::Uuid;

use super::Invitation;
use crate::{
    error::Failure,
    outbox::{Mail, enqueue},
    tenant::TenantTx,
};

/// What is stored of a user whose row nobody else changes until the transaction ends.
pub(super) struct Held {
    pub(super) id: AccountId,
    pub(super) version: i32,
    pub(super) record: UserForm,
    pub(super) active: bool,
    pub(super) has_password: bool,
}

/// Holds a portal user of the customer. Somebody else's user, and an account that works for the reseller,
/// are not found.
pub(super) async fn hold(
    tx: &mut TenantTx,
    customer: CustomerId,
    id: AccountId,
) -> Result<Held, Failure> {
    let row = sqlx::query!(
        "select account.version, account.user_name, account.first_name, account.last_name, account.email,
             account.active, account.has_password
         from account
         join customer_account as link
             on link.reseller_id = account.reseller_id and link.account_id = account.id
         where account.id = $1 and account.role = 'portal' and link.customer_id = $2
         for update of account",
        id.uuid(),
        customer.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    Ok(Held {
        id,
        version: row.version,
        record: UserForm {
            user_name: row.user_name,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
        },
        active: row.active,
        has_password: row.has_password,
    })
}

/// Asks for a mail with a link for the first password, or stores the link that is passed on by hand.
pub(crate) async fn invite(
    tx: &mut TenantTx,
    id: AccountId,
    invitation: Invitation,
) -> Result<(), Failure> {
    match invitation {
        Invitation::ByMail => {
            let reseller = tx.reseller();
            enqueue(&mut *tx, reseller, Mail::invitation(id)).await
        }
        Invitation::ByLink { hash, expires_at } => {
            sqlx::query!(
                r#"select store_invitation($1, $2, $3)::text as "stored""#,
                id.uuid(),
                hash.as_slice(),
                expires_at
            )
            .fetch_one(&mut **tx)
            .await?;
            sqlx::query!(
                "update account set invited_at = clock_timestamp() where id = $1",
                id.uuid()
            )
            .execute(&mut **tx)
            .await?;
            Ok(())
        }
    }
}

impl Held {
    pub(super) async fn invite(
        &self,
        tx: &mut TenantTx,
        invitation: Invitation,
    ) -> Result<(), Failure> {
        invite(tx, self.id, invitation).await
    }

    /// Notes what happened to the user as such, without before and after.
    pub(super) async fn note(
        &self,
        tx: &mut TenantTx,
        customer: CustomerId,
        kind: &'static str,
    ) -> Result<(), Failure> {
        let (actor, actor_account) = tx.actor();
        sqlx::query!(
            "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
             select reseller_id, $2, $3, $4, $5, id,
                 account_record(user_name, first_name, last_name, email, active, customer_reference(reseller_id, $6))
             from account
             where id = $1",
            self.id.uuid(),
            Uuid::now_v7(),
            actor,
            actor_account,
            kind,
            customer.uuid()
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

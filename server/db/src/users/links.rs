//! Which customers a user belongs to.

use domain::{
    principal::Desk,
    refusal::Refusal,
    user::RemovedUser,
    values::{AccountId, CustomerId},
};
use uuid::Uuid;

use super::one::{Held, hold};
use crate::{Db, customers::count, error::Failure, tenant::TenantTx};

pub(super) async fn link(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
) -> Result<String, Failure> {
    match link_once(db, desk, customer, id).await {
        Err(failure) if failure.constraint() == Some("customer_account_customer_fkey") => {
            Err(Refusal::NotFound.into())
        }
        outcome => outcome,
    }
}

async fn link_once(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    // Held: it must not be deleted meanwhile.
    let user_name = sqlx::query_scalar!(
        "select user_name from account where id = $1 and role = 'portal' for update",
        id.uuid()
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    let added = sqlx::query!(
        "insert into customer_account (reseller_id, customer_id, account_id) values ($1, $2, $3)
         on conflict on constraint customer_account_pkey do nothing",
        tx.reseller(),
        customer.uuid(),
        id.uuid()
    )
    .execute(&mut *tx)
    .await?;
    if added.rows_affected() == 1 {
        let user = hold(&mut tx, customer, id).await?;
        user.note(&mut tx, customer, "account.linked").await?;
        tx.commit().await?;
    }
    Ok(user_name)
}

pub(super) async fn remove(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
) -> Result<RemovedUser, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let user = hold(&mut tx, customer, id).await?;
    let left = unlink(&mut tx, customer, id).await?;
    let kind = if left == 0 {
        "account.deleted"
    } else {
        "account.unlinked"
    };
    note_removal(&mut tx, customer, &user, kind).await?;
    if left == 0 {
        sqlx::query!("delete from account where id = $1", id.uuid())
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(RemovedUser {
        user_name: user.record.user_name,
        customers_left: count(left),
    })
}

/// Returns how many customers the user belongs to now.
async fn unlink(tx: &mut TenantTx, customer: CustomerId, id: AccountId) -> Result<i32, Failure> {
    sqlx::query!(
        "delete from customer_account where customer_id = $1 and account_id = $2",
        customer.uuid(),
        id.uuid()
    )
    .execute(&mut **tx)
    .await?;
    let left = sqlx::query_scalar!(
        r#"select count(*)::integer as "left!" from customer_account where account_id = $1"#,
        id.uuid()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(left)
}

async fn note_removal(
    tx: &mut TenantTx,
    customer: CustomerId,
    user: &Held,
    kind: &'static str,
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
         select reseller_id, $2, $3, $4, $5, id,
             account_record(user_name, first_name, last_name, email, active, customer_reference(reseller_id, $6))
         from account
         where id = $1",
        user.id.uuid(),
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

//! Deleting a customer: the rule is asked inside the transaction that deletes.

use domain::{
    deletion::{Deletion, Facts, assess},
    ports::Deleted,
    principal::Desk,
    refusal::Refusal,
    values::CustomerId,
};
use uuid::Uuid;

use super::count;
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn delete(db: &Db, desk: &Desk, id: CustomerId) -> Result<Deleted, Failure> {
    match delete_once(db, desk, id).await {
        // Something arrived between the counting and the deletion; the lock should keep it away, the
        // foreign keys do. The rule gives the answer, with what is there now.
        Err(failure) if failure.is_foreign_key_violation() => delete_once(db, desk, id).await,
        outcome => outcome,
    }
}

async fn delete_once(db: &Db, desk: &Desk, id: CustomerId) -> Result<Deleted, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let number = lock(&mut tx, id).await?;
    let facts = facts(&mut tx, id).await?;
    if let Deletion::Blocked(blocks) = assess(facts) {
        return Err(Refusal::Blocked(blocks).into());
    }
    remove(&mut tx, id).await?;
    tx.commit().await?;
    Ok(Deleted { number, facts })
}

/// Keeps everybody else from giving the customer a product, a user or a domain.
async fn lock(tx: &mut TenantTx, id: CustomerId) -> Result<String, Failure> {
    let number = sqlx::query_scalar!(
        "select number from customer where id = $1 for update",
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(number.ok_or(Refusal::NotFound)?)
}

/// Counted, not read from the customer's row: a mistake there must not delete anything.
async fn facts(tx: &mut TenantTx, id: CustomerId) -> Result<Facts, Failure> {
    let found = sqlx::query!(
        r#"
        select
            (select count(*) from product where customer_id = $1 and kind = 'provider')::integer as "provider_products!",
            (select count(*) from product where customer_id = $1 and kind = 'reseller')::integer as "reseller_products!",
            (select count(*) from customer_account where customer_id = $1)::integer as "users!",
            (select count(*) from domain where customer_id = $1)::integer as "domains!"
        "#,
        id.uuid()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Facts {
        provider_products: count(found.provider_products),
        reseller_products: count(found.reseller_products),
        users: count(found.users),
        domains: count(found.domains),
    })
}

/// The audit entry names the domains that were set free, so that they can be found again.
async fn remove(tx: &mut TenantTx, id: CustomerId) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "with freed as (
             select coalesce(jsonb_agg(name order by name), '[]') as domains
             from domain
             where customer_id = $1
         ), deleted as (
             delete from customer where id = $1
             returning customer_record(customer) as record
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
         select $2, $3, $4, $5, 'customer.deleted', $1,
             deleted.record || jsonb_build_object('freed_domains', freed.domains)
         from deleted, freed",
        id.uuid(),
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

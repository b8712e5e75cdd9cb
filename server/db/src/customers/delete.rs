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
    let (number, mut facts) = lock(&mut tx, id).await?;
    if let Deletion::Blocked(blocks) = assess(facts) {
        return Err(Refusal::Blocked(blocks).into());
    }
    facts.domains = remove(&mut tx, id).await?;
    tx.commit().await?;
    Ok(Deleted { number, facts })
}

/// Keeps everybody else from giving the customer a product, a user or a domain, and says what it has. That
/// is counted, not read from the customer's row: a mistake there must not delete anything. What somebody
/// added while the lock was waited for is not among it; the foreign keys know.
async fn lock(tx: &mut TenantTx, id: CustomerId) -> Result<(String, Facts), Failure> {
    let found = sqlx::query!(
        r#"
        select number,
            (select count(*) from product where customer_id = $1 and kind = 'provider')::integer as "provider_products!",
            (select count(*) from product where customer_id = $1 and kind = 'reseller')::integer as "reseller_products!",
            (select count(*) from customer_account where customer_id = $1)::integer as "users!",
            (select count(*) from domain where customer_id = $1)::integer as "domains!"
        from customer
        where id = $1
        for update
        "#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    let facts = Facts {
        provider_products: count(found.provider_products),
        reseller_products: count(found.reseller_products),
        users: count(found.users),
        domains: count(found.domains),
    };
    Ok((found.number, facts))
}

/// Returns how many domains were set free. The audit entry names them, so that they can be found again.
async fn remove(tx: &mut TenantTx, id: CustomerId) -> Result<u32, Failure> {
    let (actor, actor_account) = tx.actor();
    let freed = sqlx::query_scalar!(
        r#"
        with freed as (
            select coalesce(jsonb_agg(name order by name), '[]') as domains
            from domain
            where customer_id = $1
        ), deleted as (
            delete from customer where id = $1
            returning customer_record(customer) as record
        ), noted as (
            insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
            select $2, $3, $4, $5, 'customer.deleted', $1,
                deleted.record || jsonb_build_object('freed_domains', freed.domains)
            from deleted, freed
        )
        select jsonb_array_length(domains) as "freed!" from freed
        "#,
        id.uuid(),
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count(freed))
}

//! Giving domains to a customer, or to nobody.

use std::collections::BTreeMap;

use domain::{
    assignment::{Seen, decide},
    domain_record::{MovedDomain, PickedDomain},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, DomainId},
};
use uuid::Uuid;

use super::{shown, stored_domain::owner};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Locks the customer before the domains, in the order in which its deletion does, so that of the
/// two one waits for the other.
pub(super) async fn assign(
    db: &Db,
    desk: &Desk,
    picked: &[PickedDomain],
    customer: Option<CustomerId>,
) -> Result<Vec<MovedDomain>, Failure> {
    let seen: BTreeMap<DomainId, Seen> = picked
        .iter()
        .map(|picked| (picked.id, picked.seen))
        .collect();
    let mut tx = TenantTx::begin(db, desk).await?;
    if let Some(customer) = customer {
        keep(&mut tx, customer).await?;
    }
    let found = lock(&mut tx, &seen).await?;
    let moved = decide(&seen, found, customer)?;
    if !moved.is_empty() {
        store(&mut tx, &moved, customer).await?;
    }
    tx.commit().await?;
    Ok(moved)
}

/// Keeps the customer from being deleted meanwhile.
async fn keep(tx: &mut TenantTx, customer: CustomerId) -> Result<(), Failure> {
    let found = sqlx::query_scalar!(
        "select id from customer where id = $1 for key share",
        customer.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    found.map(drop).ok_or(Refusal::NotFound.into())
}

/// Always in the same order, so that two assignments of the same domains do not wait for each other.
async fn lock(
    tx: &mut TenantTx,
    domains: &BTreeMap<DomainId, Seen>,
) -> Result<Vec<MovedDomain>, Failure> {
    let ids: Vec<Uuid> = domains.keys().map(|id| id.uuid()).collect();
    let found = sqlx::query!(
        r#"
        select domain.id, domain.name,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from domain
        left join customer as owner
            on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.id = any($1)
        order by domain.id
        for update of domain
        "#,
        &ids
    )
    .map(|row| MovedDomain {
        id: DomainId::from_uuid(row.id),
        name: shown(&row.name),
        from: owner(row.owner_id, row.owner_number, row.owner_last_name),
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(found)
}

/// One entry of the audit log for each domain.
async fn store(
    tx: &mut TenantTx,
    moved: &[MovedDomain],
    customer: Option<CustomerId>,
) -> Result<(), Failure> {
    let ids: Vec<Uuid> = moved.iter().map(|moved| moved.id.uuid()).collect();
    let audit_ids: Vec<Uuid> = moved.iter().map(|_| Uuid::now_v7()).collect();
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        r#"
        with before as (
            select domain.id, given.audit_id, customer_reference($4, customer_id) as owner
            from unnest($1::uuid[], $2::uuid[]) as given (id, audit_id)
            join domain on domain.id = given.id
        ), changed as (
            update domain
            set customer_id = $3, version = domain.version + 1
            from before
            where domain.id = before.id
            returning domain.id, domain.name, before.audit_id, before.owner
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $4, audit_id, $5, $6, 'domain.assigned', id,
            jsonb_build_object('name', name, 'customer', owner),
            jsonb_build_object('name', name, 'customer', customer_reference($4, $3))
        from changed
        "#,
        &ids,
        &audit_ids,
        customer.map(|customer| customer.uuid()),
        tx.reseller(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

//! Giving products to a customer, or to nobody.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    assignment::{Seen, decide},
    principal::Desk,
    product_record::{MovedProduct, PickedProduct},
    refusal::Refusal,
    values::{CustomerId, ProductId},
};
use uuid::Uuid;

use crate::{Db, domains::owner, error::Failure, tenant::TenantTx};

/// Locks products, then every customer whose count changes, each in the order of the ids: of two
/// assignments, or of an assignment and a deletion, one waits for the other.
pub(super) async fn assign(
    db: &Db,
    desk: &Desk,
    picked: &[PickedProduct],
    customer: Option<CustomerId>,
) -> Result<Vec<MovedProduct>, Failure> {
    let seen: BTreeMap<ProductId, Seen> = picked
        .iter()
        .map(|picked| (picked.id, picked.seen))
        .collect();
    let mut tx = TenantTx::begin(db, desk).await?;
    let found = lock(&mut tx, &seen).await?;
    let moved = decide(&seen, found, customer)?;
    keep(&mut tx, &moved, customer).await?;
    if !moved.is_empty() {
        store(&mut tx, &moved, customer).await?;
    }
    tx.commit().await?;
    Ok(moved)
}

async fn lock(
    tx: &mut TenantTx,
    products: &BTreeMap<ProductId, Seen>,
) -> Result<Vec<MovedProduct>, Failure> {
    let ids: Vec<Uuid> = products.keys().map(|id| id.uuid()).collect();
    let found = sqlx::query!(
        r#"
        select product.id, product.name,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from product
        left join customer as owner
            on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        where product.id = any($1)
        order by product.id
        for update of product
        "#,
        &ids
    )
    .map(|row| MovedProduct {
        id: ProductId::from_uuid(row.id),
        name: row.name,
        from: owner(row.owner_id, row.owner_number, row.owner_last_name),
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(found)
}

/// Keeps the customers from being deleted or counted by somebody else meanwhile.
async fn keep(
    tx: &mut TenantTx,
    moved: &[MovedProduct],
    customer: Option<CustomerId>,
) -> Result<(), Failure> {
    let customers: BTreeSet<Uuid> = moved
        .iter()
        .filter_map(MovedProduct::owner)
        .chain(customer)
        .map(|id| id.uuid())
        .collect();
    let ids: Vec<Uuid> = customers.into_iter().collect();
    let found = sqlx::query_scalar!(
        "select id from customer where id = any($1) order by id for no key update",
        &ids
    )
    .fetch_all(&mut **tx)
    .await?;
    if found.len() == ids.len() {
        Ok(())
    } else {
        Err(Refusal::NotFound.into())
    }
}

/// One entry of the audit log for each product.
async fn store(
    tx: &mut TenantTx,
    moved: &[MovedProduct],
    customer: Option<CustomerId>,
) -> Result<(), Failure> {
    let ids: Vec<Uuid> = moved.iter().map(|moved| moved.id.uuid()).collect();
    let audit_ids: Vec<Uuid> = moved.iter().map(|_| Uuid::now_v7()).collect();
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        r#"
        with before as (
            select product.id, given.audit_id, customer_reference($4, customer_id) as owner
            from unnest($1::uuid[], $2::uuid[]) as given (id, audit_id)
            join product on product.id = given.id
        ), changed as (
            update product
            set customer_id = $3, version = product.version + 1
            from before
            where product.id = before.id
            returning product.id, product.name, before.audit_id, before.owner
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $4, audit_id, $5, $6, 'product.assigned', id,
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

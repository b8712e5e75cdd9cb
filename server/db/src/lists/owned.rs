//! Whom domains and products belong to now.

use domain::{
    domain_record::Owner,
    ports::Owned,
    principal::Desk,
    values::{CustomerId, RecordId},
};
use uuid::Uuid;

use crate::{Db, domains::shown, error::Failure, tenant::TenantTx};

pub(super) async fn domains(db: &Db, desk: &Desk, ids: &[Uuid]) -> Result<Vec<Owned>, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let owned = sqlx::query!(
        r#"
        select domain.id, domain.name,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from domain
        left join customer as owner
            on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.id = any($1)
        order by domain.name_key, domain.id
        "#,
        ids
    )
    .map(|row| Owned {
        id: RecordId::from_uuid(row.id),
        name: shown(&row.name),
        owner: owner(row.owner_id, row.owner_number, row.owner_last_name),
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(owned)
}

pub(super) async fn products(db: &Db, desk: &Desk, ids: &[Uuid]) -> Result<Vec<Owned>, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let owned = sqlx::query!(
        r#"
        select product.id, product.name,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from product
        left join customer as owner
            on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        where product.id = any($1)
        order by product.name_key, product.id
        "#,
        ids
    )
    .map(|row| Owned {
        id: RecordId::from_uuid(row.id),
        name: row.name,
        owner: owner(row.owner_id, row.owner_number, row.owner_last_name),
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(owned)
}

/// The customer of an outer join.
fn owner(id: Option<Uuid>, number: Option<String>, last_name: Option<String>) -> Option<Owner> {
    Some(Owner {
        id: CustomerId::from_uuid(id?),
        number: number?,
        last_name: last_name?,
    })
}

//! Whom domains and products belong to now.

use domain::{ports::Owned, principal::Desk, values::RecordId};
use uuid::Uuid;

use crate::{
    Db,
    domains::{owner, shown},
    error::Failure,
    tenant::TenantTx,
};

/// A domain or a product, with the customer of an outer join.
struct Found {
    id: Uuid,
    name: String,
    owner_id: Option<Uuid>,
    owner_number: Option<String>,
    owner_last_name: Option<String>,
}

impl Found {
    fn owned(self) -> Owned {
        Owned {
            id: RecordId::from_uuid(self.id),
            name: self.name,
            owner: owner(self.owner_id, self.owner_number, self.owner_last_name),
        }
    }
}

pub(super) async fn domains(db: &Db, desk: &Desk, ids: &[Uuid]) -> Result<Vec<Owned>, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let found = sqlx::query_as!(
        Found,
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
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let in_unicode = |found: Found| Found {
        name: shown(&found.name),
        ..found
    };
    Ok(found
        .into_iter()
        .map(in_unicode)
        .map(Found::owned)
        .collect())
}

pub(super) async fn products(db: &Db, desk: &Desk, ids: &[Uuid]) -> Result<Vec<Owned>, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let found = sqlx::query_as!(
        Found,
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
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.into_iter().map(Found::owned).collect())
}

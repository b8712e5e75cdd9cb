//! Deleting a product of the reseller's own.

use domain::{
    principal::Desk,
    values::{ProductId, Version},
};
use uuid::Uuid;

use super::stored_product::not_had;
use crate::{Db, error::Failure, tenant::TenantTx};

/// The audit entry keeps what was stored, and whom it belonged to.
pub(super) async fn delete(
    db: &Db,
    desk: &Desk,
    id: ProductId,
    version: Version,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let (actor, actor_account) = tx.actor();
    let deleted = sqlx::query_scalar!(
        r#"
        with deleted as (
            delete from product
            where id = $1 and version = $2 and kind = 'reseller'
            returning id, name, customer_id, product_record(product) as record
        ), audited as (
            insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
            select $3, $4, $5, $6, 'product.deleted', id,
                record || jsonb_build_object('customer', customer_reference($3, customer_id))
            from deleted
        )
        select name from deleted
        "#,
        id.uuid(),
        version.0,
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(name) = deleted else {
        return Err(not_had(&mut tx, id).await);
    };
    tx.commit().await?;
    Ok(name)
}

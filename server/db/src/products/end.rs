//! Ending a product of the reseller's own, and taking that back.

use domain::{
    principal::Desk,
    product_record::ProductRecord,
    refusal::Refusal,
    values::{ProductId, Version},
};
use uuid::Uuid;

use super::stored_product::{not_had, stored};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Today, as it is in Germany, is the last day; of a product that has not begun, its first.
pub(super) async fn end(
    db: &Db,
    desk: &Desk,
    id: ProductId,
    version: Version,
    is_end: bool,
) -> Result<ProductRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let (actor, actor_account) = tx.actor();
    let changed = sqlx::query!(
        r#"
        with before as (
            select id, product_record(product) as record
            from product
            where id = $1 and version = $2 and kind = 'reseller'
            for update
        ), changed as (
            update product
            set active = not $3::boolean, version = product.version + 1,
                ended_on = case when $3 then greatest((now() at time zone 'Europe/Berlin')::date, since) end
            from before
            where product.id = before.id
            returning before.record as before, product_record(product) as after
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $4, $5, $6, $7, case when $3 then 'product.ended' else 'product.resumed' end, $1, before, after
        from changed
        "#,
        id.uuid(),
        version.0,
        is_end,
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut *tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(not_had(&mut tx, id).await);
    }
    let now = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    now.record()
}

//! Editing a product of the reseller's own.

use domain::{
    keys::product_keys,
    principal::Desk,
    product_record::{NewProduct, ProductRecord},
    refusal::Refusal,
    values::{Line, ProductId, Version},
};
use uuid::Uuid;

use super::stored_product::{StoredProduct, not_had, stored};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Nothing is changed where somebody else was first.
pub(super) async fn update(
    db: &Db,
    desk: &Desk,
    id: ProductId,
    version: Version,
    new: &NewProduct,
) -> Result<ProductRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    if !replace(&mut tx, id, version, new).await? {
        // The same edit sent again, because the first answer was lost, is no conflict.
        return match stored(&mut tx, id).await? {
            Some(now) if is_stored_already(&now, new) => now.record(),
            _ => Err(not_had(&mut tx, id).await),
        };
    }
    let now = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    now.record()
}

fn is_stored_already(now: &StoredProduct, new: &NewProduct) -> bool {
    now.kind == "reseller"
        && now.name == new.name.as_str()
        && now.contract.as_deref() == new.contract.as_ref().map(Line::as_str)
        && now.since == new.since
}

/// Returns whether the product had the version. One that was ended before it would now begin was
/// ended on its first day.
async fn replace(
    tx: &mut TenantTx,
    id: ProductId,
    version: Version,
    new: &NewProduct,
) -> Result<bool, Failure> {
    let contract = new.contract.as_ref().map(Line::as_str);
    let keys = product_keys(new.name.as_str(), None, contract);
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
            set name = $3, contract = $4, since = $5,
                ended_on = case when ended_on is not null then greatest(ended_on, $5::date) end,
                name_key = $6, search_key = $7, version = product.version + 1
            from before
            where product.id = before.id
            returning before.record as before, product_record(product) as after
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $8, $9, $10, $11, 'product.changed', $1, before, after
        from changed
        "#,
        id.uuid(),
        version.0,
        new.name.as_str(),
        contract,
        new.since,
        keys.name,
        keys.search,
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

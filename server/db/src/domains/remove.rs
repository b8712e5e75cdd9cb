//! Removing a domain from the books.

use domain::{
    principal::Desk,
    refusal::Refusal,
    values::{DomainId, Version},
};
use uuid::Uuid;

use super::{record::stored, shown};
use crate::{Db, error::Failure, tenant::TenantTx};

/// The audit entry keeps what was stored, and whom it belonged to.
pub(super) async fn remove(
    db: &Db,
    desk: &Desk,
    id: DomainId,
    version: Version,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let (actor, actor_account) = tx.actor();
    let removed = sqlx::query_scalar!(
        r#"
        with removed as (
            delete from domain
            where id = $1 and version = $2
            returning id, name, customer_id, domain_record(domain) as record
        ), audited as (
            insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
            select $3, $4, $5, $6, 'domain.removed', id,
                record || jsonb_build_object('customer', customer_reference($3, customer_id))
            from removed
        )
        select name from removed
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
    let Some(name) = removed else {
        return Err(match stored(&mut tx, id).await? {
            Some(_) => Refusal::Changed.into(),
            None => Refusal::NotFound.into(),
        });
    };
    tx.commit().await?;
    Ok(shown(&name))
}

//! One domain.

use domain::{domain_record::DomainRecord, principal::Desk, refusal::Refusal, values::DomainId};

use super::StoredDomain;
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn get(db: &Db, desk: &Desk, id: DomainId) -> Result<DomainRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let stored = stored(&mut tx, id).await?;
    tx.commit().await?;
    stored.ok_or(Refusal::NotFound)?.record()
}

pub(super) async fn stored(
    tx: &mut TenantTx,
    id: DomainId,
) -> Result<Option<StoredDomain>, Failure> {
    let stored = sqlx::query_as!(
        StoredDomain,
        r#"
        select domain.id, domain.version, contract, name, active, registrar, verification, verification_until,
            verification_checked_at, zone, zone_checked_at, transfer_lock, transfer_lock_checked_at,
            renewal_mode, renewal_mode_checked_at, registrar_status,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from domain
        left join customer as owner
            on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.id = $1
        "#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(stored)
}

//! Creating and editing one domain.

use chrono::{NaiveDate, Utc};
use domain::{
    domain_record::{DomainRecord, Flags, NewDomain},
    domain_state::DomainState,
    german_time::german_day,
    keys::domain_keys,
    ports::{Reading, Registrar, TypedIn},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, DomainId, Version},
};
use uuid::Uuid;

use super::{StoredDomain, batch::Batch, record::stored, shown, words};
use crate::{Db, error::Failure, tenant::TenantTx};

/// The id that the browser made lets a form that is sent twice create one domain.
pub(super) async fn create(
    db: &Db,
    desk: &Desk,
    id: DomainId,
    customer: Option<CustomerId>,
    new: &NewDomain,
) -> Result<DomainRecord, Failure> {
    match store(db, desk, id, customer, new).await {
        Err(failure) if failure.constraint() == Some("domain_customer_fkey") => {
            Err(Refusal::NotFound.into())
        }
        Err(taken) if taken.constraint() == Some("domain_name_key") => {
            // Perhaps by the same form, sent twice at the same moment.
            let twin = stored(&mut TenantTx::begin(db, desk).await?, id).await?;
            twin.ok_or(taken)?.record()
        }
        outcome => outcome,
    }
}

async fn store(
    db: &Db,
    desk: &Desk,
    id: DomainId,
    customer: Option<CustomerId>,
    new: &NewDomain,
) -> Result<DomainRecord, Failure> {
    let reading = typed(new).reading(&new.name, None).await?;
    let mut batch = Batch::default();
    batch.push(id, customer, new, &reading.state, &reading.status);
    let mut tx = TenantTx::begin(db, desk).await?;
    batch.insert(&mut tx).await?;
    let now = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    now.record()
}

/// Today's registrar: what somebody typed, now.
fn typed(new: &NewDomain) -> TypedIn {
    TypedIn::of(new, Utc::now())
}

/// Nothing is changed where somebody else was first.
pub(super) async fn update(
    db: &Db,
    desk: &Desk,
    id: DomainId,
    version: Version,
    new: &NewDomain,
) -> Result<DomainRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let before = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    let is_same_version = before.version == version.0;
    let reading = typed(new)
        .reading(&new.name, Some(&before.reading()?))
        .await?;
    if !is_same_version || !replace(&mut tx, id, version, new, &reading).await? {
        // The same edit sent again, because the first answer was lost, is no conflict.
        return if is_stored_already(&before, new)? {
            before.record()
        } else {
            Err(Refusal::Changed.into())
        };
    }
    let now = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    now.record()
}

fn is_stored_already(before: &StoredDomain, new: &NewDomain) -> Result<bool, Failure> {
    let state = before.reading()?.state;
    let flags = Flags {
        verification: state.verification.value,
        zone: state.zone.value,
        transfer_lock: state.transfer_lock.value,
        renewal: state.renewal.value,
    };
    Ok(before.name == new.name.as_str()
        && before.contract == new.contract.as_str()
        && before.registrar == new.registrar.as_str()
        && before.active == new.active
        && flags == new.flags
        && days(&state) == days(&typed(new).beside(Some(&state))))
}

/// The days on which the values were read.
fn days(state: &DomainState) -> [Option<NaiveDate>; 4] {
    [
        state.verification.at,
        state.zone.at,
        state.transfer_lock.at,
        state.renewal.at,
    ]
    .map(|at| at.map(german_day))
}

/// Returns whether the domain had the version.
async fn replace(
    tx: &mut TenantTx,
    id: DomainId,
    version: Version,
    new: &NewDomain,
    reading: &Reading,
) -> Result<bool, Failure> {
    let name = new.name.as_str();
    let keys = domain_keys(&shown(name), new.contract.as_str(), new.registrar.as_str());
    let state = &reading.state;
    let (verification, deadline) = words::verification(state.verification.value);
    let (actor, actor_account) = tx.actor();
    let changed = sqlx::query!(
        r#"
        with before as (
            select id, domain_record(domain) as record
            from domain
            where id = $1 and version = $2
            for update
        ), changed as (
            update domain
            set contract = $3, name = $4, active = $5, registrar = $6, verification = $7,
                verification_until = $8, verification_checked_at = $9, zone = $10,
                zone_checked_at = $11, transfer_lock = $12, transfer_lock_checked_at = $13,
                renewal_mode = $14, renewal_mode_checked_at = $15, registrar_status = $16,
                name_key = $17, search_key = $18, version = domain.version + 1
            from before
            where domain.id = before.id
            returning before.record as before, domain_record(domain) as after
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $19, $20, $21, $22, 'domain.changed', $1, before, after
        from changed
        "#,
        id.uuid(),
        version.0,
        new.contract.as_str(),
        name,
        new.active,
        new.registrar.as_str(),
        verification,
        deadline,
        state.verification.at,
        words::zone(state.zone.value),
        state.zone.at,
        words::transfer_lock(state.transfer_lock.value),
        state.transfer_lock.at,
        words::renewal_mode(state.renewal.value),
        state.renewal.at,
        reading.status,
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

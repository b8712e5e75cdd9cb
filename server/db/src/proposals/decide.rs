//! Deciding on a proposal, field by field.

use domain::{
    customer_form::Field,
    form::FormField,
    principal::Desk,
    proposal::with_changes,
    refusal::Refusal,
    values::{CustomerId, ProposalId, Version},
};
use serde_json::Value;
use uuid::Uuid;

use super::changes;
use crate::{
    Db,
    customers::{record, replace},
    error::Failure,
    tenant::TenantTx,
};

pub(super) async fn decide(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    proposal: ProposalId,
    version: Version,
    accepted: &[Field],
) -> Result<(), Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    // Not there: no customer. The proposal not there: something became of it meanwhile.
    let (now, today) = record(&mut tx, customer).await?;
    let proposed = lock(&mut tx, customer, proposal)
        .await?
        .ok_or(Refusal::Changed)?;
    if now != version {
        return Err(Refusal::Changed.into());
    }
    let accepted: Vec<_> = changes(&proposed)
        .filter(|(field, _)| accepted.contains(field))
        .collect();
    if !accepted.is_empty() {
        let new = with_changes(&today, &accepted).map_err(Refusal::from)?;
        if !replace(&mut tx, customer, version, &new).await? {
            return Err(Refusal::Changed.into());
        }
    }
    let names: Vec<_> = accepted
        .iter()
        .map(|(field, _)| field.name().to_owned())
        .collect();
    note(&mut tx, customer, proposal, proposed, &names).await?;
    tx.commit().await?;
    Ok(())
}

/// What is proposed, if that still waits; nobody else decides on it meanwhile.
async fn lock(
    tx: &mut TenantTx,
    customer: CustomerId,
    proposal: ProposalId,
) -> Result<Option<Value>, Failure> {
    let proposed = sqlx::query_scalar!(
        "select proposed from customer_proposal
         where reseller_id = $1 and id = $2 and customer_id = $3 and decided_at is null
         for update",
        tx.reseller(),
        proposal.uuid(),
        customer.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(proposed)
}

async fn note(
    tx: &mut TenantTx,
    customer: CustomerId,
    proposal: ProposalId,
    proposed: Value,
    accepted: &[String],
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    // The log shows what differs: what was declined.
    let mut kept = proposed.clone();
    if let Value::Object(fields) = &mut kept {
        fields.retain(|name, _| accepted.contains(name));
    }
    sqlx::query!(
        "with decided as (
             update customer_proposal set decided_at = now(), accepted = $3
             where reseller_id = $1 and id = $2
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
         values ($1, $4, $5, $6, 'proposal.decided', $7, $8, $9)",
        tx.reseller(),
        proposal.uuid(),
        accepted,
        Uuid::now_v7(),
        actor,
        actor_account,
        customer.uuid(),
        proposed,
        kept
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

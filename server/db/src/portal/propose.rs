//! Proposing a correction.

use domain::{
    customer::NewCustomer, customer_form::Field, form::FormField, principal::PortalDesk,
    proposal::changed_fields, values::CustomerId,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::ensure_own;
use crate::{Db, customers::record, error::Failure, tenant::TenantTx};

/// Whether there is something to decide.
pub(super) async fn propose(
    db: &Db,
    portal: &PortalDesk,
    id: CustomerId,
    typed: &NewCustomer,
) -> Result<bool, Failure> {
    let mut tx = TenantTx::portal(db, portal).await?;
    ensure_own(&mut tx, portal, id).await?;
    let (_, today) = record(&mut tx, id).await?;
    let changes = changed_fields(&today, typed);
    if changes.is_empty() {
        withdraw(&mut tx, portal, id).await?;
    } else {
        replace(&mut tx, portal, id, object(&changes)).await?;
    }
    tx.commit().await?;
    Ok(!changes.is_empty())
}

fn object(changes: &[(Field, String)]) -> Value {
    let fields = changes
        .iter()
        .map(|(field, text)| (field.name().to_owned(), Value::from(text.as_str())));
    Value::Object(fields.collect::<Map<_, _>>())
}

/// Sent twice, there is one proposal: the second takes the place of the first.
async fn replace(
    tx: &mut TenantTx,
    portal: &PortalDesk,
    id: CustomerId,
    proposed: Value,
) -> Result<(), Failure> {
    sqlx::query!(
        "delete from customer_proposal
         where reseller_id = $1 and customer_id = $2 and account_id = $3 and decided_at is null",
        tx.reseller(),
        id.uuid(),
        portal.account().uuid()
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "with made as (
             insert into customer_proposal (reseller_id, id, customer_id, account_id, proposed)
             values ($1, $2, $3, $4, $5)
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         values ($1, $6, 'account', $4, 'proposal.created', $3, $5)",
        tx.reseller(),
        Uuid::now_v7(),
        id.uuid(),
        portal.account().uuid(),
        proposed,
        Uuid::now_v7()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn withdraw(tx: &mut TenantTx, portal: &PortalDesk, id: CustomerId) -> Result<(), Failure> {
    sqlx::query!(
        "with withdrawn as (
             delete from customer_proposal
             where reseller_id = $1 and customer_id = $2 and account_id = $3 and decided_at is null
             returning proposed
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before)
         select $1, $4, 'account', $3, 'proposal.withdrawn', $2, proposed from withdrawn",
        tx.reseller(),
        id.uuid(),
        portal.account().uuid(),
        Uuid::now_v7()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

//! Storing many customers, all or none.

use domain::{customer::NewCustomer, keys::number_key, principal::Desk, values::CustomerId};
use uuid::Uuid;

use super::batch::Batch;
use crate::{Db, error::Failure, tenant::TenantTx};

/// Customers of one statement: enough to be quick, few enough to be no burden on memory.
const CHUNK: usize = 1_000;

/// Returns the indexes whose number is taken; none means that all were stored.
pub(super) async fn import(
    db: &Db,
    desk: &Desk,
    new: &[NewCustomer],
) -> Result<Vec<usize>, Failure> {
    match import_once(db, desk, new).await {
        // Somebody created a customer after the check; the second check sees it.
        Err(failure) if failure.constraint() == Some("customer_number_key") => {
            import_once(db, desk, new).await
        }
        outcome => outcome,
    }
}

async fn import_once(db: &Db, desk: &Desk, new: &[NewCustomer]) -> Result<Vec<usize>, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    tx.take_time().await?;
    let taken = taken(&mut tx, new).await?;
    if !taken.is_empty() {
        return Ok(taken);
    }
    for (place, chunk) in new.chunks(CHUNK).enumerate() {
        let mut batch = Batch::default();
        for customer in chunk {
            batch.push(CustomerId::new(), customer);
        }
        batch.insert(&mut tx).await?;
        if place == 0 {
            tx.analyze().await?;
        }
    }
    note(&mut tx, new.len()).await?;
    tx.analyze().await?;
    tx.commit().await?;
    Ok(taken)
}

/// The indexes whose number a stored customer or an earlier entry has, ascending.
async fn taken(tx: &mut TenantTx, new: &[NewCustomer]) -> Result<Vec<usize>, Failure> {
    let numbers: Vec<String> = new
        .iter()
        .map(|customer| customer.number.as_str().to_owned())
        .collect();
    let keys: Vec<String> = numbers.iter().map(|number| number_key(number)).collect();
    let taken = sqlx::query_scalar!(
        r#"
        with given as (
            select place, key, lower(number) as number,
                row_number() over (partition by lower(number) order by place) as occurrence
            from unnest($1::text[], $2::text[]) with ordinality as given (number, key, place)
        )
        select place - 1 as "index!"
        from given
        where occurrence > 1
            or exists (
                select from customer
                where customer.number_key = given.key and lower(customer.number) = given.number
            )
        order by place
        "#,
        &numbers,
        &keys
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(taken
        .into_iter()
        .filter_map(|index| usize::try_from(index).ok())
        .collect())
}

/// One entry for the import as a whole, beside that of each customer.
async fn note(tx: &mut TenantTx, customers: usize) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         values ($1, $2, $3, $4, 'customers.imported', $1, $5)",
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account,
        serde_json::json!({ "customers": customers })
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

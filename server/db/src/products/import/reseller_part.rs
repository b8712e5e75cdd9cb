//! What one reseller bought.

mod batch;

use std::collections::BTreeMap;

use domain::values::CustomerId;
use uuid::Uuid;

use self::batch::Batch;
use super::{Imported, purchases::Placed};
use crate::{customers::ids_of_numbers, error::Failure, tenant::TenantTx};

/// Products of one statement: enough to be quick, few enough to be no burden on memory.
const CHUNK: usize = 1_000;

/// The customer of each purchase, by its number; `None` where none is named, or none has it.
pub(super) async fn customers(
    tx: &mut TenantTx,
    part: &[Placed<'_>],
) -> Result<Vec<Option<CustomerId>>, Failure> {
    let numbers: Vec<String> = part
        .iter()
        .map(|(_, purchase)| match &purchase.customer {
            Some(number) => number.as_str().to_owned(),
            None => String::new(),
        })
        .collect();
    ids_of_numbers(tx, &numbers).await
}

/// The places of those whose customer is named and not there.
pub(super) fn unknown(part: &[Placed<'_>], customers: &[Option<CustomerId>]) -> Vec<usize> {
    part.iter()
        .zip(customers)
        .filter(|((_, purchase), found)| purchase.customer.is_some() && found.is_none())
        .map(|((place, _), _)| *place)
        .collect()
}

/// Stores the purchases, and one audit entry for all of them beside that of each.
pub(super) async fn store(
    tx: &mut TenantTx,
    part: &[Placed<'_>],
    customers: &[Option<CustomerId>],
    articles: &BTreeMap<String, String>,
) -> Result<Imported, Failure> {
    let rows: Vec<_> = part.iter().zip(customers).collect();
    let mut done = Imported::default();
    for chunk in rows.chunks(CHUNK) {
        let mut batch = Batch::default();
        for ((_, purchase), customer) in chunk {
            let article = purchase.article.as_str();
            let name = articles.get(article).map_or(article, String::as_str);
            batch.push(purchase, name, customer.map(|id| id.uuid()));
        }
        let (created, changed) = batch.store(tx).await?;
        let given = u32::try_from(chunk.len()).unwrap_or(u32::MAX);
        done.created += created;
        done.changed += changed;
        done.unchanged += given - created - changed;
    }
    if done.created + done.changed > 0 {
        note(tx, done).await?;
    }
    tx.analyze().await?;
    Ok(done)
}

async fn note(tx: &mut TenantTx, done: Imported) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    let products = done.created.saturating_add(done.changed);
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         values ($1, $2, $3, $4, 'products.imported', $1, $5)",
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account,
        serde_json::json!({ "products": products })
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

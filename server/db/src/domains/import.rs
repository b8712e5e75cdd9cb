//! Storing many domains, all or none.

use chrono::Utc;
use domain::{
    ports::{DomainImportRefusal, ImportedDomain, TypedIn},
    principal::Desk,
    values::{CustomerId, DomainId},
};
use uuid::Uuid;

use super::batch::Batch;
use crate::{Db, customers::ids_of_numbers, error::Failure, tenant::TenantTx};

/// Domains of one statement: enough to be quick, few enough to be no burden on memory.
const CHUNK: usize = 1_000;

/// What of the given domains cannot be stored: indexes, ascending. Empty: all were stored.
#[derive(Debug, Default)]
pub(super) struct Faults {
    names_taken: Vec<usize>,
    no_such_customer: Vec<usize>,
}

impl Faults {
    fn is_empty(&self) -> bool {
        self.names_taken.is_empty() && self.no_such_customer.is_empty()
    }

    pub(super) fn into_result(self) -> Result<(), DomainImportRefusal> {
        if self.is_empty() {
            return Ok(());
        }
        Err(DomainImportRefusal::Faulty {
            names_taken: self.names_taken,
            no_such_customer: self.no_such_customer,
        })
    }
}

pub(super) async fn import(
    db: &Db,
    desk: &Desk,
    new: &[ImportedDomain],
) -> Result<Faults, Failure> {
    match import_once(db, desk, new).await {
        // Somebody created a domain or deleted a customer after the check; the second check sees it.
        Err(failure)
            if matches!(
                failure.constraint(),
                Some("domain_name_key" | "domain_customer_fkey")
            ) =>
        {
            import_once(db, desk, new).await
        }
        outcome => outcome,
    }
}

async fn import_once(db: &Db, desk: &Desk, new: &[ImportedDomain]) -> Result<Faults, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    tx.take_time().await?;
    let customers = customers(&mut tx, new).await?;
    let faults = Faults {
        names_taken: taken(&mut tx, new).await?,
        no_such_customer: unknown(new, &customers),
    };
    if !faults.is_empty() {
        return Ok(faults);
    }
    let rows: Vec<_> = new.iter().zip(customers).collect();
    for chunk in rows.chunks(CHUNK) {
        batch(chunk).insert(&mut tx).await?;
    }
    note(&mut tx, new.len()).await?;
    tx.analyze().await?;
    tx.commit().await?;
    Ok(faults)
}

fn batch(rows: &[(&ImportedDomain, Option<CustomerId>)]) -> Batch {
    let mut batch = Batch::default();
    for (imported, customer) in rows {
        let new = &imported.domain;
        let state = TypedIn::of(new, Utc::now()).beside(None);
        let status = &imported.registrar_status;
        batch.push(DomainId::new(), *customer, new, &state, status);
    }
    batch
}

/// The customer of each domain, by its number; `None` where none is named, or none has it.
async fn customers(
    tx: &mut TenantTx,
    new: &[ImportedDomain],
) -> Result<Vec<Option<CustomerId>>, Failure> {
    let numbers: Vec<String> = new
        .iter()
        .map(|imported| imported.customer.clone().unwrap_or_default())
        .collect();
    ids_of_numbers(tx, &numbers).await
}

/// The indexes whose customer is named and not there.
fn unknown(new: &[ImportedDomain], customers: &[Option<CustomerId>]) -> Vec<usize> {
    new.iter()
        .zip(customers)
        .enumerate()
        .filter(|(_, (imported, found))| imported.customer.is_some() && found.is_none())
        .map(|(index, _)| index)
        .collect()
}

/// The indexes whose name a stored domain or an earlier entry has.
async fn taken(tx: &mut TenantTx, new: &[ImportedDomain]) -> Result<Vec<usize>, Failure> {
    let names: Vec<String> = new
        .iter()
        .map(|imported| imported.domain.name.as_str().to_owned())
        .collect();
    let taken = sqlx::query_scalar!(
        r#"
        with given as (
            select place, name, row_number() over (partition by name order by place) as occurrence
            from unnest($1::text[]) with ordinality as given (name, place)
        )
        select place - 1 as "index!"
        from given
        where occurrence > 1 or exists (select from domain where domain.name = given.name)
        order by place
        "#,
        &names
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(taken
        .into_iter()
        .filter_map(|index| usize::try_from(index).ok())
        .collect())
}

/// One entry for the import as a whole, beside that of each domain.
async fn note(tx: &mut TenantTx, domains: usize) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         values ($1, $2, $3, $4, 'domains.imported', $1, $5)",
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account,
        serde_json::json!({ "domains": domains })
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

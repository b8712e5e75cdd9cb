//! What one reseller bought.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::keys::product_keys;
use uuid::Uuid;

use super::{Imported, purchases::Placed};
use crate::{customers::count, error::Failure, tenant::TenantTx};

/// Products of one statement: enough to be quick, few enough to be no burden on memory.
const CHUNK: usize = 1_000;

/// The customer of each purchase, by its number; `None` where none is named, or none has it.
pub(super) async fn customers(
    tx: &mut TenantTx,
    part: &[Placed<'_>],
) -> Result<Vec<Option<Uuid>>, Failure> {
    let numbers: Vec<String> = part
        .iter()
        .map(|(_, purchase)| match &purchase.customer {
            Some(number) => number.as_str().to_owned(),
            None => String::new(),
        })
        .collect();
    let found = sqlx::query_scalar!(
        r#"
        select customer.id as "id?"
        from unnest($1::text[]) with ordinality as given (number, place)
        left join customer on lower(customer.number) = lower(given.number)
        order by place
        "#,
        &numbers
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(found)
}

/// The places of those whose customer is named and not there.
pub(super) fn unknown(part: &[Placed<'_>], customers: &[Option<Uuid>]) -> Vec<usize> {
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
    customers: &[Option<Uuid>],
    articles: &BTreeMap<String, String>,
) -> Result<Imported, Failure> {
    let rows: Vec<_> = part.iter().zip(customers).collect();
    let mut done = Imported::default();
    for chunk in rows.chunks(CHUNK) {
        let mut batch = Batch::default();
        for ((_, purchase), customer) in chunk {
            let article = purchase.article.as_str();
            let name = articles.get(article).map_or(article, String::as_str);
            let contract = purchase.contract.as_str();
            let keys = product_keys(name, Some(article), Some(contract));
            batch.ids.push(Uuid::now_v7());
            batch.audit_ids.push(Uuid::now_v7());
            batch.customers.push(**customer);
            batch.articles.push(article.to_owned());
            batch.names.push(name.to_owned());
            batch.contracts.push(contract.to_owned());
            batch.active.push(purchase.active);
            batch.since.push(purchase.since);
            batch.name_keys.push(keys.name);
            batch.search_keys.push(keys.search);
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

/// Purchases as columns, ready to be stored.
#[derive(Debug, Default)]
struct Batch {
    ids: Vec<Uuid>,
    customers: Vec<Option<Uuid>>,
    articles: Vec<String>,
    names: Vec<String>,
    contracts: Vec<String>,
    active: Vec<bool>,
    since: Vec<NaiveDate>,
    name_keys: Vec<String>,
    search_keys: Vec<String>,
    audit_ids: Vec<Uuid>,
}

impl Batch {
    /// How many were created and changed. What the reseller assigned stays assigned.
    async fn store(&self, tx: &mut TenantTx) -> Result<(u32, u32), Failure> {
        let (actor, actor_account) = tx.actor();
        let counts = sqlx::query_scalar!(
            r#"
            with given as (
                select *
                from unnest(
                    $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::date[],
                    $9::text[], $10::text[], $11::uuid[]
                ) as given (
                    id, customer_id, article, name, contract, active, since, name_key, search_key, audit_id
                )
            ), before as (
                select product.id, given.audit_id, product_record(product) as record,
                    customer_reference($1, product.customer_id) as owner
                from given
                join product on product.shop_article = given.article and product.contract = given.contract
                for update of product
            ), changed as (
                update product
                set name = given.name, active = given.active, since = given.since,
                    name_key = given.name_key, search_key = given.search_key,
                    customer_id = coalesce(product.customer_id, given.customer_id),
                    version = product.version + 1
                from given
                join before on before.audit_id = given.audit_id
                where product.id = before.id
                    and (
                        (product.name, product.active, product.since, product.search_key)
                            is distinct from (given.name, given.active, given.since, given.search_key)
                        or (product.customer_id is null and given.customer_id is not null)
                    )
                returning before.audit_id, product.id, before.record as before, before.owner,
                    product_record(product) as after, product.customer_id
            ), created as (
                insert into product (
                    reseller_id, id, customer_id, kind, shop_article, name, contract, active, since,
                    name_key, search_key
                )
                select $1, id, customer_id, 'provider', article, name, contract, active, since,
                    name_key, search_key
                from given
                where not exists (select from before where before.audit_id = given.audit_id)
                returning id, customer_id, product_record(product) as after
            ), audited as (
                insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
                select $1, audit_id, $12, $13::uuid, 'product.changed', id,
                    before || jsonb_build_object('customer', owner),
                    after || jsonb_build_object('customer', customer_reference($1, customer_id))
                from changed
                union all
                select $1, given.audit_id, $12, $13::uuid, 'product.created', created.id, null,
                    after || jsonb_build_object('customer', customer_reference($1, created.customer_id))
                from created
                join given on given.id = created.id
            )
            select array[(select count(*) from created), (select count(*) from changed)]::integer[] as "counts!"
            "#,
            tx.reseller(),
            &self.ids,
            &self.customers as _,
            &self.articles,
            &self.names,
            &self.contracts,
            &self.active,
            &self.since,
            &self.name_keys,
            &self.search_keys,
            &self.audit_ids,
            actor,
            actor_account
        )
        // Planned anew for so many rows, as for customers.
        .persistent(false)
        .fetch_one(&mut **tx)
        .await?;
        let [created, changed] = counts[..] else {
            return Err(sqlx::Error::RowNotFound.into());
        };
        Ok((count(created), count(changed)))
    }
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

//! Storing purchases: one or twenty thousand by the same statement.

use chrono::NaiveDate;
use domain::keys::product_keys;
use uuid::Uuid;

use crate::{customers::count, error::Failure, products::import::Purchase, tenant::TenantTx};

/// Purchases as columns, ready to be stored.
#[derive(Debug, Default)]
pub(super) struct Batch {
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
    /// `name` is that of the article.
    pub(super) fn push(&mut self, purchase: &Purchase, name: &str, customer: Option<Uuid>) {
        let (article, contract) = (purchase.article.as_str(), purchase.contract.as_str());
        let keys = product_keys(name, Some(article), Some(contract));
        self.ids.push(Uuid::now_v7());
        self.audit_ids.push(Uuid::now_v7());
        self.customers.push(customer);
        self.articles.push(article.to_owned());
        self.names.push(name.to_owned());
        self.contracts.push(contract.to_owned());
        self.active.push(purchase.active);
        self.since.push(purchase.since);
        self.name_keys.push(keys.name);
        self.search_keys.push(keys.search);
    }

    /// How many were created and changed. What the reseller assigned stays assigned.
    pub(super) async fn store(&self, tx: &mut TenantTx) -> Result<(u32, u32), Failure> {
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
                    and product.copy = 0
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

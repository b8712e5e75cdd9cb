//! Products, domains and users as columns: each kind is stored by one statement.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{error::Failure, tenant::TenantTx};

#[derive(Debug, Default)]
pub(super) struct Products {
    pub(super) ids: Vec<Uuid>,
    pub(super) customers: Vec<Option<Uuid>>,
    pub(super) articles: Vec<Option<String>>,
    pub(super) names: Vec<String>,
    pub(super) contracts: Vec<Option<String>>,
    pub(super) active: Vec<bool>,
    pub(super) since: Vec<NaiveDate>,
    pub(super) name_keys: Vec<String>,
    pub(super) search_keys: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Domains {
    pub(super) ids: Vec<Uuid>,
    pub(super) customers: Vec<Option<Uuid>>,
    pub(super) contracts: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) active: Vec<bool>,
    pub(super) registrars: Vec<String>,
    pub(super) verifications: Vec<String>,
    pub(super) verified_until: Vec<Option<NaiveDate>>,
    pub(super) zones: Vec<String>,
    pub(super) locks: Vec<String>,
    pub(super) renewals: Vec<String>,
    pub(super) statuses: Vec<String>,
    pub(super) checked_at: Vec<Option<DateTime<Utc>>>,
    pub(super) name_keys: Vec<String>,
    pub(super) search_keys: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Users {
    pub(super) ids: Vec<Uuid>,
    pub(super) customers: Vec<Uuid>,
    pub(super) user_names: Vec<String>,
    pub(super) first_names: Vec<String>,
    pub(super) last_names: Vec<String>,
    pub(super) emails: Vec<String>,
    pub(super) active: Vec<bool>,
}

impl Products {
    pub(super) async fn insert(&self, tx: &mut TenantTx) -> Result<(), Failure> {
        sqlx::query!(
            "insert into product (
                 reseller_id, id, customer_id, kind, shop_article, name, contract, active, since,
                 name_key, search_key
             )
             select $1, id, customer_id, case when article is null then 'reseller' else 'provider' end,
                 article, name, contract, active, since, name_key, search_key
             from unnest(
                 $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::date[],
                 $9::text[], $10::text[]
             ) as given (id, customer_id, article, name, contract, active, since, name_key, search_key)",
            tx.reseller(),
            &self.ids,
            &self.customers as _,
            &self.articles as _,
            &self.names,
            &self.contracts as _,
            &self.active,
            &self.since,
            &self.name_keys,
            &self.search_keys
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

impl Domains {
    pub(super) async fn insert(&self, tx: &mut TenantTx) -> Result<(), Failure> {
        sqlx::query!(
            "insert into domain (
                 reseller_id, id, customer_id, contract, name, active, registrar,
                 verification, verification_until, verification_checked_at, zone, zone_checked_at,
                 transfer_lock, transfer_lock_checked_at, renewal_mode, renewal_mode_checked_at,
                 registrar_status, name_key, search_key
             )
             select $1, id, customer_id, contract, name, active, registrar,
                 verification, verification_until, checked_at, zone, checked_at,
                 transfer_lock, checked_at, renewal_mode, checked_at, registrar_status, name_key, search_key
             from unnest(
                 $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bool[], $7::text[], $8::text[],
                 $9::date[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
                 $15::text[], $16::text[]
             ) as given (
                 id, customer_id, contract, name, active, registrar, verification,
                 verification_until, zone, transfer_lock, renewal_mode, registrar_status, checked_at,
                 name_key, search_key
             )",
            tx.reseller(),
            &self.ids,
            &self.customers as _,
            &self.contracts,
            &self.names,
            &self.active,
            &self.registrars,
            &self.verifications,
            &self.verified_until as _,
            &self.zones,
            &self.locks,
            &self.renewals,
            &self.statuses,
            &self.checked_at as _,
            &self.name_keys,
            &self.search_keys
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

impl Users {
    pub(super) async fn insert(&self, tx: &mut TenantTx) -> Result<(), Failure> {
        sqlx::query!(
            "with given as (
                 select *
                 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[])
                     as given (id, customer_id, user_name, first_name, last_name, email, active)
             ), accounts as (
                 insert into account (reseller_id, id, user_name, first_name, last_name, email, role, active)
                 select $1, id, user_name, first_name, last_name, email, 'portal', active
                 from given
             )
             insert into customer_account (reseller_id, customer_id, account_id)
             select $1, customer_id, id from given",
            tx.reseller(),
            &self.ids,
            &self.customers,
            &self.user_names,
            &self.first_names,
            &self.last_names,
            &self.emails,
            &self.active
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

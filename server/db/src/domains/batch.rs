//! Storing domains: one or twenty thousand by the same statement.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    domain_record::NewDomain,
    domain_state::DomainState,
    keys::domain_keys,
    values::{CustomerId, DomainId},
};
use uuid::Uuid;

use super::{shown, words};
use crate::{error::Failure, tenant::TenantTx};

/// Domains as columns, ready to be stored.
#[derive(Debug, Default)]
pub(super) struct Batch {
    ids: Vec<Uuid>,
    customers: Vec<Option<Uuid>>,
    contracts: Vec<String>,
    names: Vec<String>,
    active: Vec<bool>,
    registrars: Vec<String>,
    verifications: Vec<String>,
    deadlines: Vec<Option<NaiveDate>>,
    verified_at: Vec<Option<DateTime<Utc>>>,
    zones: Vec<String>,
    zones_at: Vec<Option<DateTime<Utc>>>,
    locks: Vec<String>,
    locks_at: Vec<Option<DateTime<Utc>>>,
    renewals: Vec<String>,
    renewals_at: Vec<Option<DateTime<Utc>>>,
    statuses: Vec<String>,
    name_keys: Vec<String>,
    search_keys: Vec<String>,
    audit_ids: Vec<Uuid>,
}

impl Batch {
    pub(super) fn push(
        &mut self,
        id: DomainId,
        customer: Option<CustomerId>,
        new: &NewDomain,
        state: &DomainState,
        status: &str,
    ) {
        let name = new.name.as_str();
        let (contract, registrar) = (new.contract.as_str(), new.registrar.as_str());
        let keys = domain_keys(&shown(name), contract, registrar);
        self.ids.push(id.uuid());
        self.customers
            .push(customer.map(|customer| customer.uuid()));
        self.contracts.push(contract.to_owned());
        self.names.push(name.to_owned());
        self.active.push(new.active);
        self.registrars.push(registrar.to_owned());
        self.statuses.push(status.to_owned());
        self.name_keys.push(keys.name);
        self.search_keys.push(keys.search);
        self.audit_ids.push(Uuid::now_v7());
        self.push_state(state);
    }

    fn push_state(&mut self, state: &DomainState) {
        let (verification, deadline) = words::verification(state.verification.value);
        self.verifications.push(verification.to_owned());
        self.deadlines.push(deadline);
        self.verified_at.push(state.verification.at);
        self.zones.push(words::zone(state.zone.value).to_owned());
        self.zones_at.push(state.zone.at);
        let lock = words::transfer_lock(state.transfer_lock.value);
        self.locks.push(lock.to_owned());
        self.locks_at.push(state.transfer_lock.at);
        let renewal = words::renewal_mode(state.renewal.value);
        self.renewals.push(renewal.to_owned());
        self.renewals_at.push(state.renewal.at);
    }

    /// Stores the domains, each with its audit entry; one whose id exists is left as it is.
    pub(super) async fn insert(&self, tx: &mut TenantTx) -> Result<(), Failure> {
        let (actor, actor_account) = tx.actor();
        sqlx::query!(
            r#"
            with given as (
                select *
                from unnest(
                    $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bool[], $7::text[], $8::text[],
                    $9::date[], $10::timestamptz[], $11::text[], $12::timestamptz[], $13::text[],
                    $14::timestamptz[], $15::text[], $16::timestamptz[], $17::text[], $18::text[], $19::text[]
                ) as given (
                    id, customer_id, contract, name, active, registrar, verification,
                    verification_until, verification_checked_at, zone, zone_checked_at, transfer_lock,
                    transfer_lock_checked_at, renewal_mode, renewal_mode_checked_at, registrar_status,
                    name_key, search_key
                )
            ), stored as (
                insert into domain (
                    reseller_id, id, customer_id, contract, name, active, registrar, verification,
                    verification_until, verification_checked_at, zone, zone_checked_at, transfer_lock,
                    transfer_lock_checked_at, renewal_mode, renewal_mode_checked_at, registrar_status,
                    name_key, search_key
                )
                select $1,
                    id, customer_id, contract, name, active, registrar, verification,
                    verification_until, verification_checked_at, zone, zone_checked_at, transfer_lock,
                    transfer_lock_checked_at, renewal_mode, renewal_mode_checked_at, registrar_status,
                    name_key, search_key
                from given
                on conflict on constraint domain_pkey do nothing
                returning id, customer_id, domain_record(domain) as record
            )
            insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
            select $1, entry.id, $21, $22, 'domain.created', stored.id,
                stored.record || jsonb_build_object('customer', customer_reference($1, stored.customer_id))
            from stored
            join unnest($2::uuid[], $20::uuid[]) as entry (domain_id, id) on entry.domain_id = stored.id
            "#,
            tx.reseller(),
            &self.ids,
            &self.customers as _,
            &self.contracts,
            &self.names,
            &self.active,
            &self.registrars,
            &self.verifications,
            &self.deadlines as _,
            &self.verified_at as _,
            &self.zones,
            &self.zones_at as _,
            &self.locks,
            &self.locks_at as _,
            &self.renewals,
            &self.renewals_at as _,
            &self.statuses,
            &self.name_keys,
            &self.search_keys,
            &self.audit_ids,
            actor,
            actor_account
        )
        // Planned anew for so many rows, as for customers.
        .persistent(false)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

//! Storing customers: one or a hundred thousand by the same statement.

use domain::{
    customer::NewCustomer,
    keys::SortKeys,
    values::{CustomerId, Line},
};
use uuid::Uuid;

use crate::{error::Failure, tenant::TenantTx};

/// Customers as columns, ready to be stored.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    ids: Vec<Uuid>,
    numbers: Vec<String>,
    companies: Vec<Option<String>>,
    last_names: Vec<String>,
    first_names: Vec<String>,
    streets: Vec<String>,
    postal_codes: Vec<String>,
    cities: Vec<String>,
    countries: Vec<String>,
    phones: Vec<String>,
    mobiles: Vec<String>,
    emails: Vec<String>,
    websites: Vec<Option<String>>,
    number_keys: Vec<String>,
    name_keys: Vec<String>,
    first_name_keys: Vec<String>,
    company_keys: Vec<String>,
    search_keys: Vec<String>,
    audit_ids: Vec<Uuid>,
}

/// The keys of a customer as they are stored beside it.
pub(super) fn keys(new: &NewCustomer) -> SortKeys {
    SortKeys::of(
        new.number.as_str(),
        new.last_name.as_str(),
        new.first_name.as_str(),
        new.company.as_ref().map_or("", Line::as_str),
    )
}

impl Batch {
    pub(crate) fn push(&mut self, id: CustomerId, new: &NewCustomer) {
        let keys = keys(new);
        self.ids.push(id.uuid());
        self.numbers.push(new.number.as_str().to_owned());
        self.companies.push(
            new.company
                .as_ref()
                .map(|company| company.as_str().to_owned()),
        );
        self.last_names.push(new.last_name.as_str().to_owned());
        self.first_names.push(new.first_name.as_str().to_owned());
        self.streets.push(new.street.as_str().to_owned());
        self.postal_codes.push(new.postal_code.as_str().to_owned());
        self.cities.push(new.city.as_str().to_owned());
        self.countries.push(new.country.code().to_owned());
        self.phones.push(new.phone.as_str().to_owned());
        self.mobiles.push(new.mobile.as_str().to_owned());
        self.emails.push(new.email.as_str().to_owned());
        self.websites.push(
            new.website
                .as_ref()
                .map(|website| website.as_str().to_owned()),
        );
        self.number_keys.push(keys.number);
        self.name_keys.push(keys.last_name);
        self.first_name_keys.push(keys.first_name);
        self.company_keys.push(keys.company);
        self.search_keys.push(keys.search);
        self.audit_ids.push(Uuid::now_v7());
    }

    /// Stores the customers, each with its audit entry; one whose id exists is left as it is.
    /// Returns how many were stored.
    pub(crate) async fn insert(&self, tx: &mut TenantTx) -> Result<i64, Failure> {
        let (actor, actor_account) = tx.actor();
        let stored = sqlx::query_scalar!(
            r#"
            with given as (
                select *
                from unnest(
                    $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                    $15::text[], $16::text[], $17::text[], $18::text[], $19::text[]
                ) as given (
                    id, number, company, last_name, first_name, street, postal_code,
                    city, country, phone, mobile, email, website,
                    number_key, name_key, first_name_key, company_key, search_key
                )
            ), stored as (
                insert into customer (
                    reseller_id, id, number, company, last_name, first_name, street, postal_code,
                    city, country, phone, mobile, email, website,
                    number_key, name_key, first_name_key, company_key, search_key
                )
                select $1,
                    id, number, company, last_name, first_name, street, postal_code,
                    city, country, phone, mobile, email, website,
                    number_key, name_key, first_name_key, company_key, search_key
                from given
                on conflict on constraint customer_pkey do nothing
                returning id, customer_record(customer) as record
            ), audited as (
                insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
                select $1, entry.id, $21, $22, 'customer.created', stored.id, stored.record
                from stored
                join unnest($2::uuid[], $20::uuid[]) as entry (customer_id, id) on entry.customer_id = stored.id
            )
            select count(*) as "stored!" from stored
            "#,
            tx.reseller(),
            &self.ids,
            &self.numbers,
            &self.companies as _,
            &self.last_names,
            &self.first_names,
            &self.streets,
            &self.postal_codes,
            &self.cities,
            &self.countries,
            &self.phones,
            &self.mobiles,
            &self.emails,
            &self.websites as _,
            &self.number_keys,
            &self.name_keys,
            &self.first_name_keys,
            &self.company_keys,
            &self.search_keys,
            &self.audit_ids,
            actor,
            actor_account
        )
        // Planned anew for so many rows: a plan for any number of them joins a thousand entries to a
        // thousand customers one by one.
        .persistent(false)
        .fetch_one(&mut **tx)
        .await?;
        Ok(stored)
    }
}

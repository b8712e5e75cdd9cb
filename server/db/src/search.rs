//! The port [`Search`]: one statement over the stored keys, each part by an index.

use async_trait::async_trait;
use domain::{
    ports::Search,
    principal::Desk,
    refusal::Refusal,
    search::{Beginnings, Hit, HitKind},
    values::CustomerId,
};

use crate::{Db, error::Failure, tenant::TenantTx};

/// Most customers, and most of the other kinds each.
const CUSTOMERS: i64 = 8;
const OTHERS: i64 = 4;

/// Follows every text that begins alike.
const LAST: &str = "\u{10ffff}";

#[async_trait]
impl Search for Db {
    async fn search(&self, desk: &Desk, typed: &str) -> Result<Vec<Hit>, Refusal> {
        match Beginnings::of(typed) {
            Some(beginnings) => {
                let beginnings = &beginnings;
                let found = self.read(
                    desk,
                    |db| async move { search(&db, desk, beginnings).await },
                );
                Ok(found.await?)
            }
            None => Ok(Vec::new()),
        }
    }
}

async fn search(db: &Db, desk: &Desk, beginnings: &Beginnings) -> Result<Vec<Hit>, Failure> {
    let (last_names, first_names): (Vec<String>, Vec<String>) =
        beginnings.names.iter().cloned().unzip();
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        with candidate as (
            (
                select id, case when number_search_key = $2 then 0 else 1 end as rank
                from customer
                where reseller_id = $1 and number_search_key >= $2 and number_search_key < $2 || $8
                order by number_search_key
                limit $9
            )
            union all
            select person.id, 2
            from unnest($3::text[], $4::text[]) as typed (last_name, first_name)
            cross join lateral (
                select id
                from customer
                where reseller_id = $1 and name_key >= typed.last_name and name_key < typed.last_name || $8
                    and starts_with(first_name_key, typed.first_name)
                order by name_key, number_key
                limit $9
            ) as person
            union all
            select business.id, 3
            from unnest($5::text[]) as typed (company)
            cross join lateral (
                select id
                from customer
                where reseller_id = $1 and company_key >= typed.company and company_key < typed.company || $8
                order by company_key
                limit $9
            ) as business
            union all
            select person.id, 4
            from unnest($5::text[]) as typed (first_name)
            cross join lateral (
                select id
                from customer
                where reseller_id = $1 and first_name_key >= typed.first_name and first_name_key < typed.first_name || $8
                order by first_name_key, number_key
                limit $9
            ) as person
        ), customer_hit as (
            select id, min(rank) as rank from candidate group by id
        ), domain_hit as (
            select found.id
            from unnest($6::text[]) as typed (name)
            cross join lateral (
                select id, name_key
                from domain
                where reseller_id = $1 and name_key >= typed.name and name_key < typed.name || $8
                order by name_key
                limit $10
            ) as found
            group by found.id
        ), user_hit as (
            select account.id, link.customer_id, account.user_name, account.first_name, account.last_name
            from account
            cross join lateral (
                select customer_id
                from customer_account
                where customer_account.reseller_id = $1 and account_id = account.id
                limit 1
            ) as link
            where account.reseller_id = $1 and role = 'portal'
                and user_name_key collate "C" >= $7 and user_name_key collate "C" < $7 || $8
            order by user_name_key collate "C"
            limit $10
        )
        select kind as "kind!", id as "id!", customer_id, title as "title!", detail as "detail!"
        from (
            (
                select 0 as kind, customer.id, customer.id as customer_id, customer.number as title,
                    concat_ws(' · ', customer.last_name || ', ' || customer.first_name, customer.company) as detail,
                    rank, customer.number_key as key
                from customer_hit
                join customer on customer.reseller_id = $1 and customer.id = customer_hit.id
                order by rank, customer.number_key
                limit $9
            )
            union all
            (
                select 1, domain.id, domain.customer_id, domain.name,
                    coalesce(customer.number || ' · ' || coalesce(customer.company, customer.last_name || ', ' || customer.first_name), ''),
                    0, domain.name_key
                from domain_hit
                join domain on domain.reseller_id = $1 and domain.id = domain_hit.id
                left join customer on customer.reseller_id = $1 and customer.id = domain.customer_id
                order by domain.name_key
                limit $10
            )
            union all
            select 2, user_hit.id, user_hit.customer_id, user_hit.user_name,
                concat_ws(' · ', nullif(btrim(user_hit.first_name || ' ' || user_hit.last_name), ''), customer.number),
                0, user_hit.user_name
            from user_hit
            join customer on customer.reseller_id = $1 and customer.id = user_hit.customer_id
        ) as hit
        order by kind, rank, key
        "#,
        tx.reseller(),
        beginnings.number,
        &last_names,
        &first_names,
        &beginnings.words,
        &beginnings.domains,
        beginnings.user_name,
        LAST,
        CUSTOMERS,
        OTHERS
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found
        .into_iter()
        .map(|row| {
            let kind = kind(row.kind);
            Hit {
                kind,
                id: row.id,
                customer: row.customer_id.map(CustomerId::from_uuid),
                title: match kind {
                    HitKind::Domain => idna::domain_to_unicode(&row.title).0,
                    HitKind::Customer | HitKind::User => row.title,
                },
                detail: row.detail,
            }
        })
        .collect())
}

fn kind(stored: i32) -> HitKind {
    match stored {
        0 => HitKind::Customer,
        1 => HitKind::Domain,
        _ => HitKind::User,
    }
}

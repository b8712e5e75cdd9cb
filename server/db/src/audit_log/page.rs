//! One page of the log.

use chrono::{DateTime, Utc};
use domain::{
    audit_log::{Cursor, ENTRIES, KINDS, LogPage, LogPerson, LogQuery, Person, Place},
    keys::number_key,
    principal::Desk,
    values::{AccountId, CustomerId, CustomerNumber},
};
use uuid::Uuid;

use super::{Stored, entries};
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn page(db: &Db, desk: &Desk, query: &LogQuery) -> Result<LogPage, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let people = people(&mut tx).await?;
    let customer = match query.customer.as_str() {
        "" => Some(None),
        named => customer(&mut tx, named).await?.map(Some),
    };
    // A customer that nobody knows has no entries.
    let Some(customer) = customer else {
        tx.commit().await?;
        return Ok(LogPage {
            people,
            ..LogPage::default()
        });
    };
    let mut stored = stored(&mut tx, query, customer).await?;
    let (newer, older) = around(&mut stored, query.place);
    let entries = entries(&mut tx, stored).await?;
    tx.commit().await?;
    Ok(LogPage {
        entries,
        newer,
        older,
        people,
    })
}

/// Puts the newest first and says where the pages before and after begin. One entry more than a page
/// holds was asked for, to know whether there is another page.
fn around(stored: &mut Vec<Stored>, place: Place) -> (Option<Cursor>, Option<Cursor>) {
    let more = stored.len() > ENTRIES as usize;
    stored.truncate(ENTRIES as usize);
    let backwards = matches!(place, Place::NewerThan(_));
    if backwards {
        stored.reverse();
    }
    let (has_newer, has_older) = match place {
        Place::Newest => (false, more),
        Place::OlderThan(_) => (true, more),
        Place::NewerThan(_) => (more, true),
    };
    let first = stored.first().map(cursor).filter(|_| has_newer);
    let last = stored.last().map(cursor).filter(|_| has_older);
    (first, last)
}

fn cursor(entry: &Stored) -> Cursor {
    Cursor {
        micros: entry.at.timestamp_micros(),
        id: entry.id,
    }
}

async fn stored(
    tx: &mut TenantTx,
    query: &LogQuery,
    customer: Option<Uuid>,
) -> Result<Vec<Stored>, Failure> {
    let kinds = kinds(&query.kind);
    let person = match query.person {
        Person::Account(id) => Some(id.uuid()),
        Person::Anybody | Person::Operator | Person::Portal => None,
    };
    let ((older_at, older_id), (newer_at, newer_id)) = match query.place {
        Place::Newest => ((None, None), (None, None)),
        Place::OlderThan(cursor) => (at(cursor), (None, None)),
        Place::NewerThan(cursor) => ((None, None), at(cursor)),
    };
    // Every parameter is a constant when PostgreSQL plans: what does not narrow is gone by then.
    let stored = sqlx::query_as!(
        Stored,
        r#"
        select
            entry.id, entry.at, entry.at at time zone 'Europe/Berlin' as "local!",
            entry.actor_account, entry.kind, entry.object_id, entry.before, entry.after,
            coalesce(nullif(btrim(account.first_name || ' ' || account.last_name), ''), account.user_name) as "actor_name?",
            account.role = 'portal' as "actor_portal?"
        from (
            select *
            from audit_entry
            where reseller_id = $1
                and ($2::uuid is null or actor_account = $2)
                and (not $3::boolean or actor = 'operator')
                and (not $4::boolean or exists (
                    select from account where account.reseller_id = $1 and account.id = actor_account and role = 'portal'
                ))
                and ($5::uuid is null or object_id = $5 or customer_before = $5::text or customer_after = $5::text)
                and (cardinality($6::text[]) = 0 or kind = any($6))
                and ($7::date is null or at >= $7::date::timestamp at time zone 'Europe/Berlin')
                and ($8::date is null or at < ($8::date + 1)::timestamp at time zone 'Europe/Berlin')
                and ($9::timestamptz is null or (at, id) < ($9, $10::uuid))
                and ($11::timestamptz is null or (at, id) > ($11, $12::uuid))
            order by
                case when not $13::boolean then at end desc,
                case when not $13::boolean then id end desc,
                case when $13::boolean then at end,
                case when $13::boolean then id end
            limit $14
        ) as entry
        left join account on account.reseller_id = $1 and account.id = entry.actor_account
        order by
            case when not $13::boolean then entry.at end desc,
            case when not $13::boolean then entry.id end desc,
            case when $13::boolean then entry.at end,
            case when $13::boolean then entry.id end
        "#,
        tx.reseller(),
        person,
        query.person == Person::Operator,
        query.person == Person::Portal,
        customer,
        &kinds,
        query.from,
        query.to,
        older_at,
        older_id,
        newer_at,
        newer_id,
        newer_at.is_some(),
        i64::from(ENTRIES) + 1
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(stored)
}

fn at(cursor: Cursor) -> (Option<DateTime<Utc>>, Option<Uuid>) {
    (
        DateTime::from_timestamp_micros(cursor.micros),
        Some(cursor.id),
    )
}

/// The kinds of a group, or the one kind that is named; none for all.
fn kinds(named: &str) -> Vec<String> {
    let group = KINDS.iter().find(|group| group.name == named);
    match group {
        Some(group) => group.kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        None if named.is_empty() => Vec::new(),
        None => vec![named.to_owned()],
    }
}

/// The customer of this number or id; of a number that nobody has any more, the last one that had it.
async fn customer(tx: &mut TenantTx, named: &str) -> Result<Option<Uuid>, Failure> {
    if let Ok(id) = named.parse::<CustomerId>() {
        return Ok(Some(id.uuid()));
    }
    let Ok(number) = CustomerNumber::parse(named) else {
        return Ok(None);
    };
    let found = sqlx::query_scalar!(
        r#"
        select id as "id!"
        from (
            select id, 0 as rank, now() as at
            from customer
            where reseller_id = $1 and number_key = $2 and lower(number) = lower($3)
            union all
            select object_id, 1, at
            from audit_entry
            where reseller_id = $1 and kind = 'customer.deleted' and lower(before ->> 'number') = lower($3)
        ) as known
        order by rank, at desc
        limit 1
        "#,
        tx.reseller(),
        number_key(number.as_str()),
        number.as_str()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found)
}

/// Who works for the reseller.
async fn people(tx: &mut TenantTx) -> Result<Vec<LogPerson>, Failure> {
    let people = sqlx::query!(
        r#"
        select id, coalesce(nullif(btrim(first_name || ' ' || last_name), ''), user_name) as "name!"
        from account
        where reseller_id = $1 and role in ('reseller', 'staff')
        order by 2, user_name_key
        "#,
        tx.reseller()
    )
    .map(|row| LogPerson {
        id: AccountId::from_uuid(row.id),
        name: row.name,
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(people)
}

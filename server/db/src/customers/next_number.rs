//! The next free number, as the reseller's scheme makes it.

use domain::{
    keys::number_key,
    principal::Desk,
    values::{CustomerNumber, NumberScheme, ValueError},
};

use crate::{
    Db,
    error::{Failure, internal},
    tenant::TenantTx,
};

/// How many numbers are looked at in one statement.
const AT_ONCE: u64 = 200;

/// After so many taken ones in a row the search goes on above the highest.
const PATIENCE: u64 = 10;

pub(super) async fn next_number(db: &Db, desk: &Desk) -> Result<CustomerNumber, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let next = next_number_within(&mut tx).await?;
    tx.commit().await?;
    Ok(next)
}

/// Where the reseller named the next one, the first from there on that nobody has; else, or where very
/// many are taken, one above the highest.
pub(crate) async fn next_number_within(tx: &mut TenantTx) -> Result<CustomerNumber, Failure> {
    let row = sqlx::query!(
        "select number_prefix, number_digits, number_next from reseller where id = $1",
        tx.reseller()
    )
    .fetch_one(&mut **tx)
    .await?;
    let digits = u32::try_from(row.number_digits).unwrap_or(1);
    let scheme = NumberScheme::new(row.number_prefix, digits);
    if let Some(from) = row.number_next.and_then(|next| u64::try_from(next).ok()) {
        for round in 0..PATIENCE {
            let first = from.saturating_add(round * AT_ONCE);
            if let Some(free) = first_free(tx, &scheme, first).await? {
                return Ok(free);
            }
        }
    }
    let above = above_the_highest(tx, &scheme).await?;
    match first_free(tx, &scheme, above).await? {
        Some(free) => Ok(free),
        None => scheme.number(above).map_err(wrong),
    }
}

/// The first number from this value on that no customer has, if it is near.
async fn first_free(
    tx: &mut TenantTx,
    scheme: &NumberScheme,
    from: u64,
) -> Result<Option<CustomerNumber>, Failure> {
    let numbers = (from..from.saturating_add(AT_ONCE))
        .map(|value| Ok(scheme.number(value)?.as_str().to_owned()))
        .collect::<Result<Vec<String>, ValueError>>()
        .map_err(wrong)?;
    let keys: Vec<String> = numbers.iter().map(|number| number_key(number)).collect();
    // The key finds by index, which `lower` cannot under row-level security.
    let free = sqlx::query_scalar!(
        r#"
        select number as "number!"
        from unnest($1::text[], $2::text[]) with ordinality as wanted (number, key, place)
        where not exists (
            select from customer
            where customer.number_key = wanted.key and lower(customer.number) = lower(wanted.number)
        )
        order by place
        limit 1
        "#,
        &numbers,
        &keys
    )
    .fetch_optional(&mut **tx)
    .await?;
    free.map(|number| CustomerNumber::parse(&number).map_err(wrong))
        .transpose()
}

/// One above the highest number of the scheme that is in use or, for numbers of digits only, was given
/// to a customer that is gone.
async fn above_the_highest(tx: &mut TenantTx, scheme: &NumberScheme) -> Result<u64, Failure> {
    if scheme.prefix().is_empty() {
        let next = sqlx::query_scalar!(
            r#"
            select 1 + greatest(
                (select max(number_value) from customer),
                (select max(last_deleted_number) from customer_list_state),
                0
            ) as "next!"
            "#
        )
        .fetch_one(&mut **tx)
        .await?;
        return Ok(u64::try_from(next).unwrap_or(1));
    }
    // Keys of this prefix and digits only are in the order of their values.
    let begins = number_key(scheme.prefix());
    let next = sqlx::query_scalar!(
        r#"
        select 1 + value_in_scheme(number, $3) as "next!"
        from customer
        where reseller_id = $4 and number_key >= $1 and number_key < $2
            and value_in_scheme(number, $3) is not null
        order by number_key desc
        limit 1
        "#,
        format!("{begins}0"),
        format!("{begins}2"),
        scheme.prefix(),
        tx.reseller()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(next.and_then(|next| u64::try_from(next).ok()).unwrap_or(1))
}

fn wrong(error: ValueError) -> Failure {
    internal(&error).into()
}

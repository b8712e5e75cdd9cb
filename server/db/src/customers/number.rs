//! Finding a customer by its number, and customers that look alike.

use domain::{
    customer::CustomerRow,
    keys::{SortKeys, fold},
    ports::DoubleProbe,
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, CustomerNumber},
};
use uuid::Uuid;

use super::count;
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn find(db: &Db, desk: &Desk, number: &str) -> Result<CustomerId, Failure> {
    // What is no number has no customer; it may hold NUL, which PostgreSQL does not take.
    let number = CustomerNumber::parse(number).map_err(|_| Refusal::NotFound)?;
    // The key finds by index, which `lower` cannot under row-level security.
    let key = SortKeys::of(number.as_str(), "", "", "").number;
    let mut tx = TenantTx::begin(db, desk).await?;
    let found = sqlx::query_scalar!(
        "select id from customer where number_key = $1 and lower(number) = lower($2)",
        key,
        number.as_str()
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let id = found.ok_or(Refusal::NotFound)?;
    Ok(CustomerId::from_uuid(id))
}

/// The customers of these numbers, each in its place; `None` where nobody has it.
pub(crate) async fn ids_of_numbers(
    tx: &mut TenantTx,
    numbers: &[String],
) -> Result<Vec<Option<CustomerId>>, Failure> {
    let found = sqlx::query_scalar!(
        r#"
        select customer.id as "id?"
        from unnest($1::text[]) with ordinality as given (number, place)
        left join customer on lower(customer.number) = lower(given.number)
        order by place
        "#,
        numbers
    )
    .fetch_all(&mut **tx)
    .await?;
    let in_place = |id: Option<Uuid>| id.map(CustomerId::from_uuid);
    Ok(found.into_iter().map(in_place).collect())
}

pub(super) async fn likely_doubles(
    db: &Db,
    desk: &Desk,
    probe: &DoubleProbe,
) -> Result<Vec<CustomerRow>, Failure> {
    // NUL is in no stored text, and PostgreSQL does not take it.
    let clean = |text: &str| text.trim().replace('\0', "");
    let postal_code = clean(&probe.postal_code).to_uppercase();
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        select number, last_name, first_name, coalesce(company, '') as "company!", product_count, user_count
        from customer
        where ($1 <> '' and email_key = lower($1))
            or ($2 <> '' and $3 <> '' and $4 <> ''
                and name_key = $2 and first_name_key = $3 and postal_code = $4)
        order by number_key, number collate "C"
        limit 5
        "#,
        clean(&probe.email),
        fold(&probe.last_name),
        fold(&probe.first_name),
        postal_code
    )
    .map(|row| CustomerRow {
        number: row.number,
        last_name: row.last_name,
        first_name: row.first_name,
        company: row.company,
        products: count(row.product_count),
        users: count(row.user_count),
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}

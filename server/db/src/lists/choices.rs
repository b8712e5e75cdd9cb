//! Customers to choose from.

use domain::{list::ListQuery, ports::CustomerChoice, principal::Desk, values::CustomerId};

use crate::{Db, error::Failure, tenant::TenantTx};

/// Compares as the list of customers does.
pub(super) async fn customers(
    db: &Db,
    desk: &Desk,
    search: &str,
    most: u32,
) -> Result<Vec<CustomerChoice>, Failure> {
    let query = ListQuery {
        search: search.to_owned(),
        ..ListQuery::default()
    };
    // PostgreSQL takes no NUL.
    let number = search.trim().replace('\0', "");
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        select id, number, last_name, first_name, coalesce(company, '') as "company!"
        from customer
        where reseller_id = $1
            and not exists (select from unnest($2::text[]) as word where strpos(search_key, word) = 0)
        order by lower(number) <> lower($3), name_key, number_key, number collate "C"
        limit $4
        "#,
        tx.reseller(),
        &query.search_words(),
        number,
        i64::from(most)
    )
    .map(|row| CustomerChoice {
        id: CustomerId::from_uuid(row.id),
        number: row.number,
        last_name: row.last_name,
        first_name: row.first_name,
        company: row.company,
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}

//! The list of customers as it opens: unfiltered, by name. Planning the statement for every order and
//! filter takes five times as long as running it, and most pages that anybody asks for are this one.

use domain::{
    customer_list::LAST_NAME,
    list::{Direction, ListPage, ListQuery},
    principal::Desk,
};

use super::customers::{Found, listed};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Whether a query for customers asks for a page of the list as it opens.
pub(super) fn fits(query: &ListQuery) -> bool {
    query.sort_column() == LAST_NAME
        && query.direction == Direction::Ascending
        && query.is_unfiltered()
}

/// As the statement for every order gives it.
pub(super) async fn page(db: &Db, desk: &Desk, query: &ListQuery) -> Result<ListPage, Failure> {
    let mut tx = TenantTx::planned_once(db, desk).await?;
    let found = sqlx::query_as!(
        Found,
        r#"
        with size as (
            select coalesce(max(customers), 0) as total from customer_list_state where reseller_id = $1
        ), shown as (
            select total, greatest(least($2::bigint, (total + $3::bigint - 1) / $3::bigint), 1) as page from size
        )
        select
            shown.total::integer as "total!",
            shown.total::integer as "matched!",
            shown.page::integer as "page!",
            row.number as "number?",
            row.last_name as "last_name?",
            row.first_name as "first_name?",
            row.company as "company?",
            row.product_count as "product_count?",
            row.user_count as "user_count?"
        from shown
        left join lateral (
            select number, last_name, first_name, company, product_count, user_count
            from customer
            where reseller_id = $1
            order by name_key, number_key, number collate "C"
            limit $3::bigint offset (shown.page - 1) * $3::bigint
        ) as row on true
        "#,
        tx.reseller(),
        i64::from(query.page.0),
        i64::from(query.rows.rows()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(listed(found))
}

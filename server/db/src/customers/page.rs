//! One page of the list, by one statement.

use domain::{
    customer::CustomerRow,
    customer_list::{Direction, ListPage, ListQuery, ProductFilter, SortColumn},
    principal::Desk,
};

use super::count;
use crate::{Db, error::Failure, tenant::TenantTx};

/// Sorted as [`ListQuery`] says. Every parameter is a constant when PostgreSQL plans (custom plans):
/// what a `case` does not choose is gone by then, and an index that has the order is used.
///
/// Unfiltered, nothing is counted: the number of customers is kept beside the list. The reseller is
/// named although row-level security adds it: its setting is then compared once and not per row.
pub(super) async fn page(db: &Db, desk: &Desk, query: &ListQuery) -> Result<ListPage, Failure> {
    let filters = query.filters.folded();
    let descending = query.direction == Direction::Descending;
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        with matching as not materialized (
            select number, last_name, first_name, company, product_count, user_count,
                number_key, name_key, first_name_key, company_key
            from customer
            where reseller_id = $12
                and (
                    cardinality($1::text[]) = 0
                    or not exists (select from unnest($1::text[]) as word where strpos(search_key, word) = 0)
                )
                and ($2 = '' or strpos(split_part(search_key, e'\n', 1), $2) > 0)
                and ($3 = '' or strpos(split_part(search_key, e'\n', 2), $3) > 0)
                and ($4 = '' or strpos(split_part(search_key, e'\n', 3), $4) > 0)
                and ($5 = '' or strpos(split_part(search_key, e'\n', 4), $5) > 0)
                and case $6::text when 'ohne' then product_count = 0 when 'mit' then product_count > 0 else true end
        ), size as (
            select
                coalesce(max(customers), 0) as total,
                case when $7::boolean then coalesce(max(customers), 0) else (select count(*) from matching) end as matched
            from customer_list_state
        ), shown as (
            select
                total,
                matched,
                greatest(least($8::bigint, (matched + $9::bigint - 1) / $9::bigint), 1) as page
            from size
        )
        select
            shown.total::integer as "total!",
            shown.matched::integer as "matched!",
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
            from matching
            order by
                case when $10 = 'firma' then company_key = '' end,
                case when not $11::boolean then
                    case $10 when 'name' then name_key when 'vorname' then first_name_key when 'firma' then company_key end
                end,
                case when not $11::boolean and $10 = 'produkte' then product_count end,
                case when not $11::boolean then number_key end,
                case when not $11::boolean then number collate "C" end,
                case when $11::boolean then
                    case $10 when 'name' then name_key when 'vorname' then first_name_key when 'firma' then company_key end
                end desc,
                case when $11::boolean and $10 = 'produkte' then product_count end desc,
                case when $11::boolean then number_key end desc,
                case when $11::boolean then number collate "C" end desc
            limit $9::bigint offset (shown.page - 1) * $9::bigint
        ) as row on true
        "#,
        &query.search_words(),
        filters.number,
        filters.last_name,
        filters.first_name,
        filters.company,
        product_filter(filters.products),
        query.is_unfiltered(),
        i64::from(query.page.0),
        i64::from(query.rows.rows()),
        sort_column(query.sort),
        descending,
        tx.reseller()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;

    let (total, matched, page) = found
        .first()
        .map_or((0, 0, 1), |row| (row.total, row.matched, row.page));
    let rows = found.into_iter().filter_map(|row| {
        Some(CustomerRow {
            number: row.number?,
            last_name: row.last_name?,
            first_name: row.first_name?,
            company: row.company.unwrap_or_default(),
            products: count(row.product_count?),
            users: count(row.user_count?),
        })
    });
    Ok(ListPage {
        rows: rows.collect(),
        matched: count(matched),
        total: count(total),
        page: count(page),
    })
}

fn sort_column(column: SortColumn) -> &'static str {
    match column {
        SortColumn::Number => "nummer",
        SortColumn::LastName => "name",
        SortColumn::FirstName => "vorname",
        SortColumn::Company => "firma",
        SortColumn::Products => "produkte",
    }
}

fn product_filter(filter: ProductFilter) -> &'static str {
    match filter {
        ProductFilter::Any => "",
        ProductFilter::Without => "ohne",
        ProductFilter::With => "mit",
    }
}

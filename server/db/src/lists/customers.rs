//! The list of customers: one page by one statement, and all of them.

use domain::{
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCTS},
    list::{Direction, Gathered, ListKind, ListPage, ListQuery, Row},
    principal::Desk,
};

use super::{chosen, gathered, page_of, sort_word};
use crate::{Db, customers::count, error::Failure, tenant::TenantTx};

/// Sorted as [`ListQuery`] says. Every parameter is a constant when PostgreSQL plans (custom plans):
/// what a `case` does not choose is gone by then, and an index that has the order is used.
///
/// Unfiltered, nothing is counted: the number of customers is kept beside the list. The reseller is
/// named although row-level security adds it: its setting is then compared once and not per row.
pub(super) async fn page(db: &Db, desk: &Desk, query: &ListQuery) -> Result<ListPage, Failure> {
    let descending = query.direction == Direction::Descending;
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query_as!(
        Found,
        r#"
        with matching as not materialized (
            select number, last_name, first_name, company, product_count, user_count,
                number_key, name_key, first_name_key, company_key
            from customer
            where reseller_id = $12
                and search_key like all ($1::text[])
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
        &patterns(&query.search_words()),
        query.folded(NUMBER),
        query.folded(LAST_NAME),
        query.folded(FIRST_NAME),
        query.folded(COMPANY),
        chosen(query, PRODUCTS),
        query.is_unfiltered(),
        i64::from(query.page.0),
        i64::from(query.rows.rows()),
        sort_word(query),
        descending,
        tx.reseller()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;

    Ok(listed(found))
}

/// A row, with the size of the list beside it; where there is no row, the size alone.
pub(super) struct Found {
    pub(super) total: i32,
    pub(super) matched: i32,
    pub(super) page: i32,
    pub(super) number: Option<String>,
    pub(super) last_name: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) company: Option<String>,
    pub(super) product_count: Option<i32>,
    pub(super) user_count: Option<i32>,
}

pub(super) fn listed(found: Vec<Found>) -> ListPage {
    let size = found.first().map(|row| (row.total, row.matched, row.page));
    let rows = found.into_iter().filter_map(|row| {
        Some(Row(vec![
            row.number?.into(),
            row.last_name?.into(),
            row.first_name?.into(),
            row.company.unwrap_or_default().into(),
            count(row.product_count?).into(),
            count(row.user_count?).into(),
        ]))
    });
    page_of(rows.collect(), size)
}

pub(super) async fn rows(tx: &mut TenantTx) -> Result<Gathered, Failure> {
    let rows = sqlx::query!(
        r#"
        select number, last_name, first_name, coalesce(company, '') as "company!", product_count, user_count
        from customer
        where reseller_id = $1
        "#,
        tx.reseller()
    )
    .map(|row| {
        Row(vec![
            row.number.into(),
            row.last_name.into(),
            row.first_name.into(),
            row.company.into(),
            count(row.product_count).into(),
            count(row.user_count).into(),
        ])
    })
    .fetch(&mut **tx);
    gathered(ListKind::Customers, rows).await
}

/// What finds each of these words, wherever it stands.
fn patterns(words: &[String]) -> Vec<String> {
    words.iter().map(|word| pattern(word)).collect()
}

fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for character in word.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

//! The list of products: one page by one statement, and all of them.

mod stored;

use self::stored::Stored;
pub(super) use self::stored::rows;
use super::{chosen, page_of, sort_word};
use crate::{Db, error::Failure, tenant::TenantTx};
use domain::{
    list::{Direction, ListPage, ListQuery},
    principal::Desk,
    product_list::{
        BY_ASSIGNMENT, BY_CUSTOMER, BY_KIND, BY_NAME, BY_REFERENCE, BY_SINCE, BY_STATUS,
    },
};

/// Planned and sorted as the page of customers is; what of the customer is shown is searched too.
pub(super) async fn page(db: &Db, desk: &Desk, query: &ListQuery) -> Result<ListPage, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        with matching as not materialized (
            select product.id, product.kind, product.name, product.shop_article as article, product.contract,
                product.active, product.since, product.name_key, product.search_key,
                owner.number, owner.last_name, owner.first_name, owner.company,
                owner.name_key as owner_name_key, owner.first_name_key, owner.number_key
            from product
            left join customer as owner
                on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
            where product.reseller_id = $1
                and not exists (
                    select from unnest($2::text[]) as word
                    where strpos(product.search_key, word) = 0 and coalesce(strpos(owner.search_key, word), 0) = 0
                )
                and case $3::text
                    when 'anbieter' then product.kind = 'provider'
                    when 'reseller' then product.kind = 'reseller'
                    else true
                end
                and ($4 = '' or strpos(split_part(product.search_key, e'\n', 1), $4) > 0)
                and ($5 = '' or strpos(split_part(product.search_key, e'\n', 2), $5) > 0)
                and not exists (
                    select from unnest($6::text[]) as word where coalesce(strpos(owner.search_key, word), 0) = 0
                )
                and case $7::text when 'aktiv' then product.active when 'inaktiv' then not product.active else true end
                and (
                    $8 = ''
                    or strpos(to_char(product.since, 'YYYY-MM-DD') || e'\n' || to_char(product.since, 'DD.MM.YYYY'), $8) > 0
                )
                and case $9::text
                    when 'ohne' then product.customer_id is null
                    when 'mit' then product.customer_id is not null
                    else true
                end
        ), size as (
            select
                coalesce(max(size), 0) as total,
                case when $10::boolean then coalesce(max(size), 0) else (select count(*) from matching) end as matched
            from list_state
            where list = 'products'
        ), shown as (
            select
                total,
                matched,
                greatest(least($11::bigint, (matched + $12::bigint - 1) / $12::bigint), 1) as page
            from size
        )
        select
            shown.total::integer as "total!",
            shown.matched::integer as "matched!",
            shown.page::integer as "page!",
            row.id as "id?",
            row.kind as "kind?",
            row.name as "name?",
            row.article,
            row.contract,
            row.active as "active?",
            row.since as "since?",
            row.number as "number?",
            row.last_name as "last_name?",
            row.first_name as "first_name?",
            row.company as "company?"
        from shown
        left join lateral (
            select id, kind, name, article, contract, active, since, number, last_name, first_name, company
            from matching
            order by
                case $13 when 'kunde' then number is null when 'artikel' then split_part(search_key, e'\n', 2) = '' end,
                case when not $14::boolean then
                    case $13 when 'artikel' then split_part(search_key, e'\n', 2) when 'kunde' then owner_name_key end
                end,
                case when not $14::boolean and $13 = 'kunde' then first_name_key end,
                case when not $14::boolean and $13 = 'kunde' then number_key end,
                case when not $14::boolean and $13 = 'kunde' then number collate "C" end,
                case when not $14::boolean then
                    case $13 when 'typ' then (kind = 'reseller')::integer when 'status' then (not active)::integer end
                end,
                case when not $14::boolean and $13 = 'seit' then since end,
                case when not $14::boolean then name_key end,
                case when not $14::boolean then id end,
                case when $14::boolean then
                    case $13 when 'artikel' then split_part(search_key, e'\n', 2) when 'kunde' then owner_name_key end
                end desc,
                case when $14::boolean and $13 = 'kunde' then first_name_key end desc,
                case when $14::boolean and $13 = 'kunde' then number_key end desc,
                case when $14::boolean and $13 = 'kunde' then number collate "C" end desc,
                case when $14::boolean then
                    case $13 when 'typ' then (kind = 'reseller')::integer when 'status' then (not active)::integer end
                end desc,
                case when $14::boolean and $13 = 'seit' then since end desc,
                case when $14::boolean then name_key end desc,
                case when $14::boolean then id end desc
            limit $12::bigint offset (shown.page - 1) * $12::bigint
        ) as row on true
        "#,
        tx.reseller(),
        &query.search_words(),
        chosen(query, BY_KIND),
        query.folded(BY_NAME),
        query.folded(BY_REFERENCE),
        &query.words(BY_CUSTOMER),
        chosen(query, BY_STATUS),
        query.folded(BY_SINCE),
        chosen(query, BY_ASSIGNMENT),
        query.is_unfiltered(),
        i64::from(query.page.0),
        i64::from(query.rows.rows()),
        sort_word(query),
        query.direction == Direction::Descending
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;

    let size = found.first().map(|row| (row.total, row.matched, row.page));
    let rows = found.into_iter().filter_map(|row| {
        let stored = Stored {
            id: row.id?,
            kind: row.kind?,
            name: row.name?,
            article: row.article,
            contract: row.contract,
            active: row.active?,
            since: row.since?,
            number: row.number,
            last_name: row.last_name,
            first_name: row.first_name,
            company: row.company,
        };
        Some(stored.row())
    });
    Ok(page_of(rows.collect(), size))
}

//! The list of domains: one page by one statement, and all of them.

mod stored;

use self::stored::Stored;
pub(super) use self::stored::rows;
use super::{chosen, page_of, sort_word};
use crate::{Db, error::Failure, tenant::TenantTx};
use domain::{
    domain_list::{
        BY_ASSIGNMENT, BY_CONTRACT, BY_CUSTOMER, BY_NAME, BY_REGISTRAR, BY_STATE, BY_STATUS,
    },
    list::{Direction, ListPage, ListQuery},
    principal::Desk,
};

/// Planned and sorted as the page of customers is; what of the customer is shown is searched too.
pub(super) async fn page(db: &Db, desk: &Desk, query: &ListQuery) -> Result<ListPage, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        with matching as not materialized (
            select domain.id, domain.contract, domain.name, domain.urgency, domain.active, domain.registrar,
                domain.name_key, domain.search_key,
                owner.number, owner.last_name, owner.first_name, owner.company,
                owner.name_key as owner_name_key, owner.first_name_key, owner.number_key
            from domain
            left join customer as owner
                on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
            where domain.reseller_id = $1
                and not exists (
                    select from unnest($2::text[]) as word
                    where strpos(domain.search_key, word) = 0 and coalesce(strpos(owner.search_key, word), 0) = 0
                )
                and ($3 = '' or strpos(split_part(domain.search_key, e'\n', 2), $3) > 0)
                and ($4 = '' or strpos(split_part(domain.search_key, e'\n', 1), $4) > 0)
                and not exists (
                    select from unnest($5::text[]) as word where coalesce(strpos(owner.search_key, word), 0) = 0
                )
                and case $6::text
                    when 'handeln' then domain.urgency < 40000000
                    when 'ok' then domain.urgency / 10000000 in (4, 7)
                    when 'unbekannt' then domain.urgency / 10000000 in (5, 6)
                    else true
                end
                and case $7::text when 'aktiv' then domain.active when 'inaktiv' then not domain.active else true end
                and ($8 = '' or strpos(split_part(domain.search_key, e'\n', 3), $8) > 0)
                and case $9::text
                    when 'ohne' then domain.customer_id is null
                    when 'mit' then domain.customer_id is not null
                    else true
                end
        ), size as (
            select
                coalesce(max(size), 0) as total,
                case when $10::boolean then coalesce(max(size), 0) else (select count(*) from matching) end as matched
            from list_state
            where list = 'domains'
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
            row.contract as "contract?",
            row.name as "name?",
            row.urgency as "urgency?",
            row.active as "active?",
            row.registrar as "registrar?",
            row.number as "number?",
            row.last_name as "last_name?",
            row.first_name as "first_name?",
            row.company as "company?"
        from shown
        left join lateral (
            select id, contract, name, urgency, active, registrar, number, last_name, first_name, company
            from matching
            order by
                case when $13 = 'kunde' then number is null end,
                case when not $14::boolean then
                    case $13
                        when 'vertrag' then split_part(search_key, e'\n', 2)
                        when 'registrar' then split_part(search_key, e'\n', 3)
                        when 'kunde' then owner_name_key
                    end
                end,
                case when not $14::boolean and $13 = 'kunde' then first_name_key end,
                case when not $14::boolean and $13 = 'kunde' then number_key end,
                case when not $14::boolean and $13 = 'kunde' then number collate "C" end,
                case when not $14::boolean then
                    case $13 when 'zustand' then urgency when 'status' then (not active)::integer end
                end,
                case when not $14::boolean then name_key end,
                case when not $14::boolean then id end,
                case when $14::boolean then
                    case $13
                        when 'vertrag' then split_part(search_key, e'\n', 2)
                        when 'registrar' then split_part(search_key, e'\n', 3)
                        when 'kunde' then owner_name_key
                    end
                end desc,
                case when $14::boolean and $13 = 'kunde' then first_name_key end desc,
                case when $14::boolean and $13 = 'kunde' then number_key end desc,
                case when $14::boolean and $13 = 'kunde' then number collate "C" end desc,
                case when $14::boolean then
                    case $13 when 'zustand' then urgency when 'status' then (not active)::integer end
                end desc,
                case when $14::boolean then name_key end desc,
                case when $14::boolean then id end desc
            limit $12::bigint offset (shown.page - 1) * $12::bigint
        ) as row on true
        "#,
        tx.reseller(),
        &query.search_words(),
        query.folded(BY_CONTRACT),
        query.folded(BY_NAME),
        &query.words(BY_CUSTOMER),
        chosen(query, BY_STATE),
        chosen(query, BY_STATUS),
        query.folded(BY_REGISTRAR),
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
            contract: row.contract?,
            name: row.name?,
            urgency: row.urgency?,
            active: row.active?,
            registrar: row.registrar?,
            number: row.number,
            last_name: row.last_name,
            first_name: row.first_name,
            company: row.company,
        };
        Some(stored.row())
    });
    Ok(page_of(rows.collect(), size))
}

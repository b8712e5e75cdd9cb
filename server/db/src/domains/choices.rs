//! Which domains a customer could be given.

use domain::{
    domain_record::DomainChoice,
    keys::fold_for_search,
    principal::Desk,
    values::{CustomerId, DomainId},
};

use super::{shown, stored_domain::owner};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Words of a search that count, and characters of each.
const MOST_WORDS: usize = 10;

pub(super) async fn choices(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    search: &str,
    most: u32,
) -> Result<Vec<DomainChoice>, Failure> {
    let words: Vec<String> = search
        .split_whitespace()
        .take(MOST_WORDS)
        .map(fold_for_search)
        .collect();
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        select domain.id, domain.name, domain.contract,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from domain
        left join customer as owner
            on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.reseller_id = $4
            and domain.customer_id is distinct from $1
            and not exists (select from unnest($2::text[]) as word where strpos(domain.search_key, word) = 0)
        order by domain.customer_id is not null, domain.name_key, domain.name
        limit $3
        "#,
        customer.uuid(),
        &words,
        i64::from(most),
        tx.reseller()
    )
    .map(|row| DomainChoice {
        id: DomainId::from_uuid(row.id),
        shown_name: shown(&row.name),
        contract: row.contract,
        owner: owner(row.owner_id, row.owner_number, row.owner_last_name),
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}

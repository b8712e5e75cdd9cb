//! Which products a customer could be given.

use domain::{
    keys::{fold_for_search, product_reference},
    principal::Desk,
    product_record::ProductChoice,
    values::{CustomerId, ProductId},
};

use crate::{Db, domains::owner, error::Failure, stored, tenant::TenantTx};

/// Words of a search that count.
const MOST_WORDS: usize = 10;

pub(super) async fn choices(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    search: &str,
    most: u32,
) -> Result<Vec<ProductChoice>, Failure> {
    let words: Vec<String> = search
        .split_whitespace()
        .take(MOST_WORDS)
        .map(fold_for_search)
        .collect();
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        select product.id, product.kind, product.name,
            article.number || ' ' || article.name as article, product.contract,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from product
        left join shop_article as article on article.number = product.shop_article
        left join customer as owner
            on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        where product.reseller_id = $4
            and product.customer_id is distinct from $1
            and not exists (select from unnest($2::text[]) as word where strpos(product.search_key, word) = 0)
        order by product.customer_id is not null, product.name_key, product.id
        limit $3
        "#,
        customer.uuid(),
        &words,
        i64::from(most),
        tx.reseller()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    found
        .into_iter()
        .map(|row| {
            Ok(ProductChoice {
                id: ProductId::from_uuid(row.id),
                kind: stored::product_kind(&row.kind)?,
                name: row.name,
                reference: product_reference(row.article.as_deref(), row.contract.as_deref()),
                owner: owner(row.owner_id, row.owner_number, row.owner_last_name),
            })
        })
        .collect()
}

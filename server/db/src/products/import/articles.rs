//! The provider's catalogue.

use std::collections::BTreeMap;

use super::{Article, Imported};
use crate::{Db, error::Failure};

/// In the role of the tables' owner: whoever works for a reseller only reads the catalogue.
pub(super) async fn import(db: &Db, articles: &[Article]) -> Result<Imported, Failure> {
    let last: BTreeMap<&str, &str> = articles
        .iter()
        .map(|article| (article.number.as_str(), article.name.as_str()))
        .collect();
    let (numbers, names): (Vec<String>, Vec<String>) = last
        .into_iter()
        .map(|(number, name)| (number.to_owned(), name.to_owned()))
        .unzip();
    let mut tx = db.tenants.begin().await?;
    sqlx::raw_sql("set local role none; set local statement_timeout = '120s'")
        .execute(&mut *tx)
        .await?;
    let stored = sqlx::query!(
        r#"
        with given as (
            select number, name from unnest($1::text[], $2::text[]) as given (number, name)
        ), known as (
            select given.number, article.name is distinct from given.name as is_renamed
            from given
            join shop_article as article on article.number = given.number
        ), stored as (
            insert into shop_article (number, name)
            select number, name from given
            on conflict on constraint shop_article_pkey do update
            set name = excluded.name
            where shop_article.name <> excluded.name
        )
        select (select count(*) from given)::integer as "all!", count(*)::integer as "known!",
            (count(*) filter (where is_renamed))::integer as "renamed!"
        from known
        "#,
        &numbers,
        &names
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    let count = crate::customers::count;
    Ok(Imported {
        created: count(stored.all - stored.known),
        changed: count(stored.renamed),
        unchanged: count(stored.known - stored.renamed),
    })
}

//! Keys of rows that were stored before the program wrote any.

use domain::keys::{domain_keys, product_keys};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::domains::shown;

/// Writes the keys that are missing, reseller by reseller: nobody sees the rows of all.
pub(super) async fn fill(connection: &mut PgConnection) -> sqlx::Result<()> {
    let mut tx = connection.begin().await?;
    sqlx::raw_sql("set local role mkm_auth")
        .execute(&mut *tx)
        .await?;
    let resellers = sqlx::query_scalar!("select id from reseller")
        .fetch_all(&mut *tx)
        .await?;
    sqlx::raw_sql("set local role mkm_app")
        .execute(&mut *tx)
        .await?;
    for reseller in resellers {
        sqlx::query_scalar!(
            "select set_config('app.reseller_id', $1, true)",
            reseller.to_string()
        )
        .fetch_one(&mut *tx)
        .await?;
        of_domains(&mut tx, reseller).await?;
        of_products(&mut tx, reseller).await?;
    }
    tx.commit().await
}

async fn of_domains(connection: &mut PgConnection, reseller: Uuid) -> sqlx::Result<()> {
    let rows = sqlx::query!(
        "select id, name, contract, registrar from domain where reseller_id = $1 and name_key = ''",
        reseller
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut keys = Keys::default();
    for row in rows {
        let made = domain_keys(&shown(&row.name), &row.contract, &row.registrar);
        keys.push(row.id, made.name, made.search);
    }
    if keys.ids.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update domain set name_key = made.name_key, search_key = made.search_key
         from unnest($2::uuid[], $3::text[], $4::text[]) as made (id, name_key, search_key)
         where domain.reseller_id = $1 and domain.id = made.id",
        reseller,
        &keys.ids,
        &keys.names,
        &keys.searches
    )
    .execute(&mut *connection)
    .await?;
    Ok(())
}

async fn of_products(connection: &mut PgConnection, reseller: Uuid) -> sqlx::Result<()> {
    let rows = sqlx::query!(
        "select id, name, shop_article, contract from product where reseller_id = $1 and name_key = ''",
        reseller
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut keys = Keys::default();
    for row in rows {
        let made = product_keys(
            &row.name,
            row.shop_article.as_deref(),
            row.contract.as_deref(),
        );
        keys.push(row.id, made.name, made.search);
    }
    if keys.ids.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update product set name_key = made.name_key, search_key = made.search_key
         from unnest($2::uuid[], $3::text[], $4::text[]) as made (id, name_key, search_key)
         where product.reseller_id = $1 and product.id = made.id",
        reseller,
        &keys.ids,
        &keys.names,
        &keys.searches
    )
    .execute(&mut *connection)
    .await?;
    Ok(())
}

/// Keys as columns, ready to be stored.
#[derive(Default)]
struct Keys {
    ids: Vec<Uuid>,
    names: Vec<String>,
    searches: Vec<String>,
}

impl Keys {
    fn push(&mut self, id: Uuid, name: String, search: String) {
        self.ids.push(id);
        self.names.push(name);
        self.searches.push(search);
    }
}

//! The whole list, for the browser.

use domain::{
    customer::CustomerRow, customer_list::CustomerColumns, ports::WholeList, principal::Desk,
    values::ListVersion,
};

use super::count;
use crate::{
    Db,
    error::{Failure, internal},
    tenant::TenantTx,
};

/// Version and rows are of the same snapshot.
pub(super) async fn whole(
    db: &Db,
    desk: &Desk,
    known: Option<ListVersion>,
) -> Result<WholeList, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let version = sqlx::query_scalar!("select version from customer_list_state")
        .fetch_optional(&mut *tx)
        .await?;
    // Without a first customer there is no state.
    let version = ListVersion(version.unwrap_or(0));
    if known == Some(version) {
        tx.commit().await?;
        return Ok(WholeList::Unchanged);
    }
    let rows = rows(&mut tx).await?;
    tx.commit().await?;
    // Some ten milliseconds for 100,000 rows: too long for a thread that others wait for.
    let columns = tokio::task::spawn_blocking(|| CustomerColumns::from_rows(rows))
        .await
        .map_err(|fault| internal(&fault))?;
    Ok(WholeList::Changed { version, columns })
}

async fn rows(tx: &mut TenantTx) -> Result<Vec<CustomerRow>, Failure> {
    let rows = sqlx::query!(
        r#"
        select number, last_name, first_name, coalesce(company, '') as "company!", product_count, user_count
        from customer
        where reseller_id = $1
        "#,
        tx.reseller()
    )
    .map(|row| CustomerRow {
        number: row.number,
        last_name: row.last_name,
        first_name: row.first_name,
        company: row.company,
        products: count(row.product_count),
        users: count(row.user_count),
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows)
}

//! A whole list, for the browser.

use std::{sync::Arc, time::Instant};

use domain::{
    list::{Columns, ListKind},
    ports::WholeList,
    principal::Desk,
    values::ListVersion,
};

use super::{customers, domains, products};
use crate::{
    Db,
    error::{Failure, internal},
    tenant::TenantTx,
};

/// Version and rows are of the same snapshot.
pub(super) async fn whole(
    db: &Db,
    desk: &Desk,
    kind: ListKind,
    known: Option<ListVersion>,
) -> Result<WholeList, Failure> {
    let began = Instant::now();
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let version = version(&mut tx, kind).await?;
    if known == Some(version) {
        tx.commit().await?;
        return Ok(WholeList::Unchanged);
    }
    if let Some(columns) = db.kept.list(desk, kind, version) {
        tx.commit().await?;
        return Ok(WholeList::Changed { version, columns });
    }
    let rows = match kind {
        ListKind::Customers => customers::rows(&mut tx).await?,
        ListKind::Domains => domains::rows(&mut tx).await?,
        ListKind::Products => products::rows(&mut tx).await?,
    };
    tx.commit().await?;
    // Some ten milliseconds for 100,000 rows: too long for a thread that others wait for.
    let columns = tokio::task::spawn_blocking(move || Columns::from_rows(kind, rows))
        .await
        .map_err(|fault| internal(&fault))?;
    let columns = Arc::new(columns);
    db.kept.keep(desk, kind, version, &columns, began.elapsed());
    Ok(WholeList::Changed { version, columns })
}

/// Without a first row there is no state. Domains and products show their customers: their version
/// is the sum of two that both only grow, so that it grows with either.
pub(super) async fn version(tx: &mut TenantTx, kind: ListKind) -> Result<ListVersion, Failure> {
    let list = match kind {
        ListKind::Customers => "",
        ListKind::Domains => "domains",
        ListKind::Products => "products",
    };
    let version = sqlx::query_scalar!(
        r#"
        select coalesce((select version from customer_list_state), 0)
            + coalesce((select version from list_state where list = $1), 0) as "version!"
        "#,
        list
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(ListVersion(version))
}

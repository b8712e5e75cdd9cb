//! A whole list, for the browser.

use std::{sync::Arc, time::Instant};

use domain::{list::ListKind, ports::WholeList, principal::Desk, values::ListVersion};

use super::{aside, customers, domains, products};
use crate::{Db, error::Failure, tenant::TenantTx};

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
    let columns = Arc::new(aside(|| rows.into_columns()).await?);
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

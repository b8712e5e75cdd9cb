//! The newest entries about one customer.

use domain::{
    audit_log::{HISTORY, LogEntry},
    principal::Desk,
    values::CustomerId,
};

use super::{Stored, entries};
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn history(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
) -> Result<Vec<LogEntry>, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let stored = sqlx::query_as!(
        Stored,
        r#"
        select
            entry.id, entry.at, entry.at at time zone 'Europe/Berlin' as "local!",
            entry.actor_account, entry.kind, entry.object_id, entry.before, entry.after,
            coalesce(nullif(btrim(account.first_name || ' ' || account.last_name), ''), account.user_name) as "actor_name?",
            account.role = 'portal' as "actor_portal?"
        from (
            select *
            from audit_entry
            where reseller_id = $1
                and (object_id = $2 or customer_before = $2::text or customer_after = $2::text)
            order by at desc, id desc
            limit $3
        ) as entry
        left join account on account.reseller_id = $1 and account.id = entry.actor_account
        order by entry.at desc, entry.id desc
        "#,
        tx.reseller(),
        customer.uuid(),
        i64::from(HISTORY)
    )
    .fetch_all(&mut *tx)
    .await?;
    let entries = entries(&mut tx, stored).await?;
    tx.commit().await?;
    Ok(entries)
}

//! The chain of the audit log. Its newest links can be taken away together with their entries without
//! breaking it: whoever fears that notes their number elsewhere (it is what this check looked at).

use sqlx::PgConnection;

use super::{Check, FaultKind, Finding, counted, faults};

pub(super) async fn check(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let changed = changed(connection).await?;
    let unsealed = unsealed(connection).await?;
    let gone = gone(connection).await?;
    let gaps = gaps(connection).await?;
    let looked_at = sqlx::query_scalar!("select count(*) from audit_link")
        .fetch_one(connection)
        .await?;
    Ok(Finding {
        check: Check::AuditChain,
        looked_at: counted(looked_at),
        faults: faults(FaultKind::EntryChanged, changed)
            .chain(faults(FaultKind::EntryUnsealed, unsealed))
            .chain(faults(FaultKind::EntryGone, gone))
            .chain(faults(FaultKind::LinkGone, gaps))
            .collect(),
    })
}

async fn changed(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('audit_entry %s/%s', chain.reseller_id, chain.entry_id) as "place!"
        from (
            select reseller_id, number, entry_id, hash,
                coalesce(lag(hash) over (partition by reseller_id order by number), '') as previous
            from audit_link
        ) as chain
        join audit_entry as entry on entry.reseller_id = chain.reseller_id and entry.id = chain.entry_id
        where audit_digest(chain.previous, entry) <> chain.hash
        order by chain.reseller_id, chain.number
        "#
    )
    .fetch_all(connection)
    .await
}

async fn unsealed(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('audit_entry %s/%s', reseller_id, id) as "place!"
        from audit_entry
        where not exists (
            select from audit_link
            where audit_link.reseller_id = audit_entry.reseller_id and entry_id = audit_entry.id
        )
        order by reseller_id, at, id
        "#
    )
    .fetch_all(connection)
    .await
}

async fn gone(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('audit_link %s/%s', reseller_id, number) as "place!"
        from audit_link
        where not exists (
            select from audit_entry
            where audit_entry.reseller_id = audit_link.reseller_id and id = entry_id
        )
        order by reseller_id, number
        "#
    )
    .fetch_all(connection)
    .await
}

async fn gaps(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('audit_link %s/%s', reseller_id, number) as "place!"
        from (
            select reseller_id, number,
                coalesce(lag(number) over (partition by reseller_id order by number), 0) as previous
            from audit_link
        ) as chain
        where number <> previous + 1
        order by reseller_id, number
        "#
    )
    .fetch_all(connection)
    .await
}

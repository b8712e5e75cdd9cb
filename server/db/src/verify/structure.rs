//! What the catalogue of PostgreSQL says of the tables.

use sqlx::PgConnection;

use super::{Check, FaultKind, Finding, faults};
use crate::catalogue::{
    FOREIGN_KEYS, FOREIGN_KEYS_WITHOUT_RESELLER, GLOBAL_KEYS, HALF_POLICIES, KEYS,
    KEYS_WITHOUT_RESELLER, LOOSE_POLICIES, NOT_VALIDATED, OPEN, OWNERS_FUNCTIONS,
    OWNERS_FUNCTIONS_FOUND, POLICIES, TABLES, TRIGGERS, TRIGGERS_OFF, UNGUARDED,
    WITHOUT_FORCED_ROW_SECURITY, WITHOUT_POLICY,
};

async fn names(connection: &mut PgConnection, sql: &'static str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(sql).fetch_all(connection).await
}

/// The names that no exception lists.
async fn names_but(
    connection: &mut PgConnection,
    sql: &'static str,
    exceptions: &[&str],
) -> sqlx::Result<Vec<String>> {
    let mut found = names(connection, sql).await?;
    found.retain(|name| !exceptions.contains(&name.as_str()));
    Ok(found)
}

fn size(found: &[String]) -> u64 {
    u64::try_from(found.len()).unwrap_or(u64::MAX)
}

pub(super) async fn row_security(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let open = names_but(connection, WITHOUT_FORCED_ROW_SECURITY, OPEN).await?;
    Ok(Finding {
        check: Check::RowSecurity,
        looked_at: size(&names(connection, TABLES).await?),
        faults: faults(FaultKind::RowSecurityNotForced, open).collect(),
    })
}

pub(super) async fn policies(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let mut missing = names_but(connection, WITHOUT_POLICY, OPEN).await?;
    missing.extend(names_but(connection, UNGUARDED, OPEN).await?);
    missing.sort();
    missing.dedup();
    let half = names(connection, HALF_POLICIES).await?;
    let loose = names(connection, LOOSE_POLICIES).await?;
    Ok(Finding {
        check: Check::Policies,
        looked_at: size(&names(connection, POLICIES).await?),
        faults: faults(FaultKind::PolicyMissing, missing)
            .chain(faults(FaultKind::PolicyHalf, half))
            .chain(faults(FaultKind::PolicyLoose, loose))
            .collect(),
    })
}

pub(super) async fn keys(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let keys = names_but(connection, KEYS_WITHOUT_RESELLER, GLOBAL_KEYS).await?;
    let foreign = names(connection, FOREIGN_KEYS_WITHOUT_RESELLER).await?;
    let looked_at =
        size(&names(connection, KEYS).await?) + size(&names(connection, FOREIGN_KEYS).await?);
    Ok(Finding {
        check: Check::Keys,
        looked_at,
        faults: faults(FaultKind::KeyWithoutReseller, keys)
            .chain(faults(FaultKind::ForeignKeyWithoutReseller, foreign))
            .collect(),
    })
}

pub(super) async fn guards(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let off = names(connection, TRIGGERS_OFF).await?;
    let not_validated = names(connection, NOT_VALIDATED).await?;
    let functions = names_but(connection, OWNERS_FUNCTIONS_FOUND, OWNERS_FUNCTIONS).await?;
    Ok(Finding {
        check: Check::Guards,
        looked_at: size(&names(connection, TRIGGERS).await?),
        faults: faults(FaultKind::TriggerOff, off)
            .chain(faults(FaultKind::NotValidated, not_validated))
            .chain(faults(FaultKind::UnknownOwnersFunction, functions))
            .collect(),
    })
}

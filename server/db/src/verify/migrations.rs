//! The migrations that were applied are those of this program.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use super::{Check, Fault, FaultKind, Finding};
use crate::MIGRATOR;

pub(super) async fn check(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let applied =
        sqlx::query!("select version, success, checksum from _sqlx_migrations order by version")
            .fetch_all(connection)
            .await?;
    let mut known: BTreeMap<i64, &[u8]> = MIGRATOR
        .iter()
        .map(|migration| (migration.version, migration.checksum.as_ref()))
        .collect();
    let looked_at = u64::try_from(applied.len()).unwrap_or(0);
    let mut faults = Vec::new();
    for row in applied {
        let kind = match known.remove(&row.version) {
            None => FaultKind::MigrationUnknown,
            Some(_) if !row.success => FaultKind::MigrationUnfinished,
            Some(checksum) if checksum != row.checksum => FaultKind::MigrationChanged,
            Some(_) => continue,
        };
        faults.push(Fault::new(kind, row.version.to_string()));
    }
    let missing = known.into_keys();
    faults.extend(
        missing.map(|version| Fault::new(FaultKind::MigrationMissing, version.to_string())),
    );
    Ok(Finding {
        check: Check::Migrations,
        looked_at,
        faults,
    })
}

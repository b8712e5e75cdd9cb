//! What the constraints say, asked of the rows: whoever switches triggers off, or restores rows without
//! them, can store what no constraint lets through.

use sqlx::{AssertSqlSafe, PgConnection};

use super::{Check, Fault, FaultKind, Finding, counted};

/// For each foreign key the statement that counts the rows which refer to nothing.
const REFERENCES: &str = "
    select conname::text, format(
        'select count(*) from %s as child where %s and not exists (select from %s as parent where %s)',
        conrelid::regclass, string_agg(format('child.%I is not null', own.attname), ' and '),
        confrelid::regclass, string_agg(format('parent.%I = child.%I', other.attname, own.attname), ' and ')
    )
    from pg_constraint
    cross join unnest(conkey, confkey) as pair (own_column, other_column)
    join pg_attribute as own on own.attrelid = conrelid and own.attnum = own_column
    join pg_attribute as other on other.attrelid = confrelid and other.attnum = other_column
    where contype = 'f' and connamespace = 'public'::regnamespace
    group by conname, conrelid, confrelid
    order by 1";

/// For each condition the statement that counts the rows which it does not hold for.
const CONDITIONS: &str = "
    select conname::text,
        format('select count(*) from %s where not (%s)', conrelid::regclass, pg_get_expr(conbin, conrelid))
    from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace
    order by 1";

pub(super) async fn references(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    ask(
        connection,
        REFERENCES,
        Check::References,
        FaultKind::ReferenceDangling,
    )
    .await
}

pub(super) async fn conditions(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    ask(
        connection,
        CONDITIONS,
        Check::Conditions,
        FaultKind::ConditionBroken,
    )
    .await
}

async fn ask(
    connection: &mut PgConnection,
    statements: &'static str,
    check: Check,
    kind: FaultKind,
) -> sqlx::Result<Finding> {
    let statements: Vec<(String, String)> = sqlx::query_as(statements)
        .fetch_all(&mut *connection)
        .await?;
    let looked_at = u64::try_from(statements.len()).unwrap_or(0);
    let mut faults = Vec::new();
    for (name, statement) in statements {
        // Made by PostgreSQL itself of its own catalogue.
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(statement))
            .fetch_one(&mut *connection)
            .await?;
        if rows > 0 {
            let rows = counted(Some(rows));
            faults.push(Fault::new(kind, format!("{name} ({rows})")));
        }
    }
    Ok(Finding {
        check,
        looked_at,
        faults,
    })
}

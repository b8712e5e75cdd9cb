//! The statements that took longest, where PostgreSQL counts along (`pg_stat_statements`).

use sqlx::AssertSqlSafe;

use crate::{Db, error::Failure};

/// How many are shown.
const SHOWN: usize = 10;

/// A statement as PostgreSQL sums it up, with its values left out.
#[derive(Debug, Clone, PartialEq)]
pub struct SlowStatement {
    /// On one line.
    pub text: String,
    pub calls: u64,
    /// In milliseconds.
    pub mean: f64,
    /// In milliseconds.
    pub total: f64,
}

/// A role sees the text of its own statements only, so each is asked.
pub(super) async fn slow(db: &Db) -> Result<Option<Vec<SlowStatement>>, Failure> {
    let mut tx = db.auth.begin().await?;
    let schema: Option<String> = sqlx::query_scalar!(
        r#"
        select quote_ident(nspname) as "schema!"
        from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
        where extname = 'pg_stat_statements'
        "#
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(schema) = schema else {
        return Ok(None);
    };
    let mut found = Vec::new();
    for role in ["none", "mkm_app", "mkm_auth"] {
        let become_role = format!("set local role {role}");
        sqlx::raw_sql(AssertSqlSafe(become_role))
            .execute(&mut *tx)
            .await?;
        // The name of the schema is quoted, and there is nothing else in it that varies.
        let statement = format!(
            "select regexp_replace(query, '\\s+', ' ', 'g'), calls, mean_exec_time, total_exec_time
             from {schema}.pg_stat_statements as statement
             join pg_roles on pg_roles.oid = statement.userid
             join pg_database on pg_database.oid = statement.dbid
             where rolname = current_user and datname = current_database()
             order by mean_exec_time desc limit 10"
        );
        let rows: sqlx::Result<Vec<(String, i64, f64, f64)>> =
            sqlx::query_as(AssertSqlSafe(statement))
                .fetch_all(&mut *tx)
                .await;
        // The extension can be there without the library that it needs.
        let Ok(rows) = rows else {
            return Ok(None);
        };
        found.extend(
            rows.into_iter()
                .map(|(text, calls, mean, total)| SlowStatement {
                    text,
                    calls: super::whole(calls),
                    mean,
                    total,
                }),
        );
    }
    found.sort_by(|one, other| other.mean.total_cmp(&one.mean));
    found.truncate(SHOWN);
    Ok(Some(found))
}

//! What PostgreSQL would do.

use db::catalogue::{GLOBAL_KEYS, OPEN, SHARED};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

use super::statements::Statement;

/// Whoever may run a statement, those with the fewest rights first.
const ROLES: [&str; 3] = ["mkm_app", "mkm_auth", "mkm_owner"];

/// A table of some pages is read whole in less time than an index takes; PostgreSQL counts one for each page.
const SMALL: f64 = 100.0;

/// Beside what [`db::catalogue`] says: the key of a reseller, and the keys of tables that belong to none.
const OTHER_KEYS: &[&str] = &[
    "reseller_pkey",
    "reseller_number_key",
    "_sqlx_migrations_pkey",
];

/// The plan of one statement for whatever its parameters will be: its outermost node.
#[derive(Debug)]
pub struct Plan(pub Value);

impl Plan {
    /// In the role that the statement is for.
    pub async fn of(connection: &mut PgConnection, statement: &Statement) -> Self {
        for role in ROLES {
            if let Some(plan) = Self::in_role(connection, role, statement).await {
                return plan;
            }
        }
        panic!("nobody may run {}", statement.text)
    }

    /// None where the role may not run it.
    async fn in_role(
        connection: &mut PgConnection,
        role: &str,
        statement: &Statement,
    ) -> Option<Self> {
        let mut transaction = connection.begin().await.unwrap();
        let nulls = vec!["null"; statement.parameters].join(", ");
        let arguments = if nulls.is_empty() {
            nulls
        } else {
            format!("({nulls})")
        };
        let prepare = format!(
            "set local role {role}; prepare planned as {}",
            statement.text
        );
        transaction.execute(AssertSqlSafe(prepare)).await.unwrap();
        let explain = format!("explain (format json) execute planned{arguments}");
        let answer = sqlx::query_scalar(AssertSqlSafe(explain))
            .persistent(false)
            .fetch_one(&mut *transaction)
            .await;
        transaction.rollback().await.unwrap();
        connection.execute("deallocate planned").await.unwrap();
        match answer {
            Ok(Value::Array(mut plans)) => Some(Self(plans[0]["Plan"].take())),
            Ok(other) => panic!("{other} is no plan of {}", statement.text),
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("42501") => None,
            Err(error) => panic!("{error}: {}", statement.text),
        }
    }

    /// The ways to rows that do not go by the reseller, as sentences.
    pub fn foreign_scans(&self) -> impl Iterator<Item = String> {
        let mut nodes = Vec::new();
        collect(&self.0, &mut nodes);
        nodes.into_iter().filter_map(foreign)
    }
}

fn collect<'a>(node: &'a Value, nodes: &mut Vec<&'a Value>) {
    nodes.push(node);
    for child in node["Plans"].as_array().into_iter().flatten() {
        collect(child, nodes);
    }
}

fn text<'a>(node: &'a Value, key: &str) -> &'a str {
    node[key].as_str().unwrap_or_default()
}

fn foreign(node: &Value) -> Option<String> {
    let relation = text(node, "Relation Name");
    let (kind, index) = (text(node, "Node Type"), text(node, "Index Name"));
    let condition = text(node, "Index Cond");
    let is_fine = match kind {
        "Seq Scan" => node["Total Cost"].as_f64().unwrap() < SMALL,
        "Tid Scan" | "Sample Scan" => false,
        "Index Scan" | "Index Only Scan" | "Bitmap Index Scan" => {
            condition.contains("reseller_id = ")
                || is_known_before_a_reseller(index) && condition.contains(" = ")
        }
        // It fetches what its bitmap found.
        _ => true,
    } || OPEN.contains(&relation);
    let cost = &node["Total Cost"];
    (!is_fine).then(|| format!("{kind} of {relation} by {index} where {condition} ({cost})"))
}

/// The index leads to one row, or to those of one account.
fn is_known_before_a_reseller(index: &str) -> bool {
    GLOBAL_KEYS.contains(&index)
        || OTHER_KEYS.contains(&index)
        || SHARED.iter().any(|table| index.starts_with(table))
}

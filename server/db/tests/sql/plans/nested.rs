//! What triggers and references do on behalf of a statement. No statement of the program names it, so
//! PostgreSQL is made to tell (its module `auto_explain`).

use std::collections::BTreeSet;

use domain::values::ResellerId;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, postgres::PgConnectOptions};

use super::{notices::Notices, plan::Plan};
use crate::stage::superuser;

/// Whoever may change something.
const ROLES: [&str; 2] = ["mkm_app", "mkm_auth"];

const TELL: &str = "
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on;
    set auto_explain.log_timing = off;
    set auto_explain.log_triggers = on;
    set auto_explain.log_format = json;
    set auto_explain.log_level = notice;
    set plan_cache_mode = force_generic_plan;
";

/// A row like one that is there: the table, and what is different.
type Like = (&'static str, &'static [(&'static str, &'static str)]);

const NEW: &[Like] = &[
    (
        "customer",
        &[("id", "gen_random_uuid()"), ("number", "'N-99999'")],
    ),
    ("product", &[("id", "gen_random_uuid()")]),
    (
        "domain",
        &[("id", "gen_random_uuid()"), ("name", "'neu.example'")],
    ),
    (
        "account",
        &[("id", "gen_random_uuid()"), ("user_name", "'neu'")],
    ),
    ("session", &[("id_hash", "sha256('neu')")]),
    ("one_time_token", &[("hash", "sha256('neu')")]),
    (
        "outgoing_mail",
        &[
            ("id", "gen_random_uuid()"),
            ("state", "'sent'"),
            ("done_at", "now()"),
        ],
    ),
    (
        "passkey",
        &[
            ("id", "gen_random_uuid()"),
            ("credential_id", "sha256('neu')"),
        ],
    ),
    ("audit_entry", &[("id", "gen_random_uuid()")]),
];

/// Everything else that sets off a trigger, or asks whether a reference holds.
const CHANGES: &[&str] = &[
    "update customer set company = 'Neu' where id in (select id from customer limit 2)",
    "update product set customer_id = null where id in (select id from product where customer_id is not null limit 1)",
    "update product set customer_id = (select id from customer limit 1) where id in (select id from product limit 2)",
    "delete from product where id in (select id from product limit 2)",
    "update domain set active = not active where id in (select id from domain limit 2)",
    "update domain set customer_id = (select id from customer limit 1) where id in (select id from domain limit 2)",
    "delete from domain where id in (select id from domain limit 2)",
    "insert into customer_account (reseller_id, customer_id, account_id)
     select reseller_id, (select id from customer where user_count = 0 limit 1), account_id from customer_account limit 1",
    "delete from customer_account where account_id in (select account_id from customer_account limit 1)",
    "delete from customer where id in (select id from customer where product_count = 0 and user_count = 0 limit 2)",
    "delete from account where id in (select id from account where role = 'staff' limit 1)",
    "update totp_factor set confirmed_at = now() where account_id in (select account_id from totp_factor limit 1)",
    "delete from totp_factor where account_id in (select account_id from totp_factor limit 1)",
    "delete from passkey where account_id in (select account_id from passkey limit 1)",
];

/// Triggers on changes that nobody may make.
const NEVER_SET_OFF: &[&str] = &["count_updated_users"];

/// What PostgreSQL told of one statement, be it asked by the program or by another statement.
pub struct Told {
    text: String,
    /// None of a change itself: it is written here and not by the program.
    plan: Option<Plan>,
    triggers: Vec<Value>,
}

impl Told {
    /// None where something else was said.
    fn of(notice: &str, change: &str) -> Option<Self> {
        let (_, json) = notice.split_once("plan:")?;
        let mut told: Value = serde_json::from_str(json).unwrap();
        let triggers = match told["Triggers"].take() {
            Value::Array(triggers) => triggers,
            _ => Vec::new(),
        };
        let text = told["Query Text"].as_str().unwrap().to_owned();
        Some(Self {
            plan: (text != change).then(|| Plan(told["Plan"].take())),
            text,
            triggers,
        })
    }

    pub fn faults(&self) -> impl Iterator<Item = String> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let scans = self.plan.iter().flat_map(Plan::foreign_scans);
        scans.map(move |scan| format!("{scan}\n    {text}"))
    }

    fn trigger_names(&self) -> impl Iterator<Item = String> {
        let name = |trigger: &Value| trigger["Trigger Name"].as_str().map(str::to_owned);
        self.triggers.iter().filter_map(name)
    }
}

/// Asks as the program does on behalf of one reseller, and is told what comes of it.
pub async fn telling(options: &PgConnectOptions, reseller: ResellerId) -> PgConnection {
    let mut connection = superuser(options).await;
    connection.execute(TELL).await.unwrap();
    let reseller = format!("set app.reseller_id = '{reseller}'");
    connection.execute(AssertSqlSafe(reseller)).await.unwrap();
    connection
}

/// What the changes do and what they set off.
pub async fn plans_of_all_changes(connection: &mut PgConnection) -> Vec<Told> {
    let mut changes = Vec::new();
    for like in NEW {
        changes.push(insert(connection, *like).await);
    }
    changes.extend(CHANGES.iter().map(|change| (*change).to_owned()));
    let mut told = Vec::new();
    for change in changes {
        told.extend(plans_of(connection, &change).await);
    }
    told
}

/// Makes the change in the role that may, and takes it back.
async fn plans_of(connection: &mut PgConnection, change: &str) -> Vec<Told> {
    let notices = Notices::hear();
    for role in ROLES {
        let mut transaction = connection.begin().await.unwrap();
        let become_role = format!("set local role {role}; set constraints all immediate");
        transaction
            .execute(AssertSqlSafe(become_role))
            .await
            .unwrap();
        notices.take();
        let answer = transaction.execute(AssertSqlSafe(change.to_owned())).await;
        transaction.rollback().await.unwrap();
        match answer {
            Ok(done) => {
                assert!(done.rows_affected() > 0, "nothing to do for {change}");
                return notices
                    .take()
                    .iter()
                    .filter_map(|said| Told::of(said, change))
                    .collect();
            }
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("42501") => {}
            Err(error) => panic!("{error}: {change}"),
        }
    }
    panic!("nobody may run {change}")
}

async fn insert(connection: &mut PgConnection, (table, different): Like) -> String {
    let columns: Vec<String> = sqlx::query_scalar(
        "select attname::text from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    )
    .bind(table)
    .fetch_all(connection)
    .await
    .unwrap();
    let value = |column: &String| {
        let other = different.iter().find(|(name, _)| name == column);
        other.map_or_else(|| column.clone(), |(_, value)| (*value).to_owned())
    };
    let values: Vec<String> = columns.iter().map(value).collect();
    format!(
        "insert into {table} ({}) select {} from {table} where reseller_id = current_reseller() limit 1",
        columns.join(", "),
        values.join(", ")
    )
}

/// A new trigger needs a change here that sets it off.
pub async fn every_trigger_told(connection: &mut PgConnection, told: &[Told]) {
    let all: Vec<String> =
        sqlx::query_scalar("select distinct tgname::text from pg_trigger where not tgisinternal")
            .fetch_all(connection)
            .await
            .unwrap();
    let mut told: BTreeSet<String> = told.iter().flat_map(Told::trigger_names).collect();
    told.extend(NEVER_SET_OFF.iter().map(|name| (*name).to_owned()));
    let silent: Vec<&String> = all.iter().filter(|name| !told.contains(*name)).collect();
    assert!(!all.is_empty() && silent.is_empty(), "{silent:?}");
}

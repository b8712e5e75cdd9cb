//! No statement reads the rows of another reseller on its way to one's own: whatever the tables hold of
//! others, a plan goes through an index by the reseller, or by a key of one row.

mod crowd;
mod nested;
mod notices;
mod plan;
mod statements;

use std::collections::BTreeSet;

use domain::values::ResellerId;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor, PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::HASH;
use db::Db;
use plan::Plan;
use statements::Statement;

const CUSTOMERS: u32 = 200;

/// What the operator asks and what the program does for all resellers at once, by a part of the statement.
/// A new one must be argued for here.
const OF_ALL_RESELLERS: &[&str] = &[
    // The state of the installation, and what PostgreSQL says of itself.
    "_sqlx_migrations",
    "pg_catalog.",
    "pg_class",
    "pg_database",
    "pg_extension",
    // `mkm verify`, of everything.
    "as \"place!\"",
    // What is over is cleared away, whoever it belonged to.
    "with sessions as (\n",
    "pg_control_system",
    // The keys of what was stored before the program knew them are made anew; an import finds its reseller.
    "select id from reseller",
];

/// As the program asks on behalf of one reseller.
async fn program(options: &PgConnectOptions, reseller: ResellerId) -> PgConnection {
    let mut connection = options.connect().await.unwrap();
    let statement =
        format!("set plan_cache_mode = force_generic_plan; set app.reseller_id = '{reseller}'");
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
    connection
}

/// What is wrong with the plans, as sentences.
async fn faults(connection: &mut PgConnection, statements: &[Statement]) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    for statement in statements {
        let plan = Plan::of(connection, statement).await;
        faults.extend(
            plan.foreign_scans()
                .map(|scan| format!("{scan}\n    {}", statement.in_one_line())),
        );
    }
    faults
}

/// Small tables are read whole, and rightly; but there must be another way for when they have grown.
const WAYS: [&str; 2] = ["set enable_seqscan = off", "set enable_seqscan = on"];

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn no_plan_reads_the_rows_of_another_reseller(_: PgPoolOptions, options: PgConnectOptions) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    db.load_demo(HASH, CUSTOMERS, |_| {}).await.unwrap();
    let mine = db.reseller_by_number("100001").await.unwrap().unwrap();
    let mut statements = statements::all();
    statements.retain(|statement| {
        !OF_ALL_RESELLERS
            .iter()
            .any(|part| statement.text.contains(part))
    });
    assert!(statements.len() > 150, "{}", statements.len());
    let mut connection = program(&options, mine).await;
    // A tenth of all rows is mine, then less than a hundredth.
    for others in [9, 120] {
        crowd::gather(&options, mine, others).await;
        for way in WAYS {
            connection.execute(way).await.unwrap();
            let faults = faults(&mut connection, &statements).await;
            assert!(faults.is_empty(), "{way}, among {others}:\n{faults:#?}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn no_trigger_and_no_reference_reads_the_rows_of_another_reseller(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    db.load_demo(HASH, CUSTOMERS, |_| {}).await.unwrap();
    let mine = db.reseller_by_number("100001").await.unwrap().unwrap();
    crowd::gather(&options, mine, 120).await;
    let mut connection = nested::telling(&options, mine).await;
    for way in WAYS {
        connection.execute(way).await.unwrap();
        // PostgreSQL keeps those of references.
        connection.execute("discard plans").await.unwrap();
        let told = nested::plans_of_all_changes(&mut connection).await;
        let faults: BTreeSet<String> = told.iter().flat_map(|told| told.faults()).collect();
        assert!(faults.is_empty(), "{way}:\n{faults:#?}");
        nested::every_trigger_told(&mut connection, &told).await;
    }
}

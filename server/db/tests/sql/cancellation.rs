//! Requests that are dropped half-way.

use std::time::Duration;

use domain::{
    ports::{Customers, Lists},
    values::CustomerId,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn dropped_requests_leave_no_transaction_open(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let id = stage.customer("A-1").await;
    for round in 0..2_000_u32 {
        let patience = Duration::from_micros(u64::from(round % 40) * 25);
        let query = Default::default();
        match round % 3 {
            0 => drop(tokio::time::timeout(patience, stage.db.page(&stage.mine, &query)).await),
            1 => drop(tokio::time::timeout(patience, stage.db.detail(&stage.mine, id)).await),
            _ => drop(
                tokio::time::timeout(
                    patience,
                    stage
                        .db
                        .whole(&stage.mine, domain::list::ListKind::Customers, None),
                )
                .await,
            ),
        }
    }
    // All connections are taken once more, so each one passes through the pool's check.
    for _ in 0..50 {
        stage
            .db
            .page(&stage.mine, &Default::default())
            .await
            .unwrap();
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    let owner = pool.connect_with(options).await.unwrap();
    let open: i64 = sqlx::query_scalar(
        "select count(*) from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'",
    )
    .fetch_one(&owner)
    .await
    .unwrap();
    assert_eq!(open, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_change_is_finished_although_nobody_waits_for_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let create = stage
        .db
        .create(may(&stage.mine), CustomerId::new(), customer("A-1"));
    let dropped = tokio::time::timeout(Duration::from_micros(1), create).await;
    assert!(dropped.is_err());
    for _ in 0..100 {
        if stage.db.find(&stage.mine, "A-1").await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the customer was not stored");
}

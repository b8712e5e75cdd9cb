//! Requests that are dropped half-way.

use std::time::Duration;

use db::{Connections, Db};
use domain::{
    list::{ListKind, ListQuery},
    ports::{Customers, Lists},
    values::CustomerId,
};
use sqlx::{
    AssertSqlSafe, Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tokio::task::JoinSet;

use crate::stage::{Stage, customer, dropped_after, may};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn dropped_requests_leave_no_transaction_open(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let id = stage.customer("A-1").await;
    for round in 0..2_000_u32 {
        let query = ListQuery::default();
        let polls = u64::from(round / 3 % 8);
        let (db, desk) = (&stage.db, &stage.mine);
        match round % 3 {
            0 => drop(dropped_after(polls, db.page(desk, &query)).await),
            1 => drop(dropped_after(polls, db.detail(desk, id)).await),
            _ => drop(dropped_after(polls, db.whole(desk, ListKind::Customers, None)).await),
        }
    }
    // Nobody takes a connection any more: each has come to rest by itself.
    let owner = pool.connect_with(options).await.unwrap();
    until_none(
        &owner,
        "state like 'idle in transaction%' or state = 'active'",
    )
    .await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let open = stage.db.pools().map(|pool| pool.size - pool.idle);
    assert_eq!(open, [0, 0], "all of them were given back");
}

/// Waits until none of the program's connections is in such a state.
async fn until_none(owner: &PgPool, state: &'static str) {
    let count = format!(
        "select count(*) from pg_stat_activity
         where datname = current_database() and application_name = 'mkm' and ({state})"
    );
    let mut open = 0_i64;
    for _ in 0..100 {
        open = sqlx::query_scalar(AssertSqlSafe(count.as_str()))
            .fetch_one(owner)
            .await
            .unwrap();
        if open == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{open} connections: {state}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_was_refused_holds_no_lock(pool: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options.clone()).await;
    stage.customer("A-1").await;
    let twice = stage
        .db
        .create(may(&stage.mine), CustomerId::new(), customer("A-1"))
        .await;
    assert!(twice.is_err());
    let owner = pool.connect_with(options).await.unwrap();
    until_none(&owner, "state like 'idle in transaction%'").await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn closing_waits_for_changes_that_are_under_way(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options.clone()).await.unwrap();
    let mut lock = owner.begin().await.unwrap();
    lock.execute("lock table customer in exclusive mode")
        .await
        .unwrap();
    let create = stage
        .db
        .create(may(&stage.mine), CustomerId::new(), customer("A-1"));
    assert!(
        tokio::time::timeout(Duration::from_millis(300), create)
            .await
            .is_err()
    );
    let closing = tokio::spawn({
        let db = stage.db.clone();
        async move { db.close().await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!closing.is_finished(), "the change waits for the lock");
    lock.commit().await.unwrap();
    closing.await.unwrap();
    until_none(&owner, "true").await;
    let db = Db::connect_with(options).await.unwrap();
    assert!(db.find(&stage.mine, "A-1").await.is_ok(), "it was stored");
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

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn many_share_one_connection_also_while_some_hang_up(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let most = Connections {
        tenants: 1,
        auth: 1,
    };
    let db = Db::connect_with_at_most(options, most).await.unwrap();
    let mut readers = JoinSet::new();
    for reader in 0..60_u64 {
        let (db, desk) = (db.clone(), stage.mine);
        readers.spawn(async move {
            let query = Default::default();
            let page = db.page(&desk, &query);
            if reader % 3 == 0 {
                drop(dropped_after(reader / 3 % 8, page).await);
            } else {
                page.await.unwrap();
            }
        });
    }
    readers.join_all().await;
    assert!(db.pools().iter().all(|pool| pool.size <= 1));
}

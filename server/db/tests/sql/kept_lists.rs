//! Pages of lists that the program keeps: never older than the database, and never another reseller's.

use std::ops::RangeInclusive;

use db::Db;
use domain::{
    customer::CustomerRow,
    customer_list::COMPANY,
    list::{ListKind, ListQuery},
    ports::{Customers, Lists},
    principal::Desk,
    values::{CustomerId, Version},
};
use sqlx::{
    AssertSqlSafe, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{Stage, may, named, superuser};

/// No list has so many rows.
pub const NONE: RangeInclusive<u32> = u32::MAX..=u32::MAX;

const EVERY: RangeInclusive<u32> = 0..=u32::MAX;

fn by_company() -> ListQuery {
    ListQuery::of(ListKind::Customers).ordered_by(COMPANY)
}

/// The last names of a short list, which are the same as it opens and in another order.
async fn names(db: &Db, desk: &Desk) -> Vec<String> {
    let opened = page(db, desk, ListQuery::of(ListKind::Customers)).await;
    assert_eq!(page(db, desk, by_company()).await, opened);
    opened
}

async fn page(db: &Db, desk: &Desk, query: ListQuery) -> Vec<String> {
    let page = db.page(desk, &query).await.unwrap();
    let rows = page.rows.iter().map(CustomerRow::from);
    rows.map(|row| row.last_name).collect()
}

async fn keep(db: &Db, desk: &Desk) {
    db.whole(desk, ListKind::Customers, None).await.unwrap();
}

/// Changes a name as no program does: the list keeps its version.
async fn rename_unseen(stage: &Stage, name: &str) {
    let mut superuser = superuser(&stage.options).await;
    let statement =
        format!("set session_replication_role = replica; update customer set last_name = '{name}'");
    superuser.execute(AssertSqlSafe(statement)).await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_list_that_was_read_answers_for_itself(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let db = stage.db.clone().keeping_lists_of(EVERY);
    let none = stage.db.clone().keeping_lists_of(NONE);
    for db in [&db, &none] {
        keep(db, &stage.mine).await;
    }
    rename_unseen(&stage, "Ungesehen").await;
    assert_eq!(names(&db, &stage.mine).await, ["Müller"]);
    assert_eq!(names(&none, &stage.mine).await, ["Ungesehen"]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_kept_list_is_never_older_than_a_change(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let db = stage.db.clone().keeping_lists_of(EVERY);
    let id = stage.customer("A-1").await;
    for (version, name) in (1..=30).map(|version| (version, format!("Name{version}"))) {
        keep(&db, &stage.mine).await;
        let renamed = named("A-1", &name, "Max", "");
        // By another program, which knows nothing of what this one keeps.
        let change = stage
            .db
            .update(may(&stage.mine), id, Version(version), renamed);
        change.await.unwrap();
        assert_eq!(names(&db, &stage.mine).await, [name]);
    }
    keep(&db, &stage.mine).await;
    stage.db.delete(may(&stage.mine), id).await.unwrap();
    assert!(names(&db, &stage.mine).await.is_empty());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_kept_list_is_one_resellers_and_of_one_kind(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let db = stage.db.clone().keeping_lists_of(EVERY);
    // The lists of both have the same version.
    for (desk, name) in [(&stage.mine, "Meiner"), (&stage.theirs, "Ihrer")] {
        let new = named("A-1", name, "Max", "");
        db.create(may(desk), CustomerId::new(), new).await.unwrap();
        for kind in ListKind::ALL {
            db.whole(desk, kind, None).await.unwrap();
        }
    }
    for (desk, name) in [(&stage.mine, "Meiner"), (&stage.theirs, "Ihrer")] {
        assert_eq!(names(&db, desk).await, [name]);
        for kind in [ListKind::Domains, ListKind::Products] {
            let page = db.page(desk, &ListQuery::of(kind)).await.unwrap();
            assert_eq!((page.total, page.rows.len()), (0, 0), "{kind:?}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_search_has_the_list_read_for_the_next_one(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let db = stage.db.clone().keeping_lists_of(EVERY);
    for nth in 0..200 {
        let before = page(&db, &stage.mine, by_company()).await;
        rename_unseen(&stage, &format!("Name{nth}")).await;
        // The list was read by now: the database is not asked for its rows.
        if page(&db, &stage.mine, by_company()).await == before {
            return;
        }
    }
    panic!("the list was never kept");
}

//! The version and the size of the list, and the counts on its rows.

use domain::{
    customer::CustomerRow,
    list::ListKind,
    ports::{Customers, Lists, WholeList},
    values::{ListVersion, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named};

async fn version(stage: &Stage) -> ListVersion {
    version_of(stage, ListKind::Customers).await
}

async fn version_of(stage: &Stage, kind: ListKind) -> ListVersion {
    match stage.db.whole(&stage.mine, kind, None).await.unwrap() {
        WholeList::Changed { version, .. } => version,
        WholeList::Unchanged => panic!("nothing was known"),
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_change_that_the_list_shows_gives_it_a_new_version(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let mut versions = vec![version(&stage).await];
    let id = stage.customer("A-1").await;
    versions.push(version(&stage).await);
    stage
        .db
        .update(
            may(&stage.mine),
            id,
            Version(1),
            named("A-1", "Neu", "Max", ""),
        )
        .await
        .unwrap();
    versions.push(version(&stage).await);
    stage.give_product(id, "reseller").await;
    versions.push(version(&stage).await);
    stage.give_user(id).await;
    versions.push(version(&stage).await);
    let mut app = stage.as_app().await;
    for sql in ["delete from product", "delete from customer_account"] {
        sqlx::query(sql).execute(&mut app).await.unwrap();
        versions.push(version(&stage).await);
    }
    stage.db.delete(may(&stage.mine), id).await.unwrap();
    versions.push(version(&stage).await);

    let grows = versions.windows(2).all(|pair| pair[0].0 < pair[1].0);
    assert!(grows, "{versions:?}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_known_version_is_answered_without_the_list(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let known = version(&stage).await;
    let answer = stage
        .db
        .whole(&stage.mine, ListKind::Customers, Some(known))
        .await;
    assert_eq!(answer, Ok(WholeList::Unchanged));
    // Another reseller's change is none here.
    stage
        .db
        .create(
            may(&stage.theirs),
            domain::values::CustomerId::new(),
            customer("A-1"),
        )
        .await
        .unwrap();
    let answer = stage
        .db
        .whole(&stage.mine, ListKind::Customers, Some(known))
        .await;
    assert_eq!(answer, Ok(WholeList::Unchanged));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_change_that_the_list_does_not_show_leaves_its_version(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let before = version(&stage).await;
    let mut edited = customer("A-1");
    edited.street = domain::values::Line::parse("Nebenstraße 2").unwrap();
    stage
        .db
        .update(may(&stage.mine), id, Version(1), edited)
        .await
        .unwrap();
    assert_eq!(version(&stage).await, before);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_counts_follow_products_that_move_and_users_that_go(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (one, other) = (stage.customer("A-1").await, stage.customer("A-2").await);
    stage.give_product(one, "reseller").await;
    stage.give_product(one, "reseller").await;
    let user = stage.give_user(one).await;
    let counts = async || {
        let page = stage
            .db
            .page(&stage.mine, &Default::default())
            .await
            .unwrap();
        page.rows
            .iter()
            .map(CustomerRow::from)
            .map(|row| (row.products, row.users))
            .collect::<Vec<_>>()
    };
    assert_eq!(counts().await, [(2, 1), (0, 0)]);

    let mut app = stage.as_app().await;
    sqlx::query("update product set customer_id = $1 where id in (select id from product limit 1)")
        .bind(other.uuid())
        .execute(&mut app)
        .await
        .unwrap();
    assert_eq!(counts().await, [(1, 1), (1, 0)]);
    sqlx::query("delete from customer_account where account_id = $1")
        .bind(user)
        .execute(&mut app)
        .await
        .unwrap();
    sqlx::query("update product set customer_id = null")
        .execute(&mut app)
        .await
        .unwrap();
    assert_eq!(counts().await, [(0, 0), (0, 0)]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_lists_of_domains_and_products_follow_their_rows_and_the_names_of_customers(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_domain(id, "xn--mller-kva.example").await;
    stage.give_product(id, "reseller").await;
    let mut app = stage.as_app().await;
    for (kind, table) in [
        (ListKind::Domains, "domain"),
        (ListKind::Products, "product"),
    ] {
        let mut versions = vec![version_of(&stage, kind).await];
        let renamed = named("A-1", &format!("Neu {table}"), "Max", "");
        let version = stage.db.detail(&stage.mine, id).await.unwrap().version;
        stage
            .db
            .update(may(&stage.mine), id, version, renamed)
            .await
            .unwrap();
        versions.push(version_of(&stage, kind).await);
        for statement in [
            "update {} set customer_id = null",
            "update {} set active = not active",
            "delete from {}",
        ] {
            let statement = statement.replace("{}", table);
            sqlx::query(sqlx::AssertSqlSafe(statement))
                .execute(&mut app)
                .await
                .unwrap();
            versions.push(version_of(&stage, kind).await);
        }
        let grows = versions.windows(2).all(|pair| pair[0].0 < pair[1].0);
        assert!(grows, "{table}: {versions:?}");
        let size = format!("select size from list_state where list = '{table}s'");
        let size: i32 = sqlx::query_scalar(sqlx::AssertSqlSafe(size))
            .fetch_one(&mut app)
            .await
            .unwrap();
        assert_eq!(size, 0, "{table}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_change_that_the_list_of_domains_does_not_show_leaves_its_version(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_domain(id, "a.example").await;
    let before = version_of(&stage, ListKind::Domains).await;
    let mut app = stage.as_app().await;
    sqlx::query("update domain set registrar_status = 'OK', version = version + 1")
        .execute(&mut app)
        .await
        .unwrap();
    assert_eq!(version_of(&stage, ListKind::Domains).await, before);
}

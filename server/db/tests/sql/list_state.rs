//! The version and the size of the list, and the counts on its rows.

use domain::{
    ports::{Customers, WholeList},
    values::{ListVersion, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, named};

async fn version(stage: &Stage) -> ListVersion {
    match stage.db.whole(&stage.mine, None).await.unwrap() {
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
        .update(&stage.mine, id, Version(1), named("A-1", "Neu", "Max", ""))
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
    stage.db.delete(&stage.mine, id).await.unwrap();
    versions.push(version(&stage).await);

    let grows = versions.windows(2).all(|pair| pair[0].0 < pair[1].0);
    assert!(grows, "{versions:?}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_known_version_is_answered_without_the_list(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let known = version(&stage).await;
    let answer = stage.db.whole(&stage.mine, Some(known)).await;
    assert_eq!(answer, Ok(WholeList::Unchanged));
    // Another reseller's change is none here.
    stage
        .db
        .create(
            &stage.theirs,
            domain::values::CustomerId::new(),
            customer("A-1"),
        )
        .await
        .unwrap();
    let answer = stage.db.whole(&stage.mine, Some(known)).await;
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
        .update(&stage.mine, id, Version(1), edited)
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

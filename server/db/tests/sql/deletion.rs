//! Deleting, and what stands in the way.

use domain::{
    deletion::{Blocks, Deletion, Facts},
    ports::{Customers, Deleted, Lists},
    refusal::Refusal,
};
use sqlx::{
    Connection,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    races::{ROUNDS, race},
    stage::{Stage, give_product, may, stock_the_shop},
};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_that_has_nothing_is_deleted(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let deleted = Deleted {
        number: "A-1".to_owned(),
        facts: Facts::default(),
    };
    assert_eq!(stage.db.delete(may(&stage.mine), id).await, Ok(deleted));
    assert_eq!(
        stage.db.detail(&stage.mine, id).await,
        Err(Refusal::NotFound)
    );
    assert_eq!(
        stage.db.delete(may(&stage.mine), id).await,
        Err(Refusal::NotFound)
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn each_reason_alone_and_all_together_block_deletion(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    stock_the_shop(&options).await;
    let stage = Stage::new(options).await;
    for (provider_products, reseller_products, users) in [
        (1, 0, 0),
        (0, 2, 0),
        (0, 0, 1),
        (1, 1, 0),
        (0, 1, 2),
        (2, 1, 1),
    ] {
        let number = format!("{provider_products}-{reseller_products}-{users}");
        let id = stage.customer(&number).await;
        for _ in 0..provider_products {
            stage.give_product(id, "provider").await;
        }
        for _ in 0..reseller_products {
            stage.give_product(id, "reseller").await;
        }
        for _ in 0..users {
            stage.give_user(id).await;
        }
        let blocks = Blocks {
            provider_products,
            reseller_products,
            users,
        };
        let refused = stage.db.delete(may(&stage.mine), id).await;
        assert_eq!(refused, Err(Refusal::Blocked(blocks)));

        let detail = stage.db.detail(&stage.mine, id).await.unwrap();
        assert_eq!(detail.deletion, Deletion::Blocked(blocks));
        let query = domain::list::ListQuery {
            search: number,
            ..Default::default()
        };
        let page = stage.db.page(&stage.mine, &query).await.unwrap();
        assert_eq!(page.rows, [detail.row().into()]);
        assert!(!detail.row().deletable());
    }
    assert_eq!(stage.count("select count(*) from customer").await, 6);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_deactivated_blocks_as_well(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_product(id, "reseller").await;
    let mut app = stage.as_app().await;
    sqlx::query("update product set active = false")
        .execute(&mut app)
        .await
        .unwrap();
    assert!(matches!(
        stage.db.delete(may(&stage.mine), id).await,
        Err(Refusal::Blocked(_))
    ));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn domains_do_not_block_and_become_unassigned(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_domain(id, "xn--mller-kva.example").await;
    stage.give_domain(id, "zweite.example").await;
    let detail = stage.db.detail(&stage.mine, id).await.unwrap();
    assert_eq!(detail.deletion, Deletion::Allowed { freed_domains: 2 });
    assert_eq!(detail.domains[0].shown_name, "müller.example");

    let deleted = stage.db.delete(may(&stage.mine), id).await.unwrap();
    assert_eq!(deleted.facts.domains, 2);
    let free = "select count(*) from domain where customer_id is null and reseller_id is not null";
    assert_eq!(stage.count(free).await, 2);
    let noted = "select jsonb_array_length(before -> 'freed_domains')::bigint from audit_entry where kind = 'customer.deleted'";
    assert_eq!(stage.count(noted).await, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_its_last_product_a_customer_may_go(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_product(id, "reseller").await;
    let mut app = stage.as_app().await;
    sqlx::query("update product set customer_id = null")
        .execute(&mut app)
        .await
        .unwrap();
    assert!(stage.db.delete(may(&stage.mine), id).await.is_ok());
    assert_eq!(stage.count("select count(*) from product").await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_deletion_that_waits_too_long_for_somebody_else_is_to_be_tried_again(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let mut app = stage.as_app().await;
    let mut other = app.begin().await.unwrap();
    give_product(&mut other, &stage.mine, id, "reseller")
        .await
        .unwrap();
    let began = std::time::Instant::now();
    assert_eq!(
        stage.db.delete(may(&stage.mine), id).await,
        Err(Refusal::Unavailable)
    );
    assert!(began.elapsed() < std::time::Duration::from_millis(3_500));
    other.rollback().await.unwrap();
    assert!(stage.db.delete(may(&stage.mine), id).await.is_ok());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_a_new_product_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let mut app = stage.as_app().await;
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let given = give_product(&mut app, &stage.mine, id, "reseller");
        let (deleted, given) = race(round, stage.db.delete(may(&stage.mine), id), given).await;
        match (deleted, given) {
            (Ok(_), Err(refused)) => {
                let error = refused.as_database_error().unwrap();
                assert_eq!(error.constraint(), Some("product_customer_fkey"));
            }
            (Err(Refusal::Blocked(blocks)), Ok(_)) => assert_eq!(blocks.reseller_products, 1),
            both => panic!("{both:?}"),
        }
    }
    let orphans = "select count(*) from product
        where not exists (select from customer where customer.id = product.customer_id)";
    assert_eq!(stage.count(orphans).await, 0);
    let miscounted = "select count(*) from customer
        where product_count <> (select count(*) from product where product.customer_id = customer.id)";
    assert_eq!(stage.count(miscounted).await, 0);
}

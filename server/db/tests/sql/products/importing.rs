//! The provider's catalogue and what was bought.

use chrono::NaiveDate;
use db::{Article, Imported, Purchase, PurchaseFaults};
use domain::{
    assignment::Seen,
    ports::{Customers, Products},
    product_record::PickedProduct,
    values::{CustomerNumber, Line},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, may};

fn article(number: &str, name: &str) -> Article {
    Article {
        number: Line::parse(number).unwrap(),
        name: Line::parse(name).unwrap(),
    }
}

fn purchase(reseller: &str, contract: &str, customer: &str) -> Purchase {
    Purchase {
        reseller: Line::parse(reseller).unwrap(),
        article: Line::parse("10010").unwrap(),
        contract: Line::parse(contract).unwrap(),
        since: NaiveDate::from_ymd_opt(2024, 1, 31).unwrap(),
        active: true,
        customer: CustomerNumber::parse(customer).ok(),
    }
}

fn done(created: u32, changed: u32, unchanged: u32) -> Imported {
    Imported {
        created,
        changed,
        unchanged,
    }
}

/// A stage whose shop sells one article.
async fn stage(options: PgConnectOptions) -> Stage {
    let stage = Stage::new(options).await;
    let articles = vec![article("10010", "Webhosting Start")];
    let imported = stage.db.import_articles(articles).await;
    assert_eq!(imported, Ok(done(1, 0, 0)));
    stage
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn articles_come_again_under_their_new_names(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = stage(options).await;
    let articles = vec![
        article("10010", "Webhosting Basis"),
        article("10020", "Mail"),
        article("10020", "Mailpaket"),
    ];
    let imported = stage.db.import_articles(articles.clone()).await;
    assert_eq!(imported, Ok(done(1, 1, 0)));
    let again = stage.db.import_articles(articles).await;
    assert_eq!(again, Ok(done(0, 0, 2)));
    let named = "select count(*) from shop_article where name in ('Webhosting Basis', 'Mailpaket')";
    assert_eq!(stage.count(named).await, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn purchases_of_several_resellers_are_stored_each_for_its_own(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = stage(options).await;
    let customer = stage.customer("A-1").await;
    let all = vec![
        purchase("1", "V-1", "a-1"),
        purchase("1", "V-2", ""),
        // The same contract of another reseller is another product.
        purchase("2", "V-1", ""),
    ];
    let imported = stage.db.import_purchases(all).await.unwrap();
    assert_eq!(imported, Ok(done(3, 0, 0)));
    assert_eq!(stage.count("select count(*) from product").await, 2);
    let detail = stage.db.detail(&stage.mine, customer).await.unwrap();
    let row = &detail.products[0];
    assert_eq!(row.reference, "10010 Webhosting Start · V-1");
    assert_eq!(detail.row().products, 1);
    for search in ["10010 start", "v-2"] {
        let found = stage
            .db
            .product_choices(&stage.mine, customer, search, 10)
            .await;
        assert_eq!(found.unwrap().len(), 1, "{search}");
    }
    for (count, of) in [
        (
            "select count(*) from audit_entry where kind = 'product.created' and actor = 'operator'",
            2,
        ),
        (
            "select (after ->> 'products')::bigint from audit_entry where kind = 'products.imported'",
            2,
        ),
    ] {
        assert_eq!(stage.count(count).await, of, "{count}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_comes_again_is_updated_and_stays_where_the_reseller_put_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = stage(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let first = vec![purchase("1", "V-1", "A-1"), purchase("1", "V-2", "")];
    let import = async |purchases| stage.db.import_purchases(purchases).await.unwrap();
    assert_eq!(import(first.clone()).await, Ok(done(2, 0, 0)));
    assert_eq!(import(first).await, Ok(done(0, 0, 2)));

    let detail = stage.db.detail(&stage.mine, a).await.unwrap();
    let moved = PickedProduct {
        id: detail.products[0].id,
        seen: Seen::Anybody,
    };
    stage
        .db
        .assign_products(may(&stage.mine), &[moved], Some(b))
        .await
        .unwrap();
    let mut again = purchase("1", "V-1", "A-1");
    again.active = false;
    let free = purchase("1", "V-2", "A-1");
    assert_eq!(import(vec![again, free]).await, Ok(done(0, 2, 0)));
    let of = async |id| stage.db.detail(&stage.mine, id).await.unwrap().products;
    assert!(!of(b).await[0].active, "changed where the reseller put it");
    assert_eq!(of(a).await.len(), 1, "the free one was assigned");
    let miscounted = "select count(*) from customer
        where product_count <> (select count(*) from product where product.customer_id = customer.id)";
    assert_eq!(stage.count(miscounted).await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_fault_in_ten_thousand_stores_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = stage(options).await;
    stage.customer("A-1").await;
    let good: Vec<_> = (0..10_000)
        .map(|place| {
            let reseller = if place % 2 == 0 { "1" } else { "2" };
            purchase(reseller, &format!("V-{place}"), "")
        })
        .collect();
    let import = async |purchases| stage.db.import_purchases(purchases).await.unwrap();
    let with = |place: usize, wrong: Purchase| {
        let mut purchases = good.clone();
        purchases[place] = wrong;
        purchases
    };
    let none = PurchaseFaults::default;
    let mut strange_article = purchase("1", "V-x", "");
    strange_article.article = Line::parse("99999").unwrap();
    let place = vec![9_998];
    for (wrong, faults) in [
        (
            purchase("3", "V-x", ""),
            PurchaseFaults {
                no_such_reseller: place.clone(),
                ..none()
            },
        ),
        (
            strange_article,
            PurchaseFaults {
                no_such_article: place.clone(),
                ..none()
            },
        ),
        (
            // The customer of another reseller is none.
            purchase("2", "V-x", "A-1"),
            PurchaseFaults {
                no_such_customer: place.clone(),
                ..none()
            },
        ),
        (
            purchase("1", "V-0", ""),
            PurchaseFaults {
                repeated: place,
                ..none()
            },
        ),
    ] {
        assert_eq!(import(with(9_998, wrong)).await, Err(faults));
        assert_eq!(stage.count("select count(*) from product").await, 0);
        assert_eq!(
            stage
                .count("select count(*) from audit_entry where kind like 'product%'")
                .await,
            0
        );
    }
    assert_eq!(import(good).await, Ok(done(10_000, 0, 0)));
    assert_eq!(stage.count("select count(*) from product").await, 5_000);
}

use domain::ports::{Customers, ImportRefusal};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_import_stores_every_customer_with_an_audit_entry(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    // More than one statement's worth.
    let new: Vec<_> = (0..4_500)
        .map(|number| customer(&format!("K-{number}")))
        .collect();
    stage.db.import(may(&stage.mine), &new).await.unwrap();
    assert_eq!(stage.count("select count(*) from customer").await, 4_500);
    assert_eq!(
        stage
            .count("select customers::bigint from customer_list_state")
            .await,
        4_500
    );
    let created = "select count(*) from audit_entry join customer on customer.id = object_id
        where kind = 'customer.created' and after ->> 'number' = number";
    assert_eq!(stage.count(created).await, 4_500);
    let imported =
        "select (after -> 'customers')::bigint from audit_entry where kind = 'customers.imported'";
    assert_eq!(stage.count(imported).await, 4_500);
    assert!(stage.db.find(&stage.mine, "k-4499").await.is_ok());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn taken_and_repeated_numbers_are_named_and_nothing_is_stored(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.customer("Kü-1").await;
    let new = ["A", "KÜ-1", "b", "a", "B", "C"].map(customer);
    let refused = stage.db.import(may(&stage.mine), &new).await;
    assert_eq!(refused, Err(ImportRefusal::NumbersTaken(vec![1, 3, 4])));
    assert_eq!(stage.count("select count(*) from customer").await, 1);
    // At another reseller that number is free.
    assert_eq!(
        stage
            .db
            .import(may(&stage.theirs), &[customer("Kü-1")])
            .await,
        Ok(())
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_empty_import_stores_nothing_and_is_no_fault(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    assert_eq!(stage.db.import(may(&stage.mine), &[]).await, Ok(()));
    assert_eq!(stage.count("select count(*) from customer").await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_imports_of_one_file_at_once_one_stores_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let new: Vec<_> = (0..50)
        .map(|number| named(&number.to_string(), "N", "V", ""))
        .collect();
    let (one, other) = tokio::join!(
        stage.db.import(may(&stage.mine), &new),
        stage.db.import(may(&stage.mine), &new),
    );
    let taken = Err(ImportRefusal::NumbersTaken((0..50).collect()));
    assert!(
        (one == Ok(()) && other == taken) || (one == taken && other == Ok(())),
        "{one:?} {other:?}"
    );
}

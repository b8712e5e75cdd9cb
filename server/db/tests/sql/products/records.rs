//! Creating, editing, ending and deleting.

use domain::{
    customer::ProductKind,
    deletion::Deletion,
    ports::{Customers, Products},
    product_form::ProductField,
    refusal::Refusal,
    values::{CustomerId, ProductId, ValueError, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{checked, form, owner, stored};
use crate::stage::{Stage, may, stock_the_shop};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_is_stored_counted_and_keeps_its_customer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "Webhosting Größe L", Some(customer)).await;
    assert_eq!(record.kind, ProductKind::Reseller);
    assert_eq!(owner(&record), Some("A-1"));
    assert!(record.active);
    let read = stage.db.product(&stage.mine, record.id).await;
    assert_eq!(read, Ok(record.clone()));

    let detail = stage.db.detail(&stage.mine, customer).await.unwrap();
    let row = &detail.products[0];
    assert_eq!((row.id, row.version), (record.id, record.version));
    assert_eq!(row.reference, "RV-1");
    assert!(matches!(detail.deletion, Deletion::Blocked(blocks) if blocks.reseller_products == 1));
    let counted = "select product_count::bigint from customer";
    assert_eq!(stage.count(counted).await, 1);
    let noted = "select count(*) from audit_entry where kind = 'product.created'
        and after ->> 'name' = 'Webhosting Größe L' and after -> 'customer' ->> 'number' = 'A-1'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_is_found_by_the_number_that_was_typed(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let mut typed = form("Backup");
    typed.customer = "a-1".to_owned();
    let create = async |desk: &domain::principal::Desk, new| {
        stage
            .db
            .create_product(may(desk), ProductId::new(), None, new)
            .await
    };
    let record = create(&stage.mine, checked(&typed)).await.unwrap();
    assert_eq!(owner(&record), Some("A-1"));
    for (desk, number) in [(&stage.mine, "A-2"), (&stage.theirs, "A-1")] {
        typed.customer = number.to_owned();
        let refused = create(desk, checked(&typed)).await.unwrap_err();
        let errors = refused.errors().unwrap_or_default();
        assert_eq!(
            errors.get(ProductField::Customer),
            Some(ValueError::NoSuchCustomer)
        );
    }
    assert_eq!(stage.count("select count(*) from product").await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_form_that_is_sent_twice_creates_one_product(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (id, new) = (ProductId::new(), checked(&form("Backup")));
    let (first, second) = tokio::join!(
        stage
            .db
            .create_product(may(&stage.mine), id, None, new.clone()),
        stage
            .db
            .create_product(may(&stage.mine), id, None, new.clone()),
    );
    assert_eq!(first.unwrap(), second.unwrap());
    assert_eq!(stage.count("select count(*) from product").await, 1);
    let noted = "select count(*) from audit_entry where kind = 'product.created'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_that_is_not_there_gets_no_product(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let mine = stage.customer("A-1").await;
    for (desk, customer) in [(&stage.mine, CustomerId::new()), (&stage.theirs, mine)] {
        let new = checked(&form("Backup"));
        let created = stage
            .db
            .create_product(may(desk), ProductId::new(), Some(customer), new);
        assert_eq!(created.await, Err(Refusal::NotFound));
    }
    assert_eq!(stage.count("select count(*) from product").await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_edits_the_second_is_told_and_stores_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let record = stored(&stage, "Backup", None).await;
    let edit = |name: &str| {
        let new = checked(&form(name));
        let (id, version) = (record.id, record.version);
        stage.db.update_product(may(&stage.mine), id, version, new)
    };
    let first = edit("Backup groß").await.unwrap();
    assert_eq!(first.version, Version(2));
    assert_eq!(edit("Backup klein").await, Err(Refusal::Changed));
    // The first one sent again, because its answer was lost, is no conflict.
    assert_eq!(edit("Backup groß").await, Ok(first.clone()));
    assert_eq!(stage.db.product(&stage.mine, record.id).await, Ok(first));
    let noted = "select count(*) from audit_entry where kind = 'product.changed'
        and before ->> 'name' = 'Backup' and after ->> 'name' = 'Backup groß'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_leaves_the_customers_list_as_it_is(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "Backup", Some(customer)).await;
    let version = "select version from customer_list_state";
    let before = stage.count(version).await;
    let new = checked(&form("Backup groß"));
    stage
        .db
        .update_product(may(&stage.mine), record.id, record.version, new)
        .await
        .unwrap();
    assert_eq!(stage.count(version).await, before);
    assert_eq!(
        stage
            .count("select product_count::bigint from customer")
            .await,
        1
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_ended_product_stays_and_can_be_resumed(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "Backup", Some(customer)).await;
    let end = |version, is_end| {
        stage
            .db
            .end_product(may(&stage.mine), record.id, version, is_end)
    };
    let ended = end(record.version, true).await.unwrap();
    assert!(!ended.active && ended.ended_on.is_some());
    assert_eq!(owner(&ended), Some("A-1"));
    assert_eq!(end(record.version, true).await, Err(Refusal::Changed));

    // One that would begin after its end was ended on its first day.
    let mut typed = form("Backup");
    typed.since = "2199-01-01".to_owned();
    let moved = stage
        .db
        .update_product(may(&stage.mine), record.id, ended.version, checked(&typed))
        .await
        .unwrap();
    assert_eq!(moved.ended_on, checked(&typed).since.into());

    let resumed = end(moved.version, false).await.unwrap();
    assert!(resumed.active && resumed.ended_on.is_none());
    {
        let noted =
            "select count(*) from audit_entry where kind in ('product.ended', 'product.resumed')";
        assert_eq!(stage.count(noted).await, 2);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_is_deleted_as_it_was_seen_or_not_at_all(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "Backup", Some(customer)).await;
    let delete = |version| {
        stage
            .db
            .delete_product(may(&stage.mine), record.id, version)
    };
    assert_eq!(delete(Version(7)).await, Err(Refusal::Changed));
    assert_eq!(delete(record.version).await, Ok("Backup".to_owned()));
    assert_eq!(delete(record.version).await, Err(Refusal::NotFound));
    let detail = stage.db.detail(&stage.mine, customer).await.unwrap();
    assert_eq!(detail.deletion, Deletion::Allowed { freed_domains: 0 });
    let noted = "select count(*) from audit_entry where kind = 'product.deleted'
        and before ->> 'name' = 'Backup' and before -> 'customer' ->> 'number' = 'A-1'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_providers_products_are_neither_edited_nor_ended_nor_deleted(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stock_the_shop(&stage.options).await;
    let customer = stage.customer("A-1").await;
    let id = ProductId::from_uuid(stage.give_product(customer, "provider").await);
    let record = stage.db.product(&stage.mine, id).await.unwrap();
    assert_eq!(record.article, "10010 Webhosting Start");
    let (db, mine, version) = (&stage.db, &stage.mine, record.version);
    let new = checked(&form("Meins"));
    let edited = db.update_product(may(mine), id, version, new).await;
    assert_eq!(edited, Err(Refusal::Forbidden));
    let ended = db.end_product(may(mine), id, version, true).await;
    assert_eq!(ended, Err(Refusal::Forbidden));
    let deleted = db.delete_product(may(mine), id, version).await;
    assert_eq!(deleted, Err(Refusal::Forbidden));
    assert_eq!(db.product(mine, id).await, Ok(record));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_other_resellers_products_are_not_there(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (id, version) = (ProductId::new(), Version(1));
    let new = || checked(&form("Backup"));
    stage
        .db
        .create_product(may(&stage.theirs), id, None, new())
        .await
        .unwrap();
    let (db, mine) = (&stage.db, &stage.mine);
    assert_eq!(db.product(mine, id).await, Err(Refusal::NotFound));
    assert_eq!(
        db.update_product(may(mine), id, version, new()).await,
        Err(Refusal::NotFound)
    );
    assert_eq!(
        db.end_product(may(mine), id, version, true).await,
        Err(Refusal::NotFound)
    );
    assert_eq!(
        db.delete_product(may(mine), id, version).await,
        Err(Refusal::NotFound)
    );
    let customer = stage.customer("A-1").await;
    assert_eq!(
        db.product_choices(mine, customer, "", 10).await,
        Ok(Vec::new())
    );
    assert!(db.product(&stage.theirs, id).await.is_ok());
}

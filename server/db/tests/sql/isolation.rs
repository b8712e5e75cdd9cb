//! No other reseller, ever.

use domain::{
    list::ListKind,
    ports::{Customers, DoubleProbe, Lists, WholeList},
    refusal::Refusal,
    values::{CustomerId, Version},
};
use sqlx::{
    ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use uuid::Uuid;

use crate::stage::{Stage, customer, give_product, may};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_method_answers_not_found_for_a_customer_of_another_reseller(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, theirs) = (&stage.db, &stage.theirs);
    let id = stage.customer("A-1").await;

    assert_eq!(db.find(theirs, "A-1").await, Err(Refusal::NotFound));
    assert_eq!(db.detail(theirs, id).await, Err(Refusal::NotFound));
    let update = db
        .update(may(theirs), id, Version(1), customer("A-2"))
        .await;
    assert_eq!(update, Err(Refusal::NotFound));
    assert_eq!(db.delete(may(theirs), id).await, Err(Refusal::NotFound));

    let mine = db.detail(&stage.mine, id).await.unwrap();
    assert_eq!(
        (mine.record.number.as_str(), mine.version),
        ("A-1", Version(1))
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn lists_doubles_and_numbers_know_nothing_of_another_reseller(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, theirs) = (&stage.db, &stage.theirs);
    let id = stage.customer("500").await;

    let page = db.page(theirs, &Default::default()).await.unwrap();
    assert_eq!((page.rows.len(), page.matched, page.total), (0, 0, 0));
    for kind in ListKind::ALL {
        let WholeList::Changed { columns, .. } = db.whole(theirs, kind, None).await.unwrap() else {
            panic!("no list");
        };
        assert!(columns.is_empty(), "{kind:?}");
    }
    assert_eq!(db.customer_choices(theirs, "", 20).await, Ok(vec![]));
    assert_eq!(db.next_number(theirs).await.unwrap().as_str(), "1");
    let probe = DoubleProbe {
        email: "max@example.de".to_owned(),
        ..DoubleProbe::default()
    };
    assert_eq!(db.likely_doubles(theirs, &probe).await, Ok(vec![]));

    // The same number and even the same id are free at another reseller.
    let row = db.create(may(theirs), id, customer("500")).await.unwrap();
    assert_eq!(row.number, "500");
    db.delete(may(theirs), id).await.unwrap();
    assert!(db.detail(&stage.mine, id).await.is_ok());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_reseller_there_are_no_rows(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options.clone()).await;
    stage.customer("A-1").await;
    let mut app = options.connect().await.unwrap();
    app.execute("set role mkm_app").await.unwrap();
    for setting in ["reset app.reseller_id", "set app.reseller_id = ''"] {
        app.execute(setting).await.unwrap();
        let seen: i64 = sqlx::query_scalar("select count(*) from customer")
            .fetch_one(&mut app)
            .await
            .unwrap();
        assert_eq!(seen, 0, "{setting}");
    }
    // The owner of the tables sees no more.
    app.execute("reset role").await.unwrap();
    let seen: i64 = sqlx::query_scalar("select count(*) from customer")
        .fetch_one(&mut app)
        .await
        .unwrap();
    assert_eq!(seen, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn nothing_can_be_written_for_another_reseller(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let mut app = stage.as_app().await;
    let refused = sqlx::query(
        "insert into product (reseller_id, id, kind, name, contract, since)
         values ($1, $2, 'reseller', 'Webhosting', 'RV-1', '2024-01-31')",
    )
    .bind(stage.theirs.reseller().uuid())
    .bind(Uuid::now_v7())
    .execute(&mut app)
    .await
    .unwrap_err();
    let code = refused.as_database_error().unwrap().code().unwrap();
    assert_eq!(code, "42501");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_cannot_be_given_to_a_customer_of_another_reseller(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let mut app = stage.as_app_of(&stage.theirs).await;
    let refused = give_product(&mut app, &stage.theirs, customer, "reseller")
        .await
        .unwrap_err();
    let constraint = refused.as_database_error().unwrap().constraint().unwrap();
    assert_eq!(constraint, "product_customer_fkey");
    assert_eq!(CustomerId::from_uuid(customer.uuid()), customer);
}

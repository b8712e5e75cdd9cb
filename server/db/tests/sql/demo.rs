use db::{Db, DemoOutcome};
use domain::{
    customer::CustomerRow,
    customer_list::NUMBER,
    deletion::Deletion,
    list::ListQuery,
    ports::{Customers, Lists},
    principal::Desk,
};
use sqlx::{
    ConnectOptions, PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::HASH;

async fn desk(db: &Db, number: &str) -> Desk {
    Desk::of_operator(db.reseller_by_number(number).await.unwrap().unwrap())
}

async fn loaded(options: &PgConnectOptions, customers: u32) -> Db {
    let db = Db::connect_with(options.clone()).await.unwrap();
    let outcome = db.load_demo(HASH, customers, |_| {}).await;
    assert_eq!(outcome, Ok(DemoOutcome::Loaded));
    db
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn both_resellers_have_their_account_and_so_many_customers(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = loaded(&options, 250).await;
    for (number, user_name, customers) in [("100001", "demo", 252), ("100002", "demo2", 250)] {
        let desk = desk(&db, number).await;
        let page = db.page(&desk, &ListQuery::default()).await.unwrap();
        assert_eq!((page.total, page.matched), (customers, customers));
        let account = db.credentials(user_name).await.unwrap().unwrap();
        assert_eq!(account.reseller, desk.reseller());
        assert_eq!(account.password_hash.as_deref(), Some(HASH));
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_two_customers_of_the_handbook_are_there(_: PgPoolOptions, options: PgConnectOptions) {
    let db = loaded(&options, 0).await;
    let desk = desk(&db, "100001").await;
    let query = ListQuery::default().ordered_by(NUMBER);
    let page = db.page(&desk, &query).await.unwrap();
    let rows: Vec<CustomerRow> = page.rows.iter().map(CustomerRow::from).collect();
    let numbers: Vec<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, ["123456", "1234578"]);
    assert_eq!(
        (rows[1].last_name.as_str(), rows[1].company.as_str()),
        ("Huber", "Test")
    );
    assert!(rows[1].deletable());

    let id = db.find(&desk, "123456").await.unwrap();
    let mueller = db.detail(&desk, id).await.unwrap();
    assert_eq!(
        (
            mueller.domains.len(),
            mueller.products.len(),
            mueller.users.len()
        ),
        (2, 3, 1)
    );
    assert!(matches!(mueller.deletion, Deletion::Blocked(_)));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_second_start_changes_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let db = loaded(&options, 20).await;
    let again = db.load_demo(HASH, 50, |_| {}).await;
    assert_eq!(again, Ok(DemoOutcome::AlreadyThere));
    let page = db
        .page(&desk(&db, "100001").await, &ListQuery::default())
        .await
        .unwrap();
    assert_eq!(page.total, 22);
}

/// Everything but ids and times.
const CONTENT: &str = "select md5(string_agg(line, e'\n' order by line)) from (
        select concat_ws('|', number, company, last_name, first_name, street, postal_code, city, phone,
            mobile, email, website, product_count, user_count) as line
        from customer
        union all
        select concat_ws('|', number, product.kind, product.shop_article, product.name, product.contract, product.active, product.since)
        from product join customer on customer.id = customer_id
        union all
        select concat_ws('|', number, domain.name, domain.contract, domain.active, verification, zone, transfer_lock, renewal_mode)
        from domain join customer on customer.id = customer_id
        union all
        select concat_ws('|', user_name, first_name, last_name, active) from account
    ) as content";

async fn as_app(options: &PgConnectOptions, desk: &Desk) -> PgConnection {
    let mut app = options.connect().await.unwrap();
    let setting = desk.reseller().to_string();
    sqlx::query(
        "select set_config('role', 'mkm_app', false), set_config('app.reseller_id', $1, false)",
    )
    .bind(setting)
    .execute(&mut app)
    .await
    .unwrap();
    app
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_demo_is_the_same_at_every_run(_: PgPoolOptions, options: PgConnectOptions) {
    let db = loaded(&options, 250).await;
    let mut contents = Vec::new();
    for number in ["100001", "100002"] {
        let mut app = as_app(&options, &desk(&db, number).await).await;
        let content: String = sqlx::query_scalar(CONTENT)
            .fetch_one(&mut app)
            .await
            .unwrap();
        contents.push(content);
    }
    assert_eq!(
        contents,
        [
            "e2c67578d5cbcb097fe7569c604dacc6",
            "0262ff10d7d7767aa1fc30e2af130723"
        ]
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn some_may_be_deleted_and_others_not_for_each_reason_alone_and_mixed(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = loaded(&options, 50).await;
    let mut app = as_app(&options, &desk(&db, "100002").await).await;
    let mixtures: Vec<(bool, bool, bool, bool)> = sqlx::query_as(
        "select distinct
             exists (select from product where customer_id = customer.id and kind = 'provider'),
             exists (select from product where customer_id = customer.id and kind = 'reseller'),
             exists (select from customer_account where customer_id = customer.id),
             exists (select from domain where customer_id = customer.id)
         from customer
         order by 1, 2, 3, 4",
    )
    .fetch_all(&mut app)
    .await
    .unwrap();
    let expected = [
        (false, false, false, false),
        (false, false, false, true),
        (false, false, true, false),
        (false, true, false, false),
        (false, true, true, false),
        (true, false, false, false),
        (true, false, true, true),
        (true, true, false, true),
        (true, true, true, true),
    ];
    assert_eq!(mixtures, expected);
}

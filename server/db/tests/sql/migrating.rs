//! Databases of an earlier version are brought up to date with what is in them.

use std::borrow::Cow;

use chrono::NaiveDate;
use db::{Db, Imported, Purchase};
use domain::values::Line;
use sqlx::{
    ConnectOptions, Executor, PgConnection,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// The last version in which the same purchase could be stored twice.
const BEFORE_PURCHASES_WERE_TOLD_APART: i64 = 9;

const RESELLER: &str = "01980000-0000-7000-8000-000000000001";

/// The tables as that version had them.
async fn migrate_up_to(connection: &mut PgConnection, version: i64) {
    let migrations = db::MIGRATOR.migrations.iter();
    let earlier = migrations.filter(|migration| migration.version <= version);
    let earlier = Migrator {
        migrations: Cow::Owned(earlier.cloned().collect()),
        ..Migrator::DEFAULT
    };
    earlier.run(&mut *connection).await.unwrap();
}

#[sqlx::test(migrations = false)]
async fn the_same_purchase_stored_twice_stays_and_is_imported_once(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let mut owner = options.connect().await.unwrap();
    migrate_up_to(&mut owner, BEFORE_PURCHASES_WERE_TOLD_APART).await;
    let stored = format!(
        "set role mkm_auth;
         insert into reseller (id, number, company, email) values ('{RESELLER}', '1', 'Muster', 'a@example.de');
         reset role;
         insert into shop_article (number, name) values ('10010', 'Webhosting');
         set role mkm_app;
         set app.reseller_id = '{RESELLER}';
         insert into product (reseller_id, id, kind, shop_article, name, contract, since)
         select '{RESELLER}', gen_random_uuid(), 'provider', '10010', 'Webhosting', contract, '2024-01-31'
         from unnest(array['V-1', 'V-1', 'V-2', null, null]) as contract"
    );
    owner.execute(sqlx::AssertSqlSafe(stored)).await.unwrap();
    drop(owner);
    db::migrate(options.to_url_lossy().as_str()).await.unwrap();

    let purchase = |contract| Purchase {
        reseller: Line::parse("1").unwrap(),
        article: Line::parse("10010").unwrap(),
        contract: Line::parse(contract).unwrap(),
        since: NaiveDate::from_ymd_opt(2026, 5, 1).unwrap(),
        active: true,
        customer: None,
    };
    let db = Db::connect_with(options).await.unwrap();
    let done = db
        .import_purchases(vec![purchase("V-1"), purchase("V-2"), purchase("V-3")])
        .await
        .unwrap();
    let expected = Imported {
        created: 1,
        changed: 2,
        unchanged: 0,
    };
    assert_eq!(done, Ok(expected));
    db.close().await;
}

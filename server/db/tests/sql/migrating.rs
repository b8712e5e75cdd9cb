//! Databases of an earlier version are brought up to date with what is in them.

use std::borrow::Cow;

use chrono::NaiveDate;
use db::{Db, Imported, Purchase, verify};
use domain::{keys::SortKeys, values::Line};
use sqlx::{
    ConnectOptions, Executor, PgConnection,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// The last version in which the same purchase could be stored twice.
const BEFORE_PURCHASES_WERE_TOLD_APART: i64 = 9;

/// The first version with all that a customer has, and an audit log.
const FIRST: i64 = 6;

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

/// Rows as the first program wrote them.
fn first_rows() -> String {
    let keys = SortKeys::of("K-1", "Groß", "Éva", "Öl & Gas");
    let (number, name, first_name) = (keys.number, keys.last_name, keys.first_name);
    let (company, search) = (keys.company, keys.search);
    format!(
        "set role mkm_auth;
         insert into reseller (id, number, company, email) values ('{RESELLER}', '1', 'Muster', 'a@example.de');
         insert into account (reseller_id, id, user_name, email, role)
         select '{RESELLER}', gen_random_uuid(), role || '-1', 'a@example.de', role
         from unnest(array['reseller', 'staff', 'portal']) as role;
         insert into session (id_hash, reseller_id, account_id, data, idle_until, expires_at)
         select sha256('s'), reseller_id, id, '{{}}', now(), now() from account where role = 'reseller';
         insert into one_time_token (hash, reseller_id, account_id, purpose, expires_at)
         select sha256('t'), reseller_id, id, 'invitation', now() from account where role = 'portal';
         reset role;
         insert into shop_article (number, name) values ('10010', 'Webhosting');
         set role mkm_app;
         set app.reseller_id = '{RESELLER}';
         insert into customer (
             reseller_id, id, number, company, last_name, first_name, street, postal_code, city, country,
             phone, mobile, email, number_key, name_key, first_name_key, company_key, search_key
         ) values (
             '{RESELLER}', gen_random_uuid(), 'K-1', 'Öl & Gas', 'Groß', 'Éva', 'Weg 1', '10115', 'Berlin', 'DE',
             '+493023125001', '+491713920001', 'eva@example.de',
             '{number}', '{name}', '{first_name}', '{company}', E'{search}'
         );
         insert into product (reseller_id, id, customer_id, kind, shop_article, name, contract, since)
         select reseller_id, gen_random_uuid(), id, 'provider', '10010', 'Webhosting', 'V-1', '2024-01-31'
         from customer;
         insert into domain (reseller_id, id, customer_id, contract, name, active, registrar, verification)
         select reseller_id, gen_random_uuid(), id, 'D-1', 'xn--grn-hoa.example', true, 'INWX', 'pending'
         from customer;
         insert into customer_account (reseller_id, customer_id, account_id)
         select customer.reseller_id, customer.id, account.id from customer, account where role = 'portal';
         insert into audit_entry (reseller_id, id, actor, kind, object_id, after)
         select reseller_id, gen_random_uuid(), 'operator', 'customer.created', id, customer_record(customer)
         from customer cross join generate_series(1, 3)",
        search = search.replace('\n', "\\n"),
    )
}

#[sqlx::test(migrations = false)]
async fn a_database_of_the_first_version_comes_up_and_everything_is_in_order(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let mut owner = options.connect().await.unwrap();
    migrate_up_to(&mut owner, FIRST).await;
    owner
        .execute(sqlx::AssertSqlSafe(first_rows()))
        .await
        .unwrap();
    drop(owner);
    db::migrate(options.to_url_lossy().as_str()).await.unwrap();

    let superuser = options.clone().username("postgres").to_url_lossy();
    let findings = verify(superuser.as_str()).await.unwrap();
    assert_eq!(findings.len(), 10, "{findings:?}");
    for finding in findings {
        assert_eq!(finding.faults, [], "{:?}", finding.check);
        assert!(finding.looked_at > 0, "{:?}", finding.check);
    }
    Db::connect_with(options).await.unwrap().close().await;
}

//! The lists of domains and products: by SQL and by the browser's code they are the same.

use chrono::{Days, NaiveDate, Utc};
use domain::{
    domain_list, domain_state,
    german_time::german_day,
    list::{ListKind, ListQuery},
    ports::{Customers, Lists},
    product_list,
    values::{CustomerId, CustomerNumber, RecordId},
};
use proptest::{option, prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};
use sqlx::{
    PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use uuid::Uuid;

use crate::{
    kept_lists::NONE,
    list::{name, number, queries},
    stage::{Stage, customer, may, named},
};

/// Few customers, some of whom have the same name.
async fn customers(stage: &Stage, runner: &mut TestRunner) -> Vec<CustomerId> {
    let mut ids = Vec::new();
    for _ in 0..12 {
        let (number, last, first) = (number(), name(), name())
            .new_tree(runner)
            .unwrap()
            .current();
        if let Ok(number) = CustomerNumber::parse(&number) {
            let new = named(number.as_str(), &last, &first, "");
            let id = CustomerId::new();
            if stage.db.create(may(&stage.mine), id, new).await.is_ok() {
                ids.push(id);
            }
        }
    }
    ids
}

async fn compare(
    stage: &Stage,
    runner: &mut TestRunner,
    kind: ListKind,
    query: impl Strategy<Value = ListQuery>,
) {
    let columns = stage.whole(kind).await;
    assert!(columns.len() > 100, "{}", columns.len());
    let sql = stage.db.clone().keeping_lists_of(NONE);
    let (mut narrowed, mut found) = (0, 0);
    for _ in 0..500 {
        let query = query.new_tree(runner).unwrap().current();
        let by_sql = sql.page(&stage.mine, &query).await.unwrap();
        assert_eq!(by_sql, columns.page(&query), "{query:?}");
        narrowed += usize::from(!query.is_unfiltered());
        found += usize::from(!query.is_unfiltered() && by_sql.matched > 0);
    }
    // Otherwise the comparison would be one of empty pages.
    assert!(narrowed > 100 && found > 50, "{narrowed} {found}");
}

/// A domain in any state, with its keys.
async fn store_domain(
    app: &mut PgConnection,
    stage: &Stage,
    runner: &mut TestRunner,
    owners: &[CustomerId],
    place: u32,
) {
    let words = (
        select(&["ok", "pending", "failed", "unknown"]),
        select(&["ok", "missing", "unknown"]),
        select(&["on", "off", "unknown"]),
        select(&["AUTORENEW", "AUTODELETE", "AUTOEXPIRE", "unknown"]),
        option::of(0..40_u64),
    );
    let others = (
        option::of(select(owners.to_vec())),
        select(&["D-1", "D-10", "d-2", "Ä 1"]),
        select(&["INWX", "Inwx", "Hetzner"]),
        select(&["xn--mller-kva", "muller", "zoe", "a"]),
        any::<bool>(),
    );
    let ((verification, zone, lock, renewal, days), (owner, contract, registrar, label, active)) =
        (words, others).new_tree(runner).unwrap().current();
    let until = days
        .filter(|_| verification == "pending")
        .map(|days| Utc::now().date_naive() - Days::new(20) + Days::new(days));
    let stored = format!("{label}.d{}.example", place);
    let shown = stored.replace("xn--mller-kva", "müller");
    let keys = domain::keys::domain_keys(&shown, contract, registrar);
    sqlx::query(
        "insert into domain (
             reseller_id, id, customer_id, contract, name, active, registrar, verification, verification_until,
             zone, transfer_lock, renewal_mode, name_key, search_key
         )
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(stage.mine.reseller().uuid())
    .bind(Uuid::now_v7())
    .bind(owner.map(|owner| owner.uuid()))
    .bind(contract)
    .bind(stored)
    .bind(active)
    .bind(registrar)
    .bind(verification)
    .bind(until)
    .bind(zone)
    .bind(lock)
    .bind(renewal)
    .bind(keys.name)
    .bind(keys.search)
    .execute(app)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn sql_and_the_browser_show_the_same_domains(_: PgPoolOptions, options: PgConnectOptions) {
    use domain_list::{CONTRACT, CUSTOMER, NAME, REGISTRAR, STATE, STATUS};
    let stage = Stage::new(options).await;
    let mut runner = TestRunner::default();
    let owners = customers(&stage, &mut runner).await;
    let mut app = stage.as_app().await;
    for place in 0..140 {
        store_domain(&mut app, &stage, &mut runner, &owners, place).await;
    }
    let query = queries(
        ListKind::Domains,
        &[CONTRACT, NAME, CUSTOMER, STATE, STATUS, REGISTRAR],
        &[
            &[],
            &[],
            &[],
            &["handeln", "ok", "unbekannt"],
            &["aktiv", "inaktiv"],
            &[],
            &["ohne", "mit"],
        ],
    );
    compare(&stage, &mut runner, ListKind::Domains, query).await;

    // What the database numbers is what the rule advises.
    let today = german_day(Utc::now());
    for row in stage
        .db
        .page(&stage.mine, &ListQuery::of(ListKind::Domains))
        .await
        .unwrap()
        .rows
    {
        let id = domain::values::DomainId::from_uuid(row.id(domain_list::ID));
        let record = domain::ports::Domains::domain(&stage.db, &stage.mine, id)
            .await
            .unwrap();
        let urgency = row.count(domain_list::STATE);
        let advised = domain_state::advise(&record.state, today);
        assert_eq!(domain_list::advice(urgency, today), advised, "{urgency}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn sql_and_the_browser_show_the_same_products(_: PgPoolOptions, options: PgConnectOptions) {
    use product_list::{CUSTOMER, KIND, NAME, REFERENCE, SINCE, STATUS};
    let stage = Stage::new(options.clone()).await;
    crate::stage::stock_the_shop(&options).await;
    let mut runner = TestRunner::default();
    let owners = customers(&stage, &mut runner).await;
    let mut app = stage.as_app().await;
    for place in 0..140 {
        let strategy = (
            option::of(select(owners.clone())),
            name(),
            option::of(select(&["RV-1", "rv-2", "Ä 3"])),
            any::<bool>(),
            any::<bool>(),
            0..800_u64,
        );
        let (owner, name, contract, bought, active, days) =
            strategy.new_tree(&mut runner).unwrap().current();
        let name = name.trim();
        let Ok(name) = domain::values::Line::<100>::parse(name) else {
            continue;
        };
        // The shop bills an article once in a contract.
        let contract = contract.map(|contract| format!("{contract}.{place}"));
        let article = bought.then_some("10010");
        let keys = domain::keys::product_keys(name.as_str(), article, contract.as_deref());
        let since = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + Days::new(days);
        sqlx::query(
            "insert into product (
                 reseller_id, id, customer_id, kind, shop_article, name, contract, active, since, name_key, search_key
             )
             values ($1, $2, $3, case when $4 is null then 'reseller' else 'provider' end, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(stage.mine.reseller().uuid())
        .bind(Uuid::now_v7())
        .bind(owner.map(|owner| owner.uuid()))
        .bind(article)
        .bind(name.as_str())
        .bind(contract)
        .bind(active)
        .bind(since)
        .bind(keys.name)
        .bind(keys.search)
        .execute(&mut app)
        .await
        .unwrap();
    }
    let query = queries(
        ListKind::Products,
        &[KIND, NAME, REFERENCE, CUSTOMER, STATUS, SINCE],
        &[
            &["anbieter", "reseller"],
            &[],
            &[],
            &[],
            &["aktiv", "inaktiv"],
            &[],
            &["ohne", "mit"],
        ],
    );
    compare(&stage, &mut runner, ListKind::Products, query).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_about_to_be_assigned_is_named_with_its_owner_and_only_ones_own(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_domain(id, "xn--mller-kva.example").await;
    let product = RecordId::from_uuid(stage.give_product(id, "reseller").await);
    let list = stage.whole(ListKind::Domains).await;
    let row = list.page(&ListQuery::of(ListKind::Domains)).rows.remove(0);
    let domain = RecordId::from_uuid(row.id(domain_list::ID));
    for (kind, id, name) in [
        (ListKind::Domains, domain, "müller.example"),
        (ListKind::Products, product, "Webhosting"),
    ] {
        let owned = stage.db.owned(&stage.mine, kind, &[id]).await.unwrap();
        let [owned] = owned.as_slice() else {
            panic!("{owned:?}");
        };
        assert_eq!((owned.id, owned.name.as_str()), (id, name));
        assert_eq!(owned.owner.as_ref().unwrap().number, "A-1");
        let theirs = stage.db.owned(&stage.theirs, kind, &[id]).await;
        assert_eq!(theirs, Ok(vec![]));
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_is_offered_by_number_first_and_then_by_name(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    for (number, last_name) in [("10", "Zander"), ("110", "Aal"), ("210", "Barsch")] {
        let new = named(number, last_name, "Max", "Fisch 10");
        let id = CustomerId::new();
        stage.db.create(may(&stage.mine), id, new).await.unwrap();
    }
    stage
        .db
        .create(may(&stage.theirs), CustomerId::new(), customer("10"))
        .await
        .unwrap();
    let numbers = async |search: &str, most: u32| -> Vec<String> {
        let found = stage.db.customer_choices(&stage.mine, search, most).await;
        found
            .unwrap()
            .into_iter()
            .map(|found| found.number)
            .collect()
    };
    assert_eq!(numbers("10", 20).await, ["10", "110", "210"]);
    assert_eq!(numbers("fisch barsch", 20).await, ["210"]);
    assert_eq!(numbers("", 2).await, ["110", "210"]);
    assert_eq!(numbers("niemand\0", 20).await, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn migrating_writes_the_keys_that_are_missing(_: PgPoolOptions, options: PgConnectOptions) {
    use sqlx::ConnectOptions;
    let stage = Stage::new(options.clone()).await;
    let id = stage.customer("A-1").await;
    stage.give_domain(id, "xn--mller-kva.example").await;
    stage.give_product(id, "reseller").await;
    db::migrate(options.to_url_lossy().as_str()).await.unwrap();
    let domains = "select count(*) from domain where name_key = 'muller.example'
        and search_key = e'muller.example\nd-1\ninwx'";
    assert_eq!(stage.count(domains).await, 1);
    let products = "select count(*) from product where name_key = 'webhosting'
        and search_key = e'webhosting\nrv-1'";
    assert_eq!(stage.count(products).await, 1);
}

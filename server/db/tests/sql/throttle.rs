//! Failed sign-ins. The numbers themselves have unit tests; here is that they are kept.

use std::{net::IpAddr, time::Duration};

use db::{Attempt, Db};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

fn address(last: u8) -> IpAddr {
    IpAddr::from([192, 0, 2, last])
}

async fn fail(db: &Db, from: IpAddr, name: &str) -> Attempt {
    let attempt = db.attempt(from, name).await.unwrap();
    if attempt == Attempt::Allowed {
        db.attempt_failed(from, name).await.unwrap();
    }
    attempt
}

/// As if that much time had passed.
async fn pass(options: &PgConnectOptions, time: &str) {
    let mut owner = options.connect().await.unwrap();
    let sql = format!(
        "update login_attempt set at = at - interval '{time}', blocked_until = blocked_until - interval '{time}'"
    );
    owner.execute(AssertSqlSafe(sql)).await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_name_waits_longer_after_each_failure_from_any_address_and_is_never_locked(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    for (round, delay) in [1, 3, 5, 10, 10].into_iter().enumerate() {
        let from = address(u8::try_from(round).unwrap());
        assert_eq!(fail(&db, from, "Erika").await, Attempt::Allowed);
        let Attempt::Wait(wait) = fail(&db, address(100), "erika").await else {
            panic!("no wait after failure {round}");
        };
        let most = Duration::from_secs(delay);
        assert!(
            wait <= most && wait + Duration::from_millis(900) > most,
            "{wait:?}"
        );
        pass(&options, "10 seconds").await;
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_right_password_forgives_the_failures_of_its_name(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    fail(&db, address(1), "erika").await;
    fail(&db, address(2), "otto").await;
    pass(&options, "2 seconds").await;
    assert_eq!(db.attempt(address(3), "erika").await, Ok(Attempt::Allowed));
    db.attempt_succeeded(address(3), "erika").await.unwrap();
    assert_eq!(fail(&db, address(3), "erika").await, Attempt::Allowed);
    // The first failure since, not the second one: one second, not three.
    pass(&options, "1 second").await;
    assert_eq!(db.attempt(address(3), "erika").await, Ok(Attempt::Allowed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn many_attempts_at_once_from_one_address_do_not_slip_through(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options).await.unwrap();
    let attempts: Vec<_> = (0..40)
        .map(|number| {
            let db = db.clone();
            tokio::spawn(async move { db.attempt(address(1), &format!("name{number}")).await })
        })
        .collect();
    let mut allowed = 0;
    for attempt in attempts {
        allowed += usize::from(attempt.await.unwrap() == Ok(Attempt::Allowed));
    }
    assert_eq!(allowed, 10);
    assert_eq!(db.attempt(address(2), "name1").await, Ok(Attempt::Allowed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_address_that_tries_fifteen_names_is_blocked_for_a_day(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    for name in 0..15 {
        let attempt = fail(&db, address(1), &format!("name{name}")).await;
        assert_eq!(attempt, Attempt::Allowed, "{name}");
        pass(&options, "1 minute").await;
    }
    let Attempt::Wait(wait) = db.attempt(address(1), "erika").await.unwrap() else {
        panic!("not blocked");
    };
    assert!(wait > Duration::from_secs(23 * 3600), "{wait:?}");
    assert_eq!(db.attempt(address(2), "erika").await, Ok(Attempt::Allowed));
    pass(&options, "24 hours").await;
    assert_eq!(db.attempt(address(1), "erika").await, Ok(Attempt::Allowed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn fifteen_names_over_a_longer_time_block_nobody(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    for name in 0..20 {
        let attempt = fail(&db, address(1), &format!("name{name}")).await;
        assert_eq!(attempt, Attempt::Allowed, "{name}");
        pass(&options, "15 minutes").await;
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_typed_name_is_not_stored(_: PgPoolOptions, options: PgConnectOptions) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    fail(&db, address(1), "my-secret-password").await;
    let mut owner = options.connect().await.unwrap();
    let stored: String = sqlx::query_scalar("select login_attempt::text from login_attempt")
        .fetch_one(&mut owner)
        .await
        .unwrap();
    assert!(!stored.contains("secret"), "{stored}");
    assert!(stored.contains("192.0.2.1"), "{stored}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_clock_that_was_set_back_locks_nobody_out_for_longer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    for number in 0..12 {
        fail(&db, address(1), &format!("name{}", number % 3)).await;
        pass(&options, "11 seconds").await;
    }
    // As if it were an hour earlier.
    pass(&options, "-1 hour").await;
    let Attempt::Wait(wait) = db.attempt(address(2), "name1").await.unwrap() else {
        panic!("the failures are not forgotten");
    };
    assert!(wait <= Duration::from_secs(10), "{wait:?}");
    pass(&options, "11 seconds").await;
    assert_eq!(
        db.attempt(address(2), "name1").await.unwrap(),
        Attempt::Allowed
    );
    // Twelve failures that all count as made now: two more than an address may have at once.
    let Attempt::Wait(wait) = db.attempt(address(1), "otto").await.unwrap() else {
        panic!("the failures are not forgotten");
    };
    assert!(wait <= Duration::from_secs(60), "{wait:?}");
}

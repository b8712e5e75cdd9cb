//! Finding by number, the next free number, likely doubles.

use domain::{
    ports::{Customers, DoubleProbe},
    refusal::Refusal,
    values::CustomerId,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_number_is_found_in_any_case_and_only_as_a_whole(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("Kü-10").await;
    for number in ["Kü-10", "kü-10", "KÜ-10", " Kü-10 "] {
        assert_eq!(stage.db.find(&stage.mine, number).await, Ok(id), "{number}");
    }
    // Equal in the order of the list, but not the same number.
    for number in ["Ku-10", "Kü-010", "Kü-1", "Kü-100", "", "\0", "Kü-10\0"] {
        let found = stage.db.find(&stage.mine, number).await;
        assert_eq!(found, Err(Refusal::NotFound), "{number}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_next_number_is_above_every_number_of_digits(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let next = async || {
        let number = stage.db.next_number(&stage.mine).await.unwrap();
        number.as_str().to_owned()
    };
    assert_eq!(next().await, "1");
    stage.customer("K-500").await;
    assert_eq!(next().await, "1");
    stage.customer("0041").await;
    assert_eq!(next().await, "42");
    // Too long to count on from.
    stage.customer("12345678901234567890123456789012").await;
    assert_eq!(next().await, "42");
    let highest = stage.customer("99").await;
    assert_eq!(next().await, "100");
    // A number that somebody had is not given to somebody else.
    stage.db.delete(may(&stage.mine), highest).await.unwrap();
    assert_eq!(next().await, "100");
    stage.customer("999999999999999999").await;
    assert_eq!(next().await, "1000000000000000000");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_email_or_the_same_name_and_postal_code_are_likely_doubles(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let mut stranger = named("A-2", "Fremd", "Eva", "");
    stranger.email = domain::values::EmailAddress::parse("eva@example.de").unwrap();
    stage
        .db
        .create(may(&stage.mine), CustomerId::new(), stranger)
        .await
        .unwrap();
    let doubles = async |email: &str, last_name: &str, first_name: &str, postal_code: &str| {
        let probe = DoubleProbe {
            email: email.to_owned(),
            last_name: last_name.to_owned(),
            first_name: first_name.to_owned(),
            postal_code: postal_code.to_owned(),
        };
        let found = stage.db.likely_doubles(&stage.mine, &probe).await.unwrap();
        found.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(doubles(" MAX@example.DE", "", "", "").await, ["A-1"]);
    assert_eq!(doubles("", "MÜLLER", "max", "10115").await, ["A-1"]);
    assert_eq!(
        doubles("eva@example.de", "Müller", "Max", "10115").await,
        ["A-1", "A-2"]
    );
    assert_eq!(doubles("", "Müller", "Max", "99999").await, [""; 0]);
    assert_eq!(doubles("", "Müller", "", "10115").await, [""; 0]);
    assert_eq!(doubles("", "", "", "").await, [""; 0]);
    assert_eq!(doubles("\0", "\0", "\0", "\0").await, [""; 0]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn at_most_five_likely_doubles_are_named(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    for number in 1..=7 {
        let new = customer(&number.to_string());
        stage
            .db
            .create(may(&stage.mine), CustomerId::new(), new)
            .await
            .unwrap();
    }
    let probe = DoubleProbe {
        email: "max@example.de".to_owned(),
        ..DoubleProbe::default()
    };
    assert_eq!(
        stage
            .db
            .likely_doubles(&stage.mine, &probe)
            .await
            .unwrap()
            .len(),
        5
    );
}

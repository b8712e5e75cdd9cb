//! Creating and editing.

use domain::{
    customer_form::{Field, FieldErrors},
    packed::Packed,
    ports::{Customers, Lists},
    refusal::Refusal,
    values::{CustomerId, ValueError, Version, Website},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named};

fn taken() -> Refusal {
    FieldErrors::of(Field::Number, ValueError::Taken).into()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_created_customer_is_stored_as_it_was_given(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let mut new = named("Ä-7", "Groß", "René", "");
    new.website = Some(Website::parse("https://www.example.de").unwrap());
    let id = CustomerId::new();
    let row = stage.db.create(may(&stage.mine), id, new).await.unwrap();
    assert_eq!(
        (
            row.number.as_str(),
            row.company.as_str(),
            row.products,
            row.users
        ),
        ("Ä-7", "", 0, 0)
    );

    let detail = stage.db.detail(&stage.mine, id).await.unwrap();
    assert_eq!(detail.row(), row);
    assert_eq!(detail.version, Version(1));
    let record = detail.record;
    assert_eq!(record.last_name, "Groß");
    assert_eq!(record.company, "");
    assert_eq!(record.website, "https://www.example.de");
    assert_eq!(record.phone, "+493023125001");
    assert_eq!(record.country, "DE");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_form_sent_twice_creates_one_customer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = CustomerId::new();
    let first = stage.db.create(may(&stage.mine), id, customer("A-1")).await;
    let second = stage.db.create(may(&stage.mine), id, customer("A-1")).await;
    assert!(first.is_ok());
    assert_eq!(first, second);
    assert_eq!(stage.count("select count(*) from customer").await, 1);
    assert_eq!(
        stage
            .count("select count(*) from audit_entry where kind = 'customer.created'")
            .await,
        1
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_form_sent_twice_at_once_creates_one_customer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    for round in 0..50 {
        let id = CustomerId::new();
        let number = format!("A-{round}");
        let (first, second) = tokio::join!(
            stage.db.create(may(&stage.mine), id, customer(&number)),
            stage.db.create(may(&stage.mine), id, customer(&number)),
        );
        assert_eq!(first.unwrap(), second.unwrap());
    }
    assert_eq!(stage.count("select count(*) from customer").await, 50);
    assert_eq!(
        stage
            .count("select customers::bigint from customer_list_state")
            .await,
        50
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_number_is_taken_in_any_case(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("Kü-1").await;
    let other = stage.customer("Kü-2").await;
    for number in ["Kü-1", "kü-1", "KÜ-1"] {
        let create = stage
            .db
            .create(may(&stage.mine), CustomerId::new(), customer(number));
        assert_eq!(create.await, Err(taken()), "{number}");
        let update = stage
            .db
            .update(may(&stage.mine), other, Version(1), customer(number));
        assert_eq!(update.await, Err(taken()), "{number}");
    }
    // Its own number in another case is no conflict.
    let update = stage
        .db
        .update(may(&stage.mine), other, Version(1), customer("KÜ-2"));
    assert_eq!(update.await.unwrap().record.number, "KÜ-2");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_replaces_the_master_data_and_counts_the_version(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let edited = named("B-2", "Weiß", "Eva", "");
    let detail = stage
        .db
        .update(may(&stage.mine), id, Version(1), edited)
        .await
        .unwrap();
    assert_eq!(detail.version, Version(2));
    assert_eq!(detail.record.number, "B-2");
    assert_eq!(detail.record.company, "");
    // The list sorts and finds by the new keys.
    let query = domain::list::ListQuery {
        search: "weiss eva".to_owned(),
        ..Default::default()
    };
    let page = stage.db.page(&stage.mine, &query).await.unwrap();
    assert_eq!(page.rows, [detail.row().into()]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_comes_second_gets_what_the_first_one_stored(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let (one, other) = tokio::join!(
        stage.db.update(
            may(&stage.mine),
            id,
            Version(1),
            named("A-1", "Eins", "Max", "")
        ),
        stage.db.update(
            may(&stage.mine),
            id,
            Version(1),
            named("A-1", "Zwei", "Max", "")
        ),
    );
    let (winner, loser) = match (one, other) {
        (Ok(winner), Err(loser)) | (Err(loser), Ok(winner)) => (winner, loser),
        both => panic!("{both:?}"),
    };
    assert_eq!(loser, Refusal::Conflict(Packed::of(&winner)));
    assert_eq!(
        stage
            .count("select count(*) from audit_entry where kind = 'customer.changed'")
            .await,
        1
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_is_not_disturbed_by_a_new_product(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_product(id, "reseller").await;
    let detail = stage
        .db
        .update(may(&stage.mine), id, Version(1), customer("A-1"))
        .await
        .unwrap();
    assert_eq!(detail.row().products, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_edit_sent_again_is_no_conflict(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let edited = named("A-1", "Neu", "Eva", "");
    let first = stage
        .db
        .update(may(&stage.mine), id, Version(1), edited.clone())
        .await;
    let again = stage
        .db
        .update(may(&stage.mine), id, Version(1), edited)
        .await;
    assert!(first.is_ok());
    assert_eq!(first, again);
    assert_eq!(again.map(|detail| detail.version), Ok(Version(2)));
}

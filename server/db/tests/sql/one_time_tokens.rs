use std::time::Duration;

use chrono::{TimeDelta, Utc};
use db::TokenPurpose::{Invitation, Reset};
use domain::{refusal::Refusal, values::AccountId};
use serde_json::json;
use sqlx::{
    ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{HASH, Stage};

const TOKEN: [u8; 32] = [7; 32];
const DAY: Duration = Duration::from_secs(86_400);

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_link_names_its_owner_and_sets_the_password_once(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    db.create_token(stage.my_account, Invitation, &TOKEN, DAY)
        .await
        .unwrap();
    let owner = db
        .token_owner(&TOKEN, &[Invitation])
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (owner.account, owner.user_name.as_str()),
        (stage.my_account, "mine")
    );
    assert_eq!(owner.company, "Reseller 1");

    let until = Utc::now() + TimeDelta::hours(1);
    db.insert_session(&[1; 32], Some(stage.my_account), &json!({}), until, until)
        .await
        .unwrap();
    assert_eq!(db.redeem_token(&TOKEN, &[Invitation], HASH).await, Ok(true));
    let found = db.credentials("mine").await.unwrap().unwrap();
    assert_eq!(found.password_hash.as_deref(), Some(HASH));
    assert_eq!(db.load_session(&[1; 32]).await, Ok(None));

    assert_eq!(db.token_owner(&TOKEN, &[Invitation]).await, Ok(None));
    assert_eq!(
        db.redeem_token(&TOKEN, &[Invitation], "$argon2id$again")
            .await,
        Ok(false)
    );
    let found = db.credentials("mine").await.unwrap().unwrap();
    assert_eq!(found.password_hash.as_deref(), Some(HASH));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_who_use_a_link_at_once_one_sets_the_password(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    db.create_token(stage.my_account, Reset, &TOKEN, DAY)
        .await
        .unwrap();
    let (one, other) = tokio::join!(
        db.redeem_token(&TOKEN, &[Reset], "$argon2id$one"),
        db.redeem_token(&TOKEN, &[Reset], "$argon2id$other"),
    );
    assert_ne!(one.unwrap(), other.unwrap());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_link_is_void_when_too_old_replaced_or_for_something_else(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let (db, me) = (&stage.db, stage.my_account);
    db.create_token(me, Reset, &[1; 32], Duration::ZERO)
        .await
        .unwrap();
    assert_eq!(db.redeem_token(&[1; 32], &[Reset], HASH).await, Ok(false));

    db.create_token(me, Reset, &[2; 32], DAY).await.unwrap();
    assert_eq!(
        db.redeem_token(&[2; 32], &[Invitation], HASH).await,
        Ok(false)
    );
    db.create_token(me, Reset, &[3; 32], DAY).await.unwrap();
    assert_eq!(db.token_owner(&[2; 32], &[Reset]).await, Ok(None));
    assert!(db.token_owner(&[3; 32], &[Reset]).await.unwrap().is_some());

    let mut owner = options.connect().await.unwrap();
    owner
        .execute("update account set active = false")
        .await
        .unwrap();
    assert_eq!(db.redeem_token(&[3; 32], &[Reset], HASH).await, Ok(false));
    let nobody = db
        .create_token(AccountId::new(), Reset, &[4; 32], DAY)
        .await;
    assert_eq!(nobody, Err(Refusal::NotFound));
}

//! The own sign-in.

use chrono::{TimeDelta, Utc};
use db::Db;
use domain::{
    ports::OwnAccounts,
    refusal::Refusal,
    values::{AccountId, SessionId},
};
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::Stage;

async fn sign_in(db: &Db, account: AccountId, key: u8) -> [u8; 32] {
    let hash = [key; 32];
    let end = Utc::now() + TimeDelta::minutes(30);
    let data = json!({ "browser": format!("Browser {key}") });
    db.insert_session(&hash, Some(account), &data, end, end)
        .await
        .unwrap();
    hash
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_sees_ones_own_sessions_and_which_of_them_asks(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me) = (&stage.db, stage.my_account);
    let here = sign_in(db, me, 1).await;
    sign_in(db, me, 2).await;
    let customer = stage.customer("A-1").await;
    let other = AccountId::from_uuid(stage.give_user(customer).await);
    sign_in(db, other, 3).await;

    let own = db.own_sign_in(&stage.own(me, here)).await.unwrap();
    assert_eq!(own.user_name, "mine");
    let seen: Vec<_> = own
        .sessions
        .iter()
        .map(|session| (session.browser.as_str(), session.current))
        .collect();
    assert_eq!(seen, [("Browser 1", true), ("Browser 2", false)]);
    assert_eq!((own.sessions[0].begun, own.sessions[0].last_seen), (0, 0));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn ending_a_session_ends_that_one_and_never_somebody_elses(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me) = (&stage.db, stage.my_account);
    let (here, there) = (sign_in(db, me, 1).await, sign_in(db, me, 2).await);
    let customer = stage.customer("A-1").await;
    let other = AccountId::from_uuid(stage.give_user(customer).await);
    let theirs = sign_in(db, other, 3).await;
    let mine = stage.own(me, here);

    let of_other = db.own_sign_in(&stage.own(other, theirs)).await.unwrap();
    db.end_session(&mine, of_other.sessions[0].id)
        .await
        .unwrap();
    db.end_session(&mine, SessionId::new()).await.unwrap();
    assert!(db.load_session(&theirs).await.unwrap().is_some());

    let own = db.own_sign_in(&mine).await.unwrap();
    db.end_session(&mine, own.sessions[1].id).await.unwrap();
    assert!(db.load_session(&there).await.unwrap().is_none());
    assert!(db.load_session(&here).await.unwrap().is_some());
    let noted = stage
        .count("select count(*) from audit_entry where kind = 'account.sessions_ended'")
        .await;
    assert_eq!(noted, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn ending_all_others_leaves_the_one_that_asks(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (db, me) = (&stage.db, stage.my_account);
    let here = sign_in(db, me, 1).await;
    for key in 2..5 {
        sign_in(db, me, key).await;
    }
    let mine = stage.own(me, here);
    db.end_other_sessions(&mine).await.unwrap();
    let own = db.own_sign_in(&mine).await.unwrap();
    assert_eq!(own.sessions.len(), 1);
    assert!(own.sessions[0].current);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_account_that_is_gone_is_signed_out(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let nobody = stage.own(AccountId::new(), [9; 32]);
    let answer = stage.db.own_sign_in(&nobody).await;
    assert_eq!(answer, Err(Refusal::SignedOut));
}

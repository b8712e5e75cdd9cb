use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    principal::{Actor, Role},
    refusal::Refusal,
    values::AccountId,
};
use serde_json::json;
use sqlx::{
    ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{HASH, Stage};

const ID: [u8; 32] = [1; 32];
const OTHER: [u8; 32] = [2; 32];

fn in_minutes(minutes: i64) -> DateTime<Utc> {
    Utc::now() + TimeDelta::minutes(minutes)
}

impl Stage {
    async fn sign_in(&self, id: &[u8; 32]) {
        let stored = self
            .db
            .insert_session(
                id,
                Some(self.my_account),
                &json!({}),
                in_minutes(30),
                in_minutes(480),
            )
            .await;
        assert_eq!(stored, Ok(true));
    }

    async fn is_open(&self, id: &[u8; 32]) -> bool {
        self.db.load_session(id).await.unwrap().is_some()
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_knows_who_signed_in_for_which_reseller(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.sign_in(&ID).await;
    let session = stage.db.load_session(&ID).await.unwrap().unwrap();
    let account = session.account.unwrap();
    assert_eq!(
        (account.account, account.reseller),
        (stage.my_account, stage.mine.reseller())
    );
    assert_eq!(
        (account.role, account.user_name.as_str()),
        (Role::Reseller, "mine")
    );
    assert_eq!(account.reseller_number, "1");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_without_an_account_keeps_its_data(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (idle, end) = (in_minutes(30), in_minutes(480));
    let data = json!({"next": "/mkm/kunden"});
    assert_eq!(
        stage.db.insert_session(&ID, None, &data, idle, end).await,
        Ok(true)
    );
    assert_eq!(
        stage
            .db
            .insert_session(&ID, None, &json!({}), idle, end)
            .await,
        Ok(false)
    );
    let session = stage.db.load_session(&ID).await.unwrap().unwrap();
    assert_eq!((session.data, session.account), (data, None));
    assert_eq!(stage.db.load_session(&OTHER).await, Ok(None));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_ends_by_idleness_and_at_its_end_whatever_happens(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    db.insert_session(&ID, None, &json!({}), in_minutes(-1), in_minutes(480))
        .await
        .unwrap();
    assert!(!stage.is_open(&ID).await);
    // Too late to be touched.
    db.touch_session(&ID, in_minutes(30)).await.unwrap();
    assert!(!stage.is_open(&ID).await);
    // Idle time does not outlast the end.
    db.insert_session(&OTHER, None, &json!({}), in_minutes(30), in_minutes(-1))
        .await
        .unwrap();
    assert!(!stage.is_open(&OTHER).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_touched_session_lives_longer(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let end = in_minutes(40);
    stage
        .db
        .insert_session(&ID, None, &json!({}), in_minutes(1), end)
        .await
        .unwrap();
    stage.db.touch_session(&ID, in_minutes(30)).await.unwrap();
    let session = stage.db.load_session(&ID).await.unwrap().unwrap();
    assert!(session.idle_until > in_minutes(29));
    stage.db.touch_session(&ID, in_minutes(300)).await.unwrap();
    let session = stage.db.load_session(&ID).await.unwrap().unwrap();
    assert_eq!(session.idle_until, session.expires_at);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_saved_session_holds_the_new_data_and_a_deleted_one_does_not_come_back(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (idle, end) = (in_minutes(30), in_minutes(480));
    stage.sign_in(&ID).await;
    let saved = stage
        .db
        .save_session(&ID, None, &json!({"a": 1}), idle, end)
        .await;
    assert_eq!(saved, Ok(true));
    let session = stage.db.load_session(&ID).await.unwrap().unwrap();
    assert_eq!((session.data, session.account), (json!({"a": 1}), None));

    stage.db.delete_session(&ID).await.unwrap();
    let saved = stage
        .db
        .save_session(&ID, None, &json!({}), idle, end)
        .await;
    assert_eq!(saved, Ok(false));
    assert!(!stage.is_open(&ID).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_disabled_account_is_signed_out_at_once(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options.clone()).await;
    stage.sign_in(&ID).await;
    let mut owner = options.connect().await.unwrap();
    owner
        .execute("update account set active = false")
        .await
        .unwrap();
    assert!(!stage.is_open(&ID).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_password_ends_all_sessions_of_the_account_and_of_nobody_else(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.sign_in(&ID).await;
    stage
        .db
        .insert_session(&OTHER, None, &json!({}), in_minutes(30), in_minutes(480))
        .await
        .unwrap();
    stage
        .db
        .set_password(Actor::Operator, stage.my_account, HASH)
        .await
        .unwrap();
    assert!(!stage.is_open(&ID).await);
    assert!(stage.is_open(&OTHER).await);
    let found = stage.db.credentials("mine").await.unwrap().unwrap();
    assert_eq!(found.password_hash.as_deref(), Some(HASH));
    let nobody = stage
        .db
        .set_password(Actor::Operator, AccountId::new(), HASH)
        .await;
    assert_eq!(nobody, Err(Refusal::NotFound));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn all_sessions_of_an_account_end_together(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.sign_in(&ID).await;
    stage.sign_in(&OTHER).await;
    stage.db.end_sessions_of(stage.my_account).await.unwrap();
    assert!(!stage.is_open(&ID).await);
    assert!(!stage.is_open(&OTHER).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_hash_is_renewed_only_while_the_password_is_the_same(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let hash = async || {
        db.credentials("mine")
            .await
            .unwrap()
            .unwrap()
            .password_hash
            .unwrap()
    };
    db.set_password(Actor::Operator, stage.my_account, HASH)
        .await
        .unwrap();
    stage.sign_in(&ID).await;
    db.renew_password_hash(stage.my_account, HASH, "$argon2id$stronger")
        .await
        .unwrap();
    assert_eq!(hash().await, "$argon2id$stronger");
    assert!(stage.is_open(&ID).await);
    db.renew_password_hash(stage.my_account, HASH, "$argon2id$late")
        .await
        .unwrap();
    assert_eq!(hash().await, "$argon2id$stronger");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_has_expired_is_removed_and_the_rest_stays(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    stage.sign_in(&ID).await;
    stage
        .db
        .insert_session(&OTHER, None, &json!({}), in_minutes(-1), in_minutes(480))
        .await
        .unwrap();
    stage.db.delete_expired_sessions().await.unwrap();
    let mut owner = options.connect().await.unwrap();
    let left: i64 = sqlx::query_scalar("select count(*) from session")
        .fetch_one(&mut owner)
        .await
        .unwrap();
    assert_eq!(left, 1);
    assert!(stage.is_open(&ID).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_another_program_is_removing_is_passed_by(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    for id in [&ID, &OTHER] {
        stage
            .db
            .insert_session(id, None, &json!({}), in_minutes(-1), in_minutes(480))
            .await
            .unwrap();
    }
    let owner = pool.connect_with(options).await.unwrap();
    let mut other = owner.begin().await.unwrap();
    sqlx::query("delete from session where id_hash = $1")
        .bind(ID.as_slice())
        .execute(&mut *other)
        .await
        .unwrap();
    // Waiting for the other one would be refused after 2 s.
    stage.db.delete_expired_sessions().await.unwrap();
    other.rollback().await.unwrap();
    let left: Vec<Vec<u8>> = sqlx::query_scalar("select id_hash from session")
        .fetch_all(&owner)
        .await
        .unwrap();
    assert_eq!(left, [ID]);
    stage.db.delete_expired_sessions().await.unwrap();
}

impl Stage {
    /// Lets the proofs of all sessions grow older.
    async fn age_proofs(&self, minutes: i32) {
        let mut owner = self.options.connect().await.unwrap();
        sqlx::query("update session set proved_at = proved_at - make_interval(mins => $1)")
            .bind(minutes)
            .execute(&mut owner)
            .await
            .unwrap();
    }

    async fn is_fresh(&self, id: &[u8; 32]) -> bool {
        self.db.load_session(id).await.unwrap().unwrap().fresh
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_proof_is_fresh_for_ten_minutes_however_much_the_session_is_used(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.sign_in(&ID).await;
    assert!(stage.is_fresh(&ID).await);
    stage.age_proofs(9).await;
    assert!(stage.is_fresh(&ID).await);
    stage.age_proofs(2).await;
    assert!(!stage.is_fresh(&ID).await);

    stage.db.touch_session(&ID, in_minutes(30)).await.unwrap();
    let (idle, end) = (in_minutes(30), in_minutes(480));
    let account = Some(stage.my_account);
    stage
        .db
        .save_session(&ID, account, &json!({}), idle, end)
        .await
        .unwrap();
    assert!(!stage.is_fresh(&ID).await);
    stage.sign_in(&OTHER).await;
    assert!(stage.is_fresh(&OTHER).await, "only the new one");
    assert!(!stage.is_fresh(&ID).await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_that_nobody_signed_in_to_proves_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (idle, end) = (in_minutes(30), in_minutes(480));
    stage
        .db
        .insert_session(&ID, None, &json!({}), idle, end)
        .await
        .unwrap();
    assert!(!stage.is_fresh(&ID).await);
    // Not even when an account comes into it without a new id.
    let account = Some(stage.my_account);
    stage
        .db
        .save_session(&ID, account, &json!({}), idle, end)
        .await
        .unwrap();
    assert!(!stage.is_fresh(&ID).await);
}

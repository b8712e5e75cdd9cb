//! Second factors: what is stored of them, and what works once.

use chrono::{TimeDelta, Utc};
use db::{MailKind, SetUp, TotpSecret};
use domain::{
    ports::OwnAccounts,
    principal::{Actor, OwnAccount},
    refusal::Refusal,
    values::AccountId,
};
use serde_json::json;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{Stage, proof};

const SECRET: TotpSecret = [7; 20];
const OTHER: TotpSecret = [8; 20];
const CODES: [[u8; 32]; 2] = [[1; 32], [2; 32]];

impl Stage {
    fn me(&self) -> OwnAccount {
        self.own(self.my_account, [9; 32])
    }

    /// My account gets a factor whose step 100 was used to confirm it.
    async fn set_up(&self) {
        let (db, me) = (&self.db, self.me());
        db.begin_totp(&me, proof(), SECRET).await.unwrap();
        let confirmed = db
            .confirm_totp(&me, proof(), (SECRET, 100), CODES.to_vec())
            .await;
        assert_eq!(confirmed, Ok(SetUp::First));
    }

    async fn as_owner(&self, sql: &str) {
        let mut owner = self.options.connect().await.unwrap();
        owner.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    }

    async fn codes_left(&self) -> u32 {
        self.db.factor_state(&self.me()).await.unwrap().codes_left
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_secret_counts_from_its_first_code_on(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (db, me, account) = (&stage.db, stage.me(), stage.my_account);
    db.begin_totp(&me, proof(), OTHER).await.unwrap();
    db.begin_totp(&me, proof(), SECRET).await.unwrap();
    let waiting = db.factor_state(&me).await.unwrap();
    assert_eq!((waiting.pending, waiting.active), (Some(SECRET), false));
    assert_eq!(db.totp_secret(account).await, Ok(None));
    assert_eq!(db.use_totp_step(account, 100).await, Ok(false));
    let late = db
        .confirm_totp(&me, proof(), (OTHER, 100), CODES.to_vec())
        .await;
    assert_eq!(late, Ok(SetUp::Nothing), "that secret was replaced");

    let confirmed = db
        .confirm_totp(&me, proof(), (SECRET, 100), CODES.to_vec())
        .await;
    assert_eq!(confirmed, Ok(SetUp::First));
    let now = db.factor_state(&me).await.unwrap();
    assert_eq!((now.pending, now.active, now.codes_left), (None, true, 2));
    assert_eq!(db.totp_secret(account).await, Ok(Some(SECRET)));
    assert_eq!(
        db.begin_totp(&me, proof(), OTHER).await,
        Err(Refusal::Changed),
        "a confirmed one is not replaced by the way"
    );
    let credentials = db.credentials("mine").await.unwrap().unwrap();
    assert!(credentials.has_second_factor);
    let own = db.own_sign_in(&me).await.unwrap();
    assert_eq!(own.second_factor.map(|factor| factor.codes_left), Some(2));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_code_works_once_and_none_before_it_any_more(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.set_up().await;
    for (step, taken) in [
        (100, false),
        (101, true),
        (101, false),
        (99, false),
        (103, true),
        (102, false),
    ] {
        let used = stage.db.use_totp_step(stage.my_account, step).await;
        assert_eq!(used, Ok(taken), "{step}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_uses_at_once_one_wins(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.set_up().await;
    for step in 200..220 {
        let account = stage.my_account;
        let (one, other) = tokio::join!(
            stage.db.use_totp_step(account, step),
            stage.db.use_totp_step(account, step)
        );
        assert_ne!(one.unwrap(), other.unwrap(), "{step}");
    }
    let (one, other) = tokio::join!(
        stage.db.use_recovery_code(stage.my_account, CODES[0]),
        stage.db.use_recovery_code(stage.my_account, CODES[0])
    );
    assert_ne!(one.unwrap(), other.unwrap());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_recovery_code_works_once_and_for_its_owner_alone(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.set_up().await;
    let (db, account) = (&stage.db, stage.my_account);
    let customer = stage.customer("A-1").await;
    let other = AccountId::from_uuid(stage.give_user(customer).await);
    assert_eq!(db.use_recovery_code(other, CODES[0]).await, Ok(false));
    assert_eq!(db.use_recovery_code(account, [3; 32]).await, Ok(false));
    assert_eq!(db.use_recovery_code(account, CODES[0]).await, Ok(true));
    assert_eq!(db.use_recovery_code(account, CODES[0]).await, Ok(false));
    assert_eq!(stage.codes_left().await, 1);
    let noted = "select count(*) from audit_entry where kind = 'account.recovery_code_used'";
    assert_eq!(stage.count(noted).await, 1);

    db.renew_recovery_codes(&stage.me(), proof(), vec![[4; 32]])
        .await
        .unwrap();
    assert_eq!(stage.codes_left().await, 1);
    assert_eq!(db.use_recovery_code(account, CODES[1]).await, Ok(false));
    assert_eq!(db.use_recovery_code(account, [4; 32]).await, Ok(true));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_removed_factor_leaves_nothing_and_its_owner_is_told(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, account) = (&stage.db, stage.my_account);
    assert_eq!(db.remove_factor(Actor::Operator, account).await, Ok(false));
    stage.set_up().await;
    let mail = db.next_mail().await.unwrap().unwrap();
    assert_eq!(
        (mail.kind, mail.to.email.as_str()),
        (MailKind::FactorAdded, "reseller@example.de")
    );
    let soon = Utc::now() + TimeDelta::minutes(5);
    let half = db
        .insert_half_session(&[5; 32], account, &json!({}), soon)
        .await;
    assert_eq!(half, Ok(true));

    assert_eq!(db.remove_factor(Actor::Operator, account).await, Ok(true));
    let state = db.factor_state(&stage.me()).await.unwrap();
    assert_eq!(
        (state.pending, state.active, state.codes_left),
        (None, false, 0)
    );
    assert_eq!(db.use_totp_step(account, 500).await, Ok(false));
    assert_eq!(db.use_recovery_code(account, CODES[0]).await, Ok(false));
    assert_eq!(db.load_session(&[5; 32]).await, Ok(None), "half-way in");
    let mail = db.next_mail().await.unwrap().unwrap();
    assert_eq!(mail.kind, MailKind::FactorRemoved);
    let noted = "select count(*) from audit_entry
        where kind like 'account.factor%' and before is null and after is null";
    assert_eq!(stage.count(noted).await, 2, "and no secret with it");
    let nobody = db.remove_factor(Actor::Operator, AccountId::new()).await;
    assert_eq!(nobody, Err(Refusal::NotFound));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn staff_whose_reseller_requires_a_factor_keep_it_unless_the_operator_removes_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.set_up().await;
    let (db, account) = (&stage.db, stage.my_account);
    stage
        .as_owner(
            "update account set role = 'staff', staff_right = 'edit';
             update reseller set staff_second_factor = true",
        )
        .await;
    assert!(db.factor_state(&stage.me()).await.unwrap().required);
    let refused = db.remove_factor(Actor::Account(account), account).await;
    assert_eq!(refused, Err(Refusal::FactorNeeded));
    assert!(db.totp_secret(account).await.unwrap().is_some());
    assert_eq!(db.remove_factor(Actor::Operator, account).await, Ok(true));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn half_a_sign_in_is_nobodys_session_and_ends_with_the_password(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, account) = (&stage.db, stage.my_account);
    let soon = Utc::now() + TimeDelta::minutes(5);
    db.insert_half_session(&[5; 32], account, &json!({"browser": "B"}), soon)
        .await
        .unwrap();
    // Saved, as the session layer does, it stays what it is.
    db.save_session(&[5; 32], Some(account), &json!({}), soon, soon)
        .await
        .unwrap();
    let half = db.load_session(&[5; 32]).await.unwrap().unwrap();
    assert_eq!((half.account, half.half), (None, Some(account)));
    assert!(!half.fresh);
    let own = db.own_sign_in(&stage.me()).await.unwrap();
    assert!(own.sessions.is_empty(), "nobody is signed in there");
    db.set_password(Actor::Operator, account, crate::stage::HASH)
        .await
        .unwrap();
    assert_eq!(db.load_session(&[5; 32]).await, Ok(None));

    let gone = Utc::now() - TimeDelta::seconds(1);
    db.insert_half_session(&[6; 32], account, &json!({}), gone)
        .await
        .unwrap();
    assert_eq!(db.load_session(&[6; 32]).await, Ok(None), "too late");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn wrong_codes_make_the_account_wait_and_nobody_else(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    use db::Attempt;
    let stage = Stage::new(options).await;
    let (db, account) = (&stage.db, stage.my_account);
    let (here, there) = (
        "192.0.2.1".parse().unwrap(),
        "198.51.100.2".parse().unwrap(),
    );
    assert_eq!(db.attempt_code(here, account).await, Ok(Attempt::Allowed));
    for address in [here, there] {
        let waits = db.attempt_code(address, account).await.unwrap();
        assert!(matches!(waits, Attempt::Wait(_)), "from anywhere");
    }
    let other = AccountId::new();
    assert_eq!(db.attempt_code(here, other).await, Ok(Attempt::Allowed));
    assert_eq!(
        db.attempt(here, "mine").await,
        Ok(Attempt::Allowed),
        "passwords count on their own"
    );
    db.code_was_right(here, account).await.unwrap();
    assert_eq!(db.attempt_code(here, account).await, Ok(Attempt::Allowed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_says_who_needs_a_factor_first(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let end = Utc::now() + TimeDelta::minutes(30);
    let account = Some(stage.my_account);
    stage
        .db
        .insert_session(&[5; 32], account, &json!({}), end, end)
        .await
        .unwrap();
    for (sql, needs) in [
        ("update reseller set staff_second_factor = true", false),
        (
            "update account set role = 'staff', staff_right = 'edit'",
            true,
        ),
        ("update account set has_second_factor = true", false),
    ] {
        stage.as_owner(sql).await;
        let session = stage.db.load_session(&[5; 32]).await.unwrap().unwrap();
        assert_eq!(session.account.unwrap().needs_factor, needs, "{sql}");
    }
}

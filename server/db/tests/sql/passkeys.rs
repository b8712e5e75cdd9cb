//! Passkeys: what is stored of them, how many there are, and what they change.

use chrono::{TimeDelta, Utc};
use db::{FactorWays, MailKind, NewPasskey, OneFactor, PasskeyAdded, PasskeyPurpose, SetUp};
use domain::{
    principal::{Actor, OwnAccount},
    refusal::Refusal,
    values::{AccountId, PasskeyId},
};
use serde_json::{Value, json};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{Stage, proof};

const CODES: [[u8; 32]; 2] = [[1; 32], [2; 32]];

fn passkey(id: u8) -> NewPasskey {
    NewPasskey {
        credential_id: vec![id; 16],
        credential: json!({ "key": id }),
        name: format!("Telefon {id}"),
    }
}

impl Stage {
    fn owner(&self) -> OwnAccount {
        self.own(self.my_account, [9; 32])
    }

    async fn add(&self, own: &OwnAccount, id: u8) -> PasskeyAdded {
        let added = self
            .db
            .add_passkey(own, proof(), passkey(id), CODES.to_vec());
        added.await.unwrap()
    }

    async fn first(&self) -> PasskeyId {
        self.db.own_passkeys(&self.owner()).await.unwrap()[0].id
    }

    async fn has_factor(&self) -> bool {
        let found = self.db.credentials("mine").await.unwrap().unwrap();
        found.has_second_factor
    }

    async fn change(&self, sql: &str) {
        let mut owner = self.options.connect().await.unwrap();
        owner.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_first_passkey_is_a_second_factor_and_brings_the_recovery_codes(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me) = (&stage.db, stage.owner());
    assert!(!stage.has_factor().await);
    assert_eq!(stage.add(&me, 1).await, PasskeyAdded::First);
    assert!(stage.has_factor().await);
    let ways = db.factor_ways(stage.my_account).await.unwrap();
    assert_eq!(
        ways,
        FactorWays {
            app: false,
            passkey: true
        }
    );
    let state = db.factor_state(&me).await.unwrap();
    assert_eq!(
        (state.active, state.app, state.passkeys, state.codes_left),
        (true, false, 1, 2)
    );
    assert_eq!(
        db.use_recovery_code(stage.my_account, CODES[0]).await,
        Ok(true)
    );
    assert_eq!(stage.add(&me, 2).await, PasskeyAdded::Further);
    let left = db.factor_state(&me).await.unwrap().codes_left;
    assert_eq!(left, 1, "codes are made with the first factor alone");
    let own = db.own_passkeys(&me).await.unwrap();
    let names: Vec<_> = own.iter().map(|key| key.name.as_str()).collect();
    assert_eq!(names, ["Telefon 1", "Telefon 2"]);
    assert!(own.iter().all(|key| key.last_used.is_none()));
    let mail = db.next_mail().await.unwrap().unwrap();
    assert_eq!(mail.kind, MailKind::PasskeyAdded);
    let noted = "select count(*) from audit_entry
        where kind = 'account.passkey_added' and before is null and after is null";
    assert_eq!(stage.count(noted).await, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_account_has_ten_passkeys_at_most_and_nobody_has_anothers(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let me = stage.owner();
    let theirs = stage.db.credentials("theirs").await.unwrap().unwrap();
    let customer = stage.customer("A-1").await;
    let colleague = AccountId::from_uuid(stage.give_user(customer).await);
    for id in 0..9 {
        stage.add(&me, id).await;
    }
    assert_eq!(stage.add(&me, 0).await, PasskeyAdded::Known, "mine already");
    for other in [colleague, theirs.account] {
        let own = stage.own(other, [8; 32]);
        assert_eq!(stage.add(&own, 0).await, PasskeyAdded::Known);
    }
    let (one, other) = tokio::join!(stage.add(&me, 20), stage.add(&me, 21));
    let mut at_once = [one == PasskeyAdded::Full, other == PasskeyAdded::Full];
    at_once.sort_unstable();
    assert_eq!(at_once, [false, true], "one is the tenth");
    assert_eq!(stage.db.own_passkeys(&me).await.unwrap().len(), 10);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_passkey_is_used_by_its_account_with_a_counter_that_grows(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me, account) = (&stage.db, stage.owner(), stage.my_account);
    stage.add(&me, 1).await;
    let id = [1; 16];
    let known = db.passkey_owner(&id).await.unwrap();
    assert_eq!(known, Some((account, json!({ "key": 1 }))));
    assert_eq!(db.passkey_owner(&[2; 16]).await, Ok(None));
    let changed = json!({ "key": 1, "counter": 5 });
    for (counter, taken) in [
        (0, true),
        (0, true),
        (5, true),
        (5, false),
        (4, false),
        (0, false),
        (6, true),
    ] {
        let used = db.use_passkey(account, &id, &changed, counter).await;
        assert_eq!(used, Ok(taken), "{counter}");
    }
    assert_eq!(
        db.use_passkey(AccountId::new(), &id, &changed, 9).await,
        Ok(false)
    );
    assert_eq!(
        db.passkey_credentials(account).await.unwrap(),
        std::slice::from_ref(&changed)
    );
    assert!(db.own_passkeys(&me).await.unwrap()[0].last_used.is_some());
    let (one, other) = tokio::join!(
        db.use_passkey(account, &id, &changed, 7),
        db.use_passkey(account, &id, &changed, 7)
    );
    assert_ne!(one.unwrap(), other.unwrap(), "of two copies one wins");
    let noted = "select count(*) from audit_entry where kind = 'account.passkey_used'";
    assert_eq!(stage.count(noted).await, 5);

    stage.change("update account set active = false").await;
    assert_eq!(db.passkey_owner(&id).await, Ok(None));
    assert_eq!(db.use_passkey(account, &id, &changed, 9).await, Ok(false));
    assert_eq!(
        db.passkey_credentials(account).await.unwrap(),
        Vec::<Value>::new()
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_asked_belongs_to_a_session_a_purpose_and_one_answer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, here, there) = (&stage.db, [5; 32], [6; 32]);
    let end = Utc::now() + TimeDelta::minutes(30);
    for session in [here, there] {
        let account = Some(stage.my_account);
        db.insert_session(&session, account, &json!({}), end, end)
            .await
            .unwrap();
    }
    let (proof, sign_in) = (PasskeyPurpose::Proof, PasskeyPurpose::SignIn);
    let (one, two) = (json!({ "asked": 1 }), json!({ "asked": 2 }));
    assert_eq!(db.keep_challenge(&[7; 32], proof, &one).await, Ok(false));
    assert_eq!(db.keep_challenge(&here, proof, &one).await, Ok(true));
    assert_eq!(db.take_challenge(&there, proof).await, Ok(None));
    assert_eq!(db.take_challenge(&here, sign_in).await, Ok(None));
    assert_eq!(db.keep_challenge(&here, proof, &two).await, Ok(true));
    let (first, second) = tokio::join!(
        db.take_challenge(&here, proof),
        db.take_challenge(&here, proof)
    );
    let mut taken = [first.unwrap(), second.unwrap()];
    taken.sort_by_key(Option::is_some);
    assert_eq!(taken, [None, Some(two)], "the latest, once");

    db.keep_challenge(&here, proof, &one).await.unwrap();
    // Saved, as the session layer does, it still asks.
    db.save_session(&here, Some(stage.my_account), &json!({}), end, end)
        .await
        .unwrap();
    stage
        .change(
            "update session set passkey_until = now() - interval '1 second'
             where passkey_until is not null",
        )
        .await;
    assert_eq!(db.take_challenge(&here, proof).await, Ok(None), "too late");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_last_factor_takes_the_recovery_codes_with_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me, account) = (&stage.db, stage.owner(), stage.my_account);
    stage.add(&me, 1).await;
    let secret = [7; 20];
    db.begin_totp(&me, proof(), secret).await.unwrap();
    let beside = db.confirm_totp(&me, proof(), (secret, 100), vec![[4; 32]]);
    assert_eq!(beside.await, Ok(SetUp::Further));
    let foreign = OneFactor::Passkey(PasskeyId::new());
    let nothing = db.remove_own_factor(&me, proof(), foreign, false).await;
    assert_eq!(nothing, Ok(false));

    let one = OneFactor::Passkey(stage.first().await);
    assert_eq!(
        db.remove_own_factor(&me, proof(), one, false).await,
        Ok(true)
    );
    let state = db.factor_state(&me).await.unwrap();
    assert_eq!((state.active, state.app, state.codes_left), (true, true, 2));
    let soon = Utc::now() + TimeDelta::minutes(5);
    db.insert_half_session(&[5; 32], account, &json!({}), soon)
        .await
        .unwrap();
    let app = OneFactor::App;
    let alone = db.remove_own_factor(&me, proof(), app, false).await;
    assert_eq!(
        alone,
        Err(Refusal::Changed),
        "nobody said that it is enough"
    );
    assert!(stage.has_factor().await);
    assert_eq!(
        db.remove_own_factor(&me, proof(), app, true).await,
        Ok(true)
    );
    let state = db.factor_state(&me).await.unwrap();
    assert_eq!(
        (state.active, state.app, state.codes_left),
        (false, false, 0)
    );
    assert_eq!(db.load_session(&[5; 32]).await, Ok(None), "half-way in");
    let kinds = "select count(*) from audit_entry
        where kind in ('account.passkey_removed', 'account.factor_removed')";
    assert_eq!(stage.count(kinds).await, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn staff_that_needs_a_factor_keeps_its_last_one_unless_the_operator_removes_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, me, account) = (&stage.db, stage.owner(), stage.my_account);
    stage.add(&me, 1).await;
    stage.add(&me, 2).await;
    stage
        .change(
            "update account set role = 'staff', staff_right = 'edit';
             update reseller set staff_second_factor = true",
        )
        .await;
    let one = OneFactor::Passkey(stage.first().await);
    assert_eq!(
        db.remove_own_factor(&me, proof(), one, false).await,
        Ok(true)
    );
    let last = OneFactor::Passkey(stage.first().await);
    let refused = db.remove_own_factor(&me, proof(), last, true).await;
    assert_eq!(refused, Err(Refusal::FactorNeeded));
    assert_eq!(db.own_passkeys(&me).await.unwrap().len(), 1);
    assert_eq!(db.remove_factor(Actor::Operator, account).await, Ok(true));
    assert!(db.own_passkeys(&me).await.unwrap().is_empty());
    assert!(!stage.has_factor().await);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_account_goes_with_its_passkeys(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let user = stage.give_user(customer).await;
    let own = stage.own(AccountId::from_uuid(user), [8; 32]);
    stage.add(&own, 1).await;
    let mut app = stage.as_app().await;
    let statement = format!(
        "delete from customer_account where account_id = '{user}'; delete from account where id = '{user}'"
    );
    app.execute(AssertSqlSafe(statement)).await.unwrap();
    assert_eq!(stage.db.passkey_owner(&[1; 16]).await, Ok(None));
    assert_eq!(stage.add(&stage.owner(), 1).await, PasskeyAdded::First);
}

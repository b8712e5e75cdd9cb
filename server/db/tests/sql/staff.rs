//! Staff accounts of two resellers, and the sessions of others.

use chrono::{TimeDelta, Utc};
use db::{Db, Invitation as Way};
use domain::{
    audit_log::{LogActor, LogQuery},
    ports::{AuditLog, OthersSessions},
    principal::{Actor, Desk, Role},
    refusal::{Invalid, Refusal},
    rights::Right,
    staff::NewStaff,
    staff_form::StaffForm,
    user::{Invitation, NewUser},
    values::{AccountId, EmailAddress, Line, Version},
};
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{HASH, Stage, may, proof};

fn person(name: &str, right: Right) -> NewStaff {
    NewStaff {
        person: NewUser {
            user_name: Line::parse(name).unwrap(),
            first_name: Line::parse("Anna").unwrap(),
            last_name: Line::parse("Amt").unwrap(),
            email: EmailAddress::parse(&format!("{name}@example.de")).unwrap(),
        },
        right,
    }
}

async fn add(db: &Db, desk: &Desk, name: &str, right: Right) -> AccountId {
    let id = AccountId::new();
    db.create_staff(may(desk), proof(), id, person(name, right), Way::ByMail)
        .await
        .unwrap();
    id
}

async fn sign_in(stage: &Stage, id: &[u8; 32], account: AccountId) {
    let (idle, end) = (
        Utc::now() + TimeDelta::minutes(30),
        Utc::now() + TimeDelta::hours(8),
    );
    let data = json!({ "browser": "Firefox · Linux" });
    let stored = stage
        .db
        .insert_session(id, Some(account), &data, idle, end)
        .await;
    assert_eq!(stored, Ok(true));
}

async fn kinds(stage: &Stage) -> Vec<String> {
    let page = stage.db.page(&stage.mine, &LogQuery::default()).await;
    let entries = page.unwrap().entries.into_iter().rev();
    let kinds = entries.map(|entry| entry.kind);
    kinds.filter(|kind| kind.starts_with("staff.")).collect()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn staff_is_created_once_and_waits_for_its_password(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let id = add(db, mine, "anna", Right::Edit).await;
    let again = db
        .create_staff(
            may(mine),
            proof(),
            id,
            person("anna", Right::Edit),
            Way::ByMail,
        )
        .await;
    assert_eq!(again, Ok(()), "the same form sent twice is one account");
    let all = db.staff(may(mine)).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].record, StaffForm::from(&person("anna", Right::Edit)));
    assert_eq!(
        (all[0].right, all[0].active, all[0].own),
        (Right::Edit, true, false)
    );
    assert_eq!(all[0].invitation, Invitation::NotSent);
    assert_eq!(all[0].last_sign_in, None);
    assert_eq!(kinds(&stage).await, ["staff.created"]);
    assert_eq!(stage.count("select count(*) from outgoing_mail").await, 1);
    assert_eq!(db.staff(may(&stage.theirs)).await, Ok(Vec::new()));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_session_of_staff_knows_the_right_of_this_moment(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let id = add(db, mine, "anna", Right::View).await;
    sign_in(&stage, &[1; 32], id).await;
    let role = async || {
        let session = db.load_session(&[1; 32]).await.unwrap().unwrap();
        session.account.unwrap().role
    };
    assert_eq!(role().await, Role::Staff(Right::View));
    db.update_staff(
        may(mine),
        proof(),
        id,
        Version(1),
        person("anna", Right::Manage),
        true,
    )
    .await
    .unwrap();
    assert_eq!(role().await, Role::Staff(Right::Manage));
    let credentials = db.credentials("anna").await.unwrap().unwrap();
    assert_eq!(credentials.role, Role::Staff(Right::Manage));
    let all = db.staff(may(mine)).await.unwrap();
    assert!(all[0].last_sign_in.is_some());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn half_a_sign_in_is_neither_the_last_one_nor_a_session_to_be_seen(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::View).await;
    let soon = Utc::now() + TimeDelta::minutes(5);
    let half = db
        .insert_half_session(&[1; 32], anna, &json!({}), soon)
        .await;
    assert_eq!(half, Ok(true));
    let seen = async || {
        let sessions = db.sessions_of_account(may(mine), anna).await.unwrap();
        let all = db.staff(may(mine)).await.unwrap();
        (sessions.sessions.len(), all[0].last_sign_in.is_some())
    };
    assert_eq!(seen().await, (0, false));
    // After the code the session goes on under another id.
    sign_in(&stage, &[2; 32], anna).await;
    assert_eq!(seen().await, (1, true));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_right_belongs_to_staff_alone(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let id = add(&stage.db, &stage.mine, "anna", Right::View).await;
    let mut app = stage.as_app().await;
    for (right, account) in [
        (None, id),
        (Some("admin"), id),
        (Some("view"), stage.my_account),
    ] {
        let refused = sqlx::query("update account set staff_right = $2 where id = $1")
            .bind(account.uuid())
            .bind(right)
            .execute(&mut app)
            .await
            .unwrap_err();
        let constraint = refused.as_database_error().unwrap().constraint();
        assert_eq!(constraint, Some("account_staff_right_check"), "{right:?}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_resellers_staff_and_other_accounts_are_not_there(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let anna = add(db, &stage.mine, "anna", Right::Edit).await;
    let user = AccountId::from_uuid(stage.give_user(stage.customer("K-1").await).await);
    for (desk, id) in [
        (&stage.theirs, anna),
        (&stage.mine, stage.my_account),
        (&stage.mine, user),
        (&stage.mine, AccountId::new()),
    ] {
        let gone = Err(Refusal::NotFound);
        let manage = may(desk);
        let edit = person("neu", Right::Manage);
        let edited = db
            .update_staff(manage, proof(), id, Version(1), edit, true)
            .await;
        assert_eq!(edited, gone);
        let switched = db.set_staff_active(manage, id, false).await;
        assert_eq!(switched.map(drop), gone);
        let invited = db.invite_staff(manage, id, Way::ByMail).await;
        assert_eq!(invited.map(drop), gone);
        assert_eq!(db.delete_staff(manage, id).await.map(drop), gone);
    }
    let refused = db
        .create_staff(
            may(&stage.theirs),
            proof(),
            anna,
            person("x", Right::View),
            Way::ByMail,
        )
        .await;
    assert_eq!(refused, Err(Refusal::NotFound), "the id is somebody else's");
    assert_eq!(kinds(&stage).await, ["staff.created"]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_name_that_is_taken_is_said_at_the_user_name(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let taken = stage
        .db
        .create_staff(
            may(&stage.mine),
            proof(),
            AccountId::new(),
            person("THEIRS", Right::View),
            Way::ByMail,
        )
        .await;
    let Err(Refusal::Invalid(invalid)) = taken else {
        panic!("{taken:?}");
    };
    assert!(matches!(invalid.open(), Some(Invalid::User(_))));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn deactivating_ends_sessions_links_and_mails_at_once(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::Edit).await;
    sign_in(&stage, &[1; 32], anna).await;
    let link = Way::ByLink {
        hash: [7; 32],
        expires_at: Utc::now() + TimeDelta::hours(24),
    };
    db.invite_staff(may(mine), anna, link).await.unwrap();
    let open = || db.token_owner(&[7; 32], db::TokenPurpose::FOR_PASSWORD);
    assert!(open().await.unwrap().is_some());

    let name = db.set_staff_active(may(mine), anna, false).await;
    assert_eq!(name.as_deref(), Ok("anna"));
    assert_eq!(db.load_session(&[1; 32]).await, Ok(None));
    assert!(open().await.unwrap().is_none());
    let waiting = "select count(*) from outgoing_mail where state = 'waiting'";
    assert_eq!(stage.count(waiting).await, 0);
    let invited = db.invite_staff(may(mine), anna, Way::ByMail).await;
    assert_eq!(invited, Err(Refusal::Changed));
    db.set_staff_active(may(mine), anna, true).await.unwrap();
    assert_eq!(
        kinds(&stage).await,
        [
            "staff.created",
            "staff.invited",
            "staff.deactivated",
            "staff.activated"
        ]
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_notes_what_changed_and_an_older_one_changes_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::View).await;
    let edit = |name: &'static str, right| {
        db.update_staff(
            may(mine),
            proof(),
            anna,
            Version(1),
            person(name, right),
            true,
        )
    };
    assert_eq!(edit("anna", Right::Edit).await, Ok(()));
    assert_eq!(edit("otto", Right::Edit).await, Err(Refusal::Changed));
    assert_eq!(
        edit("anna", Right::Edit).await,
        Ok(()),
        "the same edit again"
    );
    let page = db.page(mine, &LogQuery::default()).await.unwrap();
    let changes = &page.entries[0].changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (&*changes[0].field, &*changes[0].before, &*changes[0].after),
        ("staff_right", "view", "edit")
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn nobody_takes_the_own_right_or_access_away(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::Manage).await;
    let own = &stage.desk_of(anna, Role::Staff(Right::Manage));
    let refused = Err(Refusal::OwnAccount);
    let less = person("anna", Right::View);
    let edited = db
        .update_staff(may(own), proof(), anna, Version(1), less, true)
        .await;
    assert_eq!(edited, refused);
    let switched = db.set_staff_active(may(own), anna, false).await;
    assert_eq!(switched.map(drop), refused);
    assert_eq!(db.delete_staff(may(own), anna).await.map(drop), refused);
    let ended = db.end_sessions_of_account(may(own), anna).await;
    assert_eq!(ended.map(drop), refused);

    let mut other_name = person("anna", Right::Manage);
    other_name.person.last_name = Line::parse("Neu").unwrap();
    let edited = db
        .update_staff(may(own), proof(), anna, Version(1), other_name, true)
        .await;
    assert_eq!(edited, Ok(()), "the own name may change");
    assert!(db.staff(may(own)).await.unwrap()[0].own);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_log_keeps_the_name_of_who_is_deleted(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::Edit).await;
    db.set_password(Actor::Account(anna), anna, HASH)
        .await
        .unwrap();
    sign_in(&stage, &[1; 32], anna).await;
    let name = db.delete_staff(may(mine), anna).await;
    assert_eq!(name.as_deref(), Ok("anna"));
    assert_eq!(db.load_session(&[1; 32]).await, Ok(None));
    assert_eq!(db.credentials("anna").await, Ok(None));
    let entries = db.page(mine, &LogQuery::default()).await.unwrap().entries;
    assert_eq!(
        (&*entries[0].kind, &*entries[0].subject),
        ("staff.deleted", "anna")
    );
    let by_her = entries
        .iter()
        .find(|entry| entry.kind == "account.password_set");
    let actor = &by_her.unwrap().actor;
    assert!(
        matches!(actor, LogActor::Account { name, .. } if name == "anna"),
        "{actor:?}"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_manager_sees_and_ends_the_sessions_of_others(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::Edit).await;
    let user = AccountId::from_uuid(stage.give_user(stage.customer("K-1").await).await);
    for (id, account) in [([1; 32], anna), ([2; 32], anna), ([3; 32], user)] {
        sign_in(&stage, &id, account).await;
    }
    let seen = db.sessions_of_account(may(mine), anna).await.unwrap();
    assert_eq!((&*seen.user_name, seen.sessions.len()), ("anna", 2));
    assert_eq!(seen.sessions[0].browser, "Firefox · Linux");

    assert_eq!(
        db.end_sessions_of_account(may(mine), anna).await.as_deref(),
        Ok("anna")
    );
    assert_eq!(db.load_session(&[1; 32]).await, Ok(None));
    assert_eq!(db.load_session(&[2; 32]).await, Ok(None));
    assert!(db.load_session(&[3; 32]).await.unwrap().is_some());
    let ended = "select count(*) from audit_entry
        where kind = 'account.sessions_ended' and after ->> 'ended' = '2'";
    assert_eq!(stage.count(ended).await, 1);
    let none = db.sessions_of_account(may(mine), anna).await.unwrap();
    assert!(none.sessions.is_empty());
    assert!(db.end_sessions_of_account(may(mine), user).await.is_ok());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_sessions_of_the_reseller_and_of_strangers_are_nobodys_to_see(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let anna = add(db, mine, "anna", Right::Edit).await;
    sign_in(&stage, &[1; 32], anna).await;
    sign_in(&stage, &[2; 32], stage.my_account).await;
    let gone = Err(Refusal::NotFound);
    for (desk, account) in [(&stage.theirs, anna), (mine, stage.my_account)] {
        let seen = db.sessions_of_account(may(desk), account).await;
        assert_eq!(seen.map(drop), gone);
        let ended = db.end_sessions_of_account(may(desk), account).await;
        assert_eq!(ended.map(drop), gone);
    }
    for id in [[1; 32], [2; 32]] {
        assert!(db.load_session(&id).await.unwrap().is_some());
    }
}

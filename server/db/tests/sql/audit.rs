//! The audit log: who did what, and that it stays.

use domain::{ports::Customers, values::Version};
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use uuid::Uuid;

use crate::stage::{HASH, Stage, may, named};

type Entry = (
    String,
    String,
    Option<Uuid>,
    Uuid,
    Option<Value>,
    Option<Value>,
);

async fn entries(stage: &Stage) -> Vec<Entry> {
    let mut app = stage.as_app().await;
    sqlx::query_as(
        "select kind, actor, actor_account, object_id, before, after from audit_entry order by at, id",
    )
    .fetch_all(&mut app)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_change_says_who_did_it_and_what_was_before_and_after(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let desk = stage.desk_of_my_account();
    let id = stage.customer("A-1").await;
    stage
        .db
        .update(may(&desk), id, Version(1), named("B-2", "Neu", "Eva", ""))
        .await
        .unwrap();
    stage.db.delete(may(&desk), id).await.unwrap();

    let entries = entries(&stage).await;
    let kinds: Vec<&str> = entries.iter().map(|entry| entry.0.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "reseller.created",
            "customer.created",
            "customer.changed",
            "customer.deleted"
        ]
    );
    let actors: Vec<_> = entries
        .iter()
        .map(|entry| (entry.1.as_str(), entry.2))
        .collect();
    let me = ("account", Some(stage.my_account.uuid()));
    assert_eq!(actors, [("operator", None), ("operator", None), me, me]);
    for entry in &entries[1..] {
        assert_eq!(entry.3, id.uuid());
    }
    let numbers = |entry: &Entry| {
        let number =
            |record: &Option<Value>| record.as_ref().map(|record| record["number"].clone());
        (number(&entry.4), number(&entry.5))
    };
    assert_eq!(numbers(&entries[1]), (None, Some("A-1".into())));
    assert_eq!(
        numbers(&entries[2]),
        (Some("A-1".into()), Some("B-2".into()))
    );
    assert_eq!(numbers(&entries[3]), (Some("B-2".into()), None));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_entry_can_be_neither_changed_nor_removed(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("A-1").await;
    let mut app = stage.as_app().await;
    for sql in [
        "update audit_entry set kind = 'customer.forged'",
        "delete from audit_entry",
        "truncate audit_entry",
    ] {
        let refused = sqlx::query(sql).execute(&mut app).await.unwrap_err();
        let code = refused.as_database_error().unwrap().code().unwrap();
        assert_eq!(code, "42501", "{sql}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_password_is_noted_without_it(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let actor = domain::principal::Actor::Operator;
    stage
        .db
        .set_password(actor, stage.my_account, HASH)
        .await
        .unwrap();
    let entries = entries(&stage).await;
    let (kind, _, _, object, before, after) = entries.last().unwrap();
    assert_eq!(kind, "account.password_set");
    assert_eq!(
        (*object, before, after),
        (stage.my_account.uuid(), &None, &None)
    );
}

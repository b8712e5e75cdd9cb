//! Mails on their way out.

use std::time::Duration;

use db::{Declined, DueMail, Invitation, MailKind, TokenPurpose};
use domain::{
    user::NewUser,
    values::{AccountId, CustomerId, EmailAddress, Line},
};
use sqlx::{
    Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{HASH, Stage, may};

const DAY: Duration = Duration::from_secs(86_400);

async fn invite(stage: &Stage, customer: CustomerId, name: &str) -> AccountId {
    let id = AccountId::new();
    let new = NewUser {
        user_name: Line::parse(name).unwrap(),
        first_name: Line::parse("Eva").unwrap(),
        last_name: Line::parse("Öl").unwrap(),
        email: EmailAddress::parse(&format!("{name}@example.de")).unwrap(),
    };
    let created = stage
        .db
        .create_user(may(&stage.mine), customer, id, new, Invitation::ByMail);
    created.await.unwrap();
    id
}

async fn due(stage: &Stage) -> Option<DueMail> {
    stage.db.next_mail().await.unwrap()
}

async fn run(owner: &PgPool, sql: &'static str) {
    owner.execute(sql).await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn many_senders_at_once_get_each_mail_once(pool: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let customer = stage.customer("K-1").await;
    for number in 0..6 {
        invite(&stage, customer, &format!("eva{number}")).await;
    }
    let db = &stage.db;
    let claimed = tokio::join!(
        db.next_mail(),
        db.next_mail(),
        db.next_mail(),
        db.next_mail(),
        db.next_mail(),
        db.next_mail()
    );
    let (a, b, c, d, e, f) = claimed;
    let mut ids: Vec<_> = [a, b, c, d, e, f]
        .into_iter()
        .map(|mail| mail.unwrap().unwrap().id)
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 6);
    assert!(due(&stage).await.is_none(), "all are being sent");

    // A row that another transaction holds is passed by, not waited for.
    run(&owner, "update outgoing_mail set leased_until = now()").await;
    let mut held = owner.begin().await.unwrap();
    held.execute("select 1 from outgoing_mail order by due_at limit 5 for update")
        .await
        .unwrap();
    let free = tokio::time::timeout(Duration::from_secs(5), due(&stage))
        .await
        .unwrap();
    assert!(free.is_some());
    let none = tokio::time::timeout(Duration::from_secs(5), due(&stage))
        .await
        .unwrap();
    assert!(none.is_none());
    held.rollback().await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_sender_that_died_keeps_a_mail_for_two_minutes(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let customer = stage.customer("K-1").await;
    invite(&stage, customer, "eva").await;
    assert_eq!(due(&stage).await.unwrap().attempt, 1);
    assert!(due(&stage).await.is_none());
    run(
        &owner,
        "update outgoing_mail set leased_until = leased_until - interval '119 seconds'",
    )
    .await;
    assert!(due(&stage).await.is_none());
    run(
        &owner,
        "update outgoing_mail set leased_until = leased_until - interval '1 second'",
    )
    .await;
    assert_eq!(due(&stage).await.unwrap().attempt, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn pauses_grow_and_after_a_day_the_mail_is_given_up(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let customer = stage.customer("K-1").await;
    invite(&stage, customer, "eva").await;
    let mut minutes = Vec::new();
    for _ in 0..5 {
        let mail = due(&stage).await.unwrap();
        stage
            .db
            .mail_declined(&mail, Declined::ForNow, Some(451))
            .await
            .unwrap();
        assert!(due(&stage).await.is_none(), "not before the pause is over");
        let pause: f64 = sqlx::query_scalar(
            "select extract(epoch from due_at - now())::float8 / 60 from outgoing_mail",
        )
        .fetch_one(&owner)
        .await
        .unwrap();
        minutes.push(pause.round());
        run(&owner, "update outgoing_mail set due_at = now()").await;
    }
    assert_eq!(minutes, [1.0, 5.0, 30.0, 120.0, 360.0]);
    run(
        &owner,
        "update outgoing_mail set queued_at = queued_at - interval '25 hours'",
    )
    .await;
    let mail = due(&stage).await.unwrap();
    stage
        .db
        .mail_declined(&mail, Declined::ForNow, None)
        .await
        .unwrap();
    let given_up =
        "select count(*) from outgoing_mail where state = 'failed' and done_at is not null";
    assert_eq!(stage.count(given_up).await, 1);
    assert!(due(&stage).await.is_none());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_sent_is_sent_once_and_ends_the_links_before(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let customer = stage.customer("K-1").await;
    let eva = invite(&stage, customer, "eva").await;
    for hash in [[1; 32], [2; 32]] {
        let mail = due(&stage).await.unwrap();
        assert_eq!((mail.kind, mail.account), (MailKind::Invitation, eva));
        let opened = db
            .open_mail_link(&mail, TokenPurpose::Invitation, &hash, DAY)
            .await;
        assert_eq!(opened, Ok(true));
        db.mail_sent(&mail, Some(hash)).await.unwrap();
        assert!(due(&stage).await.is_none());
        let again = db
            .invite_user(may(&stage.mine), customer, eva, Invitation::ByMail)
            .await;
        assert_eq!(again, Ok("eva".to_owned()));
    }
    let owner_of = |hash| async move {
        let found = db.token_owner(&hash, TokenPurpose::FOR_PASSWORD).await;
        found.unwrap().is_some()
    };
    assert!(!owner_of([1; 32]).await);
    assert!(owner_of([2; 32]).await);
    // Accepted meanwhile: the mail that waits is thrown away.
    assert_eq!(
        db.redeem_token(&[2; 32], TokenPurpose::FOR_PASSWORD, HASH)
            .await,
        Ok(true)
    );
    assert!(due(&stage).await.is_none());
    assert_eq!(
        stage
            .count("select count(*) from outgoing_mail where state = 'waiting'")
            .await,
        0
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn whoever_is_not_active_gets_no_mail(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("K-1").await;
    let (eva, otto) = (
        invite(&stage, customer, "eva").await,
        invite(&stage, customer, "otto").await,
    );
    let mail = due(&stage).await.unwrap();
    assert_eq!(mail.account, eva);
    for account in [eva, otto] {
        stage
            .db
            .set_user_active(may(&stage.mine), customer, account, false)
            .await
            .unwrap();
    }
    let late = stage
        .db
        .open_mail_link(&mail, TokenPurpose::Invitation, &[1; 32], DAY)
        .await;
    assert_eq!(late, Ok(false));
    assert!(due(&stage).await.is_none());
    assert_eq!(stage.count("select count(*) from outgoing_mail").await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_clock_that_was_set_back_delays_no_mail(pool: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let customer = stage.customer("K-1").await;
    invite(&stage, customer, "eva").await;
    let an_hour_earlier = "update outgoing_mail set queued_at = queued_at + interval '1 hour',
         due_at = due_at + interval '1 hour', leased_until = leased_until + interval '1 hour'";
    run(&owner, an_hour_earlier).await;
    let mail = due(&stage).await.unwrap();
    run(&owner, an_hour_earlier).await;
    assert!(
        due(&stage).await.is_some(),
        "nobody can have it for so long"
    );
    stage
        .db
        .mail_declined(&mail, Declined::ForNow, None)
        .await
        .unwrap();
    run(&owner, an_hour_earlier).await;
    assert!(due(&stage).await.is_some(), "no pause is so long");
}

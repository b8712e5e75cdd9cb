//! A new e-mail address of one's own.

use std::time::Duration;

use db::{DueMail, EmailChange, MailKind, TokenPurpose};
use domain::{
    ports::OwnAccounts,
    principal::{Actor, OwnAccount},
    values::{AccountId, EmailAddress},
};
use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{HASH, Stage};

const LINK: [u8; 32] = [9; 32];
const DAY: Duration = Duration::from_secs(86_400);

fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn me(stage: &Stage) -> OwnAccount {
    stage.own(stage.my_account, [1; 32])
}

async fn address(stage: &Stage) -> String {
    let own = me(stage);
    stage.db.own_sign_in(&own).await.unwrap().email
}

/// Asks for the address and opens the link that its mail carries.
async fn link_to(stage: &Stage, new: &str, hash: &[u8; 32]) -> DueMail {
    let asked = stage.db.request_email(&me(stage), email(new)).await;
    assert_eq!(asked, Ok(true));
    let mail = stage.db.next_mail().await.unwrap().unwrap();
    assert_eq!(
        (mail.kind, mail.to.email.as_str()),
        (MailKind::ConfirmEmail, new)
    );
    let opened = stage
        .db
        .open_mail_link(&mail, TokenPurpose::Email, hash, DAY)
        .await;
    assert_eq!(opened, Ok(true));
    mail
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn nothing_changes_before_the_link_is_used_and_then_the_old_address_is_told(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let mail = link_to(&stage, "neu@example.de", &LINK).await;
    db.mail_sent(&mail, Some(LINK)).await.unwrap();
    assert_eq!(address(&stage).await, "reseller@example.de");
    let own = db.own_sign_in(&me(&stage)).await.unwrap();
    assert_eq!(own.new_email.unwrap().address, "neu@example.de");
    let change = EmailChange {
        user_name: "mine".to_owned(),
        new: "neu@example.de".to_owned(),
    };
    assert_eq!(db.email_link(&LINK).await, Ok(Some(change)));

    assert_eq!(db.confirm_email(&LINK).await, Ok(Some(stage.my_account)));
    assert_eq!(address(&stage).await, "neu@example.de");
    let own = db.own_sign_in(&me(&stage)).await.unwrap();
    assert_eq!(own.new_email, None);
    let told = db.next_mail().await.unwrap().unwrap();
    assert_eq!(
        (told.kind, told.to.email.as_str()),
        (MailKind::EmailChanged, "reseller@example.de")
    );
    let noted = "select count(*) from audit_entry where kind = 'account.email_changed'
        and before ->> 'email' = 'reseller@example.de' and after ->> 'email' = 'neu@example.de'
        and actor_account = object_id";
    assert_eq!(stage.count(noted).await, 1);

    assert_eq!(db.confirm_email(&LINK).await, Ok(None), "once");
    assert_eq!(db.email_link(&LINK).await, Ok(None));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_who_use_the_link_at_once_one_changes_the_address(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    link_to(&stage, "neu@example.de", &LINK).await;
    let (one, other) = tokio::join!(stage.db.confirm_email(&LINK), stage.db.confirm_email(&LINK));
    assert_ne!(one.unwrap(), other.unwrap());
    let noted = "select count(*) from audit_entry where kind = 'account.email_changed'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_link_is_void_when_late_or_replaced_or_the_account_is_not_active(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let db = &stage.db;
    link_to(&stage, "eins@example.de", &[1; 32]).await;
    owner.execute("delete from outgoing_mail").await.unwrap();
    link_to(&stage, "zwei@example.de", &[2; 32]).await;
    assert_eq!(db.confirm_email(&[1; 32]).await, Ok(None), "replaced");

    owner
        .execute("update account set active = false")
        .await
        .unwrap();
    assert_eq!(db.email_link(&[2; 32]).await, Ok(None));
    assert_eq!(db.confirm_email(&[2; 32]).await, Ok(None), "not active");
    owner
        .execute("update account set active = true")
        .await
        .unwrap();

    owner
        .execute("update one_time_token set expires_at = now()")
        .await
        .unwrap();
    assert_eq!(db.email_link(&[2; 32]).await, Ok(None));
    assert_eq!(db.confirm_email(&[2; 32]).await, Ok(None), "late");
    assert_eq!(address(&stage).await, "reseller@example.de");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_password_ends_what_the_old_one_asked_for(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let mail = link_to(&stage, "neu@example.de", &LINK).await;
    let password = db.set_password(Actor::Account(stage.my_account), stage.my_account, HASH);
    password.await.unwrap();
    assert_eq!(db.confirm_email(&LINK).await, Ok(None));
    let late = db
        .open_mail_link(&mail, TokenPurpose::Email, &[8; 32], DAY)
        .await;
    assert_eq!(
        late,
        Ok(false),
        "the mail was withdrawn while it was being sent"
    );
    assert!(db.next_mail().await.unwrap().is_none());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_old_address_is_told_and_links_to_older_ones_end(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    db.create_token(stage.my_account, TokenPurpose::Reset, &[5; 32], DAY)
        .await
        .unwrap();
    for (new, hash) in [("eins@example.de", [1; 32]), ("zwei@example.de", [2; 32])] {
        db.request_email(&me(&stage), email(new)).await.unwrap();
        // The notice to the old address waits, as where its mail server is away.
        let mail = loop {
            let mail = db.next_mail().await.unwrap().unwrap();
            if mail.kind == MailKind::ConfirmEmail {
                break mail;
            }
        };
        db.open_mail_link(&mail, TokenPurpose::Email, &hash, DAY)
            .await
            .unwrap();
        db.mail_sent(&mail, Some(hash)).await.unwrap();
        assert_eq!(db.confirm_email(&hash).await, Ok(Some(stage.my_account)));
    }
    let told =
        "select count(*) from outgoing_mail where kind = 'email_changed' and state = 'waiting'
        and recipient in ('reseller@example.de', 'eins@example.de')";
    assert_eq!(stage.count(told).await, 2);
    assert_eq!(
        db.redeem_token(&[5; 32], &[TokenPurpose::Reset], HASH)
            .await,
        Ok(false)
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn strangers_get_few_mails_and_an_operator_needs_no_link(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let db = &stage.db;
    for number in 0..5 {
        link_to(&stage, &format!("n{number}@example.de"), &[number; 32]).await;
        owner
            .execute("update outgoing_mail set state = 'sent', done_at = now()")
            .await
            .unwrap();
    }
    let sixth = db.request_email(&me(&stage), email("n6@example.de")).await;
    assert_eq!(sixth, Ok(false));
    assert!(db.next_mail().await.unwrap().is_none());

    db.set_email(stage.my_account, email("betreiber@example.de"))
        .await
        .unwrap();
    assert_eq!(address(&stage).await, "betreiber@example.de");
    let noted = "select count(*) from audit_entry where kind = 'account.email_changed' and actor = 'operator'";
    assert_eq!(stage.count(noted).await, 1);
    let nobody = db.set_email(AccountId::new(), email("x@example.de")).await;
    assert_eq!(nobody, Err(domain::refusal::Refusal::NotFound));
}

//! Portal users of two resellers.

use db::{Db, Invitation as Way};
use domain::{
    ports::{Customers, Overviews},
    principal::Desk,
    refusal::Refusal,
    user::{Invitation, NewUser},
    user_form::UserForm,
    values::{AccountId, CustomerId, EmailAddress, Line, Version},
};
use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{HASH, Stage, may};

fn user(name: &str) -> NewUser {
    NewUser {
        user_name: Line::parse(name).unwrap(),
        first_name: Line::parse("Eva").unwrap(),
        last_name: Line::parse("Öl").unwrap(),
        email: EmailAddress::parse(&format!("{name}@example.de")).unwrap(),
    }
}

async fn add(db: &Db, desk: &Desk, customer: CustomerId, name: &str) -> AccountId {
    let id = AccountId::new();
    db.create_user(may(desk), customer, id, user(name), Way::ByMail)
        .await
        .unwrap();
    id
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_user_of_another_reseller_is_not_there_for_anything(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, theirs) = (&stage.db, &stage.theirs);
    let customer = stage.customer("K-1").await;
    let eva = add(db, &stage.mine, customer, "eva").await;
    let not_there = Err(Refusal::NotFound);
    let update = db
        .update_user(may(theirs), customer, eva, Version(1), user("fremd"), true)
        .await;
    assert_eq!(update, not_there);
    let switched = db.set_user_active(may(theirs), customer, eva, false).await;
    assert_eq!(switched.map(drop), not_there);
    let invited = db
        .invite_user(may(theirs), customer, eva, Way::ByMail)
        .await;
    assert_eq!(invited.map(drop), not_there);
    assert_eq!(
        db.link_user(may(theirs), customer, eva).await.map(drop),
        not_there
    );
    assert_eq!(
        db.remove_user(may(theirs), customer, eva).await.map(drop),
        not_there
    );
    let created = db
        .create_user(
            may(theirs),
            customer,
            AccountId::new(),
            user("neu"),
            Way::ByMail,
        )
        .await;
    assert_eq!(created, not_there, "a customer of somebody else");
    assert_eq!(db.open_invitations(theirs, 10).await, Ok(Vec::new()));
    assert_eq!(
        db.user_choices(theirs, customer, "", 10).await,
        Ok(Vec::new())
    );

    let users = db.detail(&stage.mine, customer).await.unwrap().users;
    assert_eq!(users.len(), 1);
    assert_eq!(users[0].record, UserForm::from(&user("eva")));
    assert!(users[0].active);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_user_name_is_taken_for_every_reseller(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("K-1").await;
    add(&stage.db, &stage.mine, customer, "eva").await;
    for name in ["EVA", "theirs"] {
        let taken = stage
            .db
            .create_user(
                may(&stage.mine),
                customer,
                AccountId::new(),
                user(name),
                Way::ByMail,
            )
            .await;
        assert!(
            matches!(taken, Err(Refusal::Invalid(_))),
            "{name}: {taken:?}"
        );
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn open_invitations_are_counted_and_listed_until_they_are_accepted(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let owner = pool.connect_with(options).await.unwrap();
    let (db, mine) = (&stage.db, &stage.mine);
    let (first, second) = (stage.customer("K-1").await, stage.customer("K-2").await);
    let eva = add(db, mine, second, "eva").await;
    db.link_user(may(mine), first, eva).await.unwrap();
    let otto = add(db, mine, first, "otto").await;
    let gone = add(db, mine, first, "gone").await;
    db.set_user_active(may(mine), first, gone, false)
        .await
        .unwrap();
    owner
        .execute(
            "update account set invited_at = now() - interval '2 days' where user_name = 'otto'",
        )
        .await
        .unwrap();
    owner
        .execute("update outgoing_mail set state = 'sent', done_at = now() - interval '2 days' where account_id = (select id from account where user_name = 'otto')")
        .await
        .unwrap();

    let open = db.open_invitations(mine, 10).await.unwrap();
    let seen: Vec<_> = open
        .iter()
        .map(|open| (open.user_name.as_str(), open.number.as_str(), open.state))
        .collect();
    assert_eq!(
        seen,
        [
            ("otto", "K-1", Invitation::Expired),
            ("eva", "K-1", Invitation::NotSent),
        ]
    );
    assert_eq!(open[1].name, "Firma");
    assert_eq!(db.overview(mine).await.unwrap().open_invitations, 2);
    assert_eq!(
        db.overview(&stage.theirs).await.unwrap().open_invitations,
        0
    );
    assert_eq!(db.open_invitations(mine, 1).await.unwrap().len(), 1);

    db.set_password(domain::principal::Actor::Operator, otto, HASH)
        .await
        .unwrap();
    assert_eq!(db.overview(mine).await.unwrap().open_invitations, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_that_started_from_an_older_version_changes_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let customer = stage.customer("K-1").await;
    let eva = add(db, mine, customer, "eva").await;
    let edit =
        |name: &'static str| db.update_user(may(mine), customer, eva, Version(1), user(name), true);
    assert_eq!(edit("eva2").await, Ok(()));
    assert_eq!(edit("eva3").await, Err(Refusal::Changed));
    assert_eq!(
        edit("eva2").await,
        Ok(()),
        "the same edit sent twice is one"
    );
    let noted = "select count(*) from audit_entry where kind = 'account.changed'
        and before ->> 'user_name' = 'eva' and after ->> 'user_name' = 'eva2'";
    assert_eq!(stage.count(noted).await, 1);
}

//! Two changes at the same moment: one order or the other, and nothing in between. Deleting against
//! assigning, and against new products, is beside the domains, the products and the deletion.

use std::time::Duration;

use db::Invitation;
use domain::{
    domain_form::{DomainForm, PlausibleDomainNames},
    ports::{Customers, Domains, Lists},
    refusal::Refusal,
    user::NewUser,
    values::{AccountId, CustomerId, DomainId, EmailAddress, Line, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named};

pub const ROUNDS: u64 = 200;

/// Runs both, one of them with a head start: by that of some rounds it is done before the other begins.
pub async fn race<A, B>(
    round: u64,
    first: impl Future<Output = A>,
    second: impl Future<Output = B>,
) -> (A, B) {
    let pause = |millis| tokio::time::sleep(Duration::from_millis(millis));
    let head_start = [0, 1, 4, 16][usize::try_from(round % 4).unwrap()];
    tokio::join!(
        async {
            if round % 8 < 4 {
                pause(head_start).await;
            }
            first.await
        },
        async {
            if round % 8 >= 4 {
                pause(head_start).await;
            }
            second.await
        }
    )
}

fn user(name: &str) -> NewUser {
    NewUser {
        user_name: Line::parse(name).unwrap(),
        first_name: Line::parse("Eva").unwrap(),
        last_name: Line::parse("Öl").unwrap(),
        email: EmailAddress::parse("eva@example.de").unwrap(),
    }
}

/// Rows that refer to a customer who is not there, and customers whose counts are wrong.
async fn is_sound(stage: &Stage) {
    let orphans = "select
        (select count(*) from product where customer_id is not null
             and not exists (select from customer where customer.id = product.customer_id))
        + (select count(*) from domain where customer_id is not null
             and not exists (select from customer where customer.id = domain.customer_id))
        + (select count(*) from customer_account as link
             where not exists (select from customer where customer.id = link.customer_id))
        + (select count(*) from account where role = 'portal'
             and not exists (select from customer_account as link where link.account_id = account.id))";
    assert_eq!(stage.count(orphans).await, 0);
    let miscounted = "select count(*) from customer
        where product_count <> (select count(*) from product where product.customer_id = customer.id)
            or user_count <> (select count(*) from customer_account as link where link.customer_id = customer.id)";
    assert_eq!(stage.count(miscounted).await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_a_new_user_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let (mut gone, mut kept) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let new = user(&format!("user{round}"));
        let created = db.create_user(may(mine), id, AccountId::new(), new, Invitation::ByMail);
        match race(round, db.delete(may(mine), id), created).await {
            (Ok(_), Err(Refusal::NotFound)) => gone += 1,
            (Err(Refusal::Blocked(blocks)), Ok(())) => {
                assert_eq!(blocks.users, 1);
                kept += 1;
            }
            both => panic!("{both:?}"),
        }
    }
    assert!(gone > 0 && kept > 0, "both orders were met: {gone}, {kept}");
    is_sound(&stage).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_a_user_that_is_linked_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let (home, eva) = (stage.customer("Home").await, AccountId::new());
    db.create_user(may(mine), home, eva, user("eva"), Invitation::ByMail)
        .await
        .unwrap();
    let (mut gone, mut kept) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        match race(
            round,
            db.delete(may(mine), id),
            db.link_user(may(mine), id, eva),
        )
        .await
        {
            (Ok(_), Err(Refusal::NotFound)) => gone += 1,
            (Err(Refusal::Blocked(_)), Ok(_)) => kept += 1,
            both => panic!("{both:?}"),
        }
    }
    assert!(gone > 0 && kept > 0, "both orders were met: {gone}, {kept}");
    is_sound(&stage).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_a_new_domain_at_once_none_is_left_with_nobodys_customer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let (mut before, mut after) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let form = DomainForm {
            domain: format!("d{round}.de"),
            contract: "D-1".to_owned(),
            registrar: "INWX".to_owned(),
            ..DomainForm::default()
        };
        let new = form.validate(&PlausibleDomainNames).unwrap();
        let created = db.create_domain(may(mine), DomainId::new(), Some(id), new);
        // A domain does not keep its customer: only the order differs.
        match race(round, db.delete(may(mine), id), created).await {
            (Ok(deleted), Err(Refusal::NotFound)) => {
                assert_eq!(deleted.facts.domains, 0);
                before += 1;
            }
            (Ok(deleted), Ok(_)) => {
                assert_eq!(deleted.facts.domains, 1);
                after += 1;
            }
            both => panic!("{both:?}"),
        }
    }
    assert!(
        before > 0 && after > 0,
        "both orders were met: {before}, {after}"
    );
    assert_eq!(stage.count("select count(*) from domain").await, after);
    is_sound(&stage).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_an_edit_at_once_the_customer_is_gone_in_either_order(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let edit = db.update(may(mine), id, Version(1), customer(&format!("B-{round}")));
        let (deleted, edited) = race(round, db.delete(may(mine), id), edit).await;
        assert!(deleted.is_ok(), "{deleted:?}");
        assert!(
            matches!(edited, Ok(_) | Err(Refusal::NotFound)),
            "{edited:?}"
        );
    }
    assert_eq!(stage.count("select count(*) from customer").await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_edits_at_once_one_is_stored_and_the_other_is_told(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let id = stage.customer("A-1").await;
    let mut wins = [0, 0];
    for round in 0..ROUNDS {
        let version = Version(1 + i32::try_from(round).unwrap());
        let edit = |name: &str| db.update(may(mine), id, version, named("A-1", name, "Max", ""));
        let (first, second) = race(round, edit("Links"), edit("Rechts")).await;
        let (won, stored, told) = match (first, second) {
            (Ok(stored), Err(Refusal::Conflict(told))) => (0, stored, told),
            (Err(Refusal::Conflict(told)), Ok(stored)) => (1, stored, told),
            both => panic!("{both:?}"),
        };
        wins[won] += 1;
        assert_eq!(
            Some(stored.record),
            told.open().map(|told| told.record),
            "the other one sees what is stored"
        );
        assert_eq!(stored.version, Version(version.0 + 1));
    }
    assert!(wins[0] > 0 && wins[1] > 0, "each won sometimes: {wins:?}");
    let noted = "select count(*) from audit_entry where kind = 'customer.changed'";
    assert_eq!(stage.count(noted).await, i64::try_from(ROUNDS).unwrap());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_customers_with_the_same_number_at_once_one_is_created(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (db, mine) = (&stage.db, &stage.mine);
    let mut wins = [0, 0];
    for round in 0..ROUNDS {
        let create = |number: String| db.create(may(mine), CustomerId::new(), customer(&number));
        let both = race(
            round,
            create(format!("k-{round}")),
            create(format!("K-{round}")),
        );
        match both.await {
            (Ok(_), Err(Refusal::Invalid(_))) => wins[0] += 1,
            (Err(Refusal::Invalid(_)), Ok(_)) => wins[1] += 1,
            both => panic!("{both:?}"),
        }
    }
    assert!(wins[0] > 0 && wins[1] > 0, "each won sometimes: {wins:?}");
    let total = db.page(mine, &Default::default()).await.unwrap().total;
    assert_eq!(u64::from(total), ROUNDS);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_resellers_who_give_the_same_user_name_at_once_one_does(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let db = &stage.db;
    let here = stage.customer("A-1").await;
    let there = CustomerId::new();
    db.create(may(&stage.theirs), there, customer("A-1"))
        .await
        .unwrap();
    for round in 0..ROUNDS {
        let create = |desk, customer| {
            let new = user(&format!("user{round}"));
            db.create_user(
                may(desk),
                customer,
                AccountId::new(),
                new,
                Invitation::ByMail,
            )
        };
        let both = race(
            round,
            create(&stage.mine, here),
            create(&stage.theirs, there),
        );
        match both.await {
            (Ok(()), Err(Refusal::Invalid(_))) | (Err(Refusal::Invalid(_)), Ok(())) => {}
            both => panic!("{both:?}"),
        }
    }
    is_sound(&stage).await;
}

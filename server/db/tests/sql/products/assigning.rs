//! Giving products to customers.

use domain::{
    assignment::Seen,
    ports::{Customers, Products},
    product_record::{PickedProduct, ProductRecord},
    refusal::Refusal,
    values::{CustomerId, ProductId},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{checked, form, owner, stored};
use crate::{
    races::{ROUNDS, race},
    stage::{Stage, may, stock_the_shop},
};

const MISCOUNTED: &str = "select count(*) from customer
    where product_count <> (select count(*) from product where product.customer_id = customer.id)";
const ORPHANS: &str = "select count(*) from product where customer_id is not null
    and not exists (select from customer where customer.id = product.customer_id)";

fn picked(record: &ProductRecord) -> PickedProduct {
    PickedProduct {
        id: record.id,
        seen: Seen::Owner(record.owner.as_ref().map(|owner| owner.id)),
    }
}

fn unseen(product: ProductId) -> PickedProduct {
    PickedProduct {
        id: product,
        seen: Seen::Anybody,
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn products_of_both_kinds_move_together_and_the_answer_says_from_whom(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stock_the_shop(&stage.options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let bought = ProductId::from_uuid(stage.give_product(a, "provider").await);
    let free = stored(&stage, "Backup", None).await;
    let of_b = stored(&stage, "Mail", Some(b)).await;
    let all = [unseen(bought), picked(&free), picked(&of_b), picked(&of_b)];
    let moved = stage
        .db
        .assign_products(may(&stage.mine), &all, Some(b))
        .await
        .unwrap();
    let mut said: Vec<_> = moved
        .iter()
        .map(|moved| {
            let from = moved.from.as_ref().map(|owner| owner.number.as_str());
            (moved.name.as_str(), from)
        })
        .collect();
    said.sort_unstable();
    assert_eq!(said, [("Backup", None), ("Webhosting", Some("A-1"))]);
    let of = async |id| stage.db.detail(&stage.mine, id).await.unwrap();
    assert_eq!(of(a).await.row().products, 0);
    assert_eq!(of(b).await.row().products, 3);
    assert_eq!(stage.count(MISCOUNTED).await, 0);
    let noted = "select count(*) from audit_entry where kind = 'product.assigned'
        and before -> 'customer' ->> 'number' = 'A-1' and after -> 'customer' ->> 'number' = 'B-1'";
    assert_eq!(stage.count(noted).await, 1);
    let noted = "select count(*) from audit_entry where kind = 'product.assigned'";
    assert_eq!(stage.count(noted).await, 2);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_its_last_product_a_customer_may_be_deleted(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let a = stage.customer("A-1").await;
    let record = stored(&stage, "Backup", Some(a)).await;
    assert!(matches!(
        stage.db.delete(may(&stage.mine), a).await,
        Err(Refusal::Blocked(_))
    ));
    stage
        .db
        .assign_products(may(&stage.mine), &[picked(&record)], None)
        .await
        .unwrap();
    assert!(stage.db.delete(may(&stage.mine), a).await.is_ok());
    let now = stage.db.product(&stage.mine, record.id).await.unwrap();
    assert_eq!(owner(&now), None);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_moved_since_it_was_seen_moves_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let seen = stored(&stage, "Backup", None).await;
    let other = stored(&stage, "Mail", None).await;
    stage
        .db
        .assign_products(may(&stage.mine), &[picked(&seen)], Some(a))
        .await
        .unwrap();
    let both = [picked(&other), picked(&seen)];
    let late = stage
        .db
        .assign_products(may(&stage.mine), &both, Some(b))
        .await;
    assert_eq!(late, Err(Refusal::Changed));
    let kept = stage.db.product(&stage.mine, other.id).await.unwrap();
    assert_eq!(owner(&kept), None, "all or none");
    let new = checked(&form("Anders"));
    let late = stage
        .db
        .update_product(may(&stage.mine), seen.id, seen.version, new);
    assert_eq!(late.await, Err(Refusal::Changed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn neither_a_strange_customer_nor_a_strange_product_is_assigned(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let a = stage.customer("A-1").await;
    let mine = stored(&stage, "Backup", None).await;
    let theirs = ProductId::new();
    let new = checked(&form("Ihres"));
    stage
        .db
        .create_product(may(&stage.theirs), theirs, None, new)
        .await
        .unwrap();
    let (db, desk) = (&stage.db, &stage.mine);
    for (products, customer) in [
        (vec![unseen(mine.id)], Some(CustomerId::new())),
        (vec![unseen(mine.id), unseen(theirs)], Some(a)),
        (vec![unseen(theirs)], None),
        (vec![], Some(CustomerId::new())),
    ] {
        let assigned = db.assign_products(may(desk), &products, customer).await;
        assert_eq!(assigned, Err(Refusal::NotFound));
    }
    let stolen = db
        .assign_products(may(&stage.theirs), &[unseen(theirs)], Some(a))
        .await;
    assert_eq!(stolen, Err(Refusal::NotFound), "my customer is not theirs");
    assert_eq!(owner(&db.product(desk, mine.id).await.unwrap()), None);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn free_products_are_offered_first_and_found_by_their_letters(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    for (name, customer) in [
        ("Zusatzpaket", None),
        ("Größe L", None),
        ("Anfang", Some(b)),
        ("Eigenes", Some(a)),
    ] {
        stored(&stage, name, customer).await;
    }
    let offered = async |search: &str, most| {
        let found = stage
            .db
            .product_choices(&stage.mine, a, search, most)
            .await
            .unwrap();
        found
            .into_iter()
            .map(|choice| choice.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(offered("", 10).await, ["Größe L", "Zusatzpaket", "Anfang"]);
    assert_eq!(offered("", 1).await, ["Größe L"]);
    assert_eq!(offered("GROESSE", 10).await, ["Größe L"]);
    assert_eq!(offered("rv-1 zus", 10).await, ["Zusatzpaket"]);
    assert_eq!(offered("gibtesnicht", 10).await, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_an_assignment_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let free = stored(&stage, "Backup", None).await.id;
    let taken = [unseen(free)];
    let (mut gone, mut kept) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let assigned = stage.db.assign_products(may(&stage.mine), &taken, Some(id));
        let (deleted, assigned) =
            race(round, stage.db.delete(may(&stage.mine), id), assigned).await;
        match (deleted, assigned) {
            (Ok(_), Err(Refusal::NotFound)) => gone += 1,
            (Err(Refusal::Blocked(blocks)), Ok(_)) => {
                assert_eq!(blocks.reseller_products, 1);
                kept += 1;
            }
            both => panic!("{both:?}"),
        }
    }
    assert_eq!(gone + kept, ROUNDS);
    assert!(gone > 0 && kept > 0, "both orders were met: {gone}, {kept}");
    assert_eq!(stage.count(ORPHANS).await, 0);
    assert_eq!(stage.count(MISCOUNTED).await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_a_new_product_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (mut gone, mut kept) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let new = checked(&form("Backup"));
        let created = stage
            .db
            .create_product(may(&stage.mine), ProductId::new(), Some(id), new);
        let (deleted, created) = race(round, stage.db.delete(may(&stage.mine), id), created).await;
        match (deleted, created) {
            (Ok(_), Err(Refusal::NotFound)) => gone += 1,
            (Err(Refusal::Blocked(_)), Ok(_)) => kept += 1,
            both => panic!("{both:?}"),
        }
    }
    assert_eq!(gone + kept, ROUNDS);
    assert_eq!(stage.count(ORPHANS).await, 0);
    assert_eq!(stage.count(MISCOUNTED).await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn assignments_that_cross_do_not_lock_each_other_out(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let (one, other) = (
        [unseen(stored(&stage, "Eins", Some(a)).await.id)],
        [unseen(stored(&stage, "Zwei", Some(b)).await.id)],
    );
    for round in 0..50 {
        let (to, back) = if round % 2 == 0 { (b, a) } else { (a, b) };
        // Each takes from the customer that the other one gives to.
        let (first, second) = tokio::join!(
            stage.db.assign_products(may(&stage.mine), &one, Some(to)),
            stage
                .db
                .assign_products(may(&stage.mine), &other, Some(back)),
        );
        assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
        assert_eq!(stage.count(MISCOUNTED).await, 0);
    }
}

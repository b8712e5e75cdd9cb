//! Giving domains to customers.

use domain::{
    assignment::Seen,
    domain_record::{DomainRecord, PickedDomain},
    ports::{Customers, Domains},
    refusal::Refusal,
    values::{CustomerId, DomainId},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{checked, form, owner, stored};
use crate::{
    races::{ROUNDS, race},
    stage::{Stage, may},
};

fn picked(record: &DomainRecord) -> PickedDomain {
    PickedDomain {
        id: record.id,
        seen: Seen::Owner(record.owner.as_ref().map(|owner| owner.id)),
    }
}

fn unseen(domain: DomainId) -> PickedDomain {
    PickedDomain {
        id: domain,
        seen: Seen::Anybody,
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn domains_move_together_and_the_answer_says_from_whom(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let free = stored(&stage, "frei.de", None).await;
    let of_a = stored(&stage, "xn--mller-kva.de", Some(a)).await;
    let of_b = stored(&stage, "b.de", Some(b)).await;
    let all = [picked(&free), picked(&of_a), picked(&of_b), picked(&of_b)];
    let moved = stage
        .db
        .assign_domains(may(&stage.mine), &all, Some(b))
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
    assert_eq!(said, [("frei.de", None), ("müller.de", Some("A-1"))]);
    for record in [&free, &of_a, &of_b] {
        let now = stage.db.domain(&stage.mine, record.id).await.unwrap();
        assert_eq!(owner(&now), Some("B-1"));
    }
    let noted = "select count(*) from audit_entry where kind = 'domain.assigned'";
    assert_eq!(stage.count(noted).await, 2);
    let noted = "select count(*) from audit_entry where kind = 'domain.assigned'
        and before ->> 'name' = 'xn--mller-kva.de'
        and before -> 'customer' ->> 'number' = 'A-1' and after -> 'customer' ->> 'number' = 'B-1'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_set_free_and_that_is_noted(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let a = stage.customer("A-1").await;
    let record = stored(&stage, "a.de", Some(a)).await;
    let moved = stage
        .db
        .assign_domains(may(&stage.mine), &[picked(&record)], None)
        .await;
    assert_eq!(moved.unwrap().len(), 1);
    let detail = stage.db.detail(&stage.mine, a).await.unwrap();
    assert_eq!(detail.domains, []);
    let noted = "select count(*) from audit_entry where kind = 'domain.assigned'
        and before -> 'customer' ->> 'number' = 'A-1' and after -> 'customer' = 'null'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_moved_since_it_was_seen_moves_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let seen = stored(&stage, "a.de", None).await;
    let other = stored(&stage, "b.de", None).await;
    stage
        .db
        .assign_domains(may(&stage.mine), &[picked(&seen)], Some(a))
        .await
        .unwrap();
    let both = [picked(&other), picked(&seen)];
    let late = stage
        .db
        .assign_domains(may(&stage.mine), &both, Some(b))
        .await;
    assert_eq!(late, Err(Refusal::Changed));
    let kept = stage.db.domain(&stage.mine, other.id).await.unwrap();
    assert_eq!(owner(&kept), None, "all or none");
    // Who does not care whose it was may take it.
    let taken = stage
        .db
        .assign_domains(may(&stage.mine), &[unseen(seen.id)], Some(b))
        .await;
    assert_eq!(taken.unwrap().len(), 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_assignment_makes_an_edit_of_another_window_late(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let a = stage.customer("A-1").await;
    let record = stored(&stage, "a.de", None).await;
    stage
        .db
        .assign_domains(may(&stage.mine), &[picked(&record)], Some(a))
        .await
        .unwrap();
    let mut typed = form("a.de");
    typed.contract = "D-9".to_owned();
    let late = stage
        .db
        .update_domain(may(&stage.mine), record.id, record.version, checked(&typed));
    assert_eq!(late.await, Err(Refusal::Changed));
    let late = stage
        .db
        .remove_domain(may(&stage.mine), record.id, record.version);
    assert_eq!(late.await, Err(Refusal::Changed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn neither_a_strange_customer_nor_a_strange_domain_is_assigned(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let a = stage.customer("A-1").await;
    let mine = stored(&stage, "a.de", None).await;
    let theirs = DomainId::new();
    let new = checked(&form("t.de"));
    stage
        .db
        .create_domain(may(&stage.theirs), theirs, None, new)
        .await
        .unwrap();
    let (db, desk) = (&stage.db, &stage.mine);
    for (domains, customer) in [
        (vec![unseen(mine.id)], Some(CustomerId::new())),
        (vec![unseen(mine.id), unseen(theirs)], Some(a)),
        (vec![unseen(theirs)], None),
    ] {
        let assigned = db.assign_domains(may(desk), &domains, customer).await;
        assert_eq!(assigned, Err(Refusal::NotFound));
    }
    let stolen = db
        .assign_domains(may(&stage.theirs), &[unseen(theirs)], Some(a))
        .await;
    assert_eq!(stolen, Err(Refusal::NotFound), "my customer is not theirs");
    assert_eq!(owner(&db.domain(desk, mine.id).await.unwrap()), None);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn free_domains_are_offered_first_and_found_by_their_letters(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    for (name, customer) in [
        ("zebra.de", None),
        ("xn--mller-kva.de", None),
        ("aal.de", Some(b)),
        ("eigene.de", Some(a)),
    ] {
        stored(&stage, name, customer).await;
    }
    let offered = async |search: &str, most| {
        let found = stage
            .db
            .domain_choices(&stage.mine, a, search, most)
            .await
            .unwrap();
        found
            .into_iter()
            .map(|choice| (choice.shown_name, choice.owner.map(|owner| owner.number)))
            .collect::<Vec<_>>()
    };
    let mueller = ("müller.de".to_owned(), None);
    let zebra = ("zebra.de".to_owned(), None);
    let aal = ("aal.de".to_owned(), Some("B-1".to_owned()));
    assert_eq!(offered("", 10).await, [mueller.clone(), zebra.clone(), aal]);
    assert_eq!(offered("", 1).await, std::slice::from_ref(&mueller));
    assert_eq!(offered("MUELLER", 10).await, std::slice::from_ref(&mueller));
    assert_eq!(offered("mul .de", 10).await, [mueller]);
    assert_eq!(offered("D-0000001 zeb", 10).await, [zebra]);
    assert_eq!(offered("gibtesnicht", 10).await, []);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_a_deletion_and_an_assignment_at_once_one_wins(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let domain = stored(&stage, "a.de", None).await.id;
    let taken = [unseen(domain)];
    let (mut before, mut after) = (0, 0);
    for round in 0..ROUNDS {
        let id = stage.customer(&format!("A-{round}")).await;
        let assigned = stage.db.assign_domains(may(&stage.mine), &taken, Some(id));
        let (deleted, assigned) =
            race(round, stage.db.delete(may(&stage.mine), id), assigned).await;
        // A domain does not keep its customer: only the order differs.
        match (deleted.unwrap().facts.domains, assigned) {
            (0, Err(Refusal::NotFound)) => before += 1,
            (1, Ok(_)) => after += 1,
            both => panic!("{both:?}"),
        }
        let now = stage.db.domain(&stage.mine, domain).await.unwrap();
        assert_eq!(owner(&now), None);
    }
    assert_eq!(before + after, ROUNDS);
    assert!(
        before > 0 && after > 0,
        "both orders were met: {before}, {after}"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn assignments_that_cross_do_not_lock_each_other_out(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (a, b) = (stage.customer("A-1").await, stage.customer("B-1").await);
    let mut all = Vec::new();
    for place in 0..5 {
        let record = stored(&stage, &format!("d{place}.de"), None).await;
        all.push(unseen(record.id));
    }
    let reversed: Vec<_> = all.iter().rev().copied().collect();
    for _ in 0..50 {
        let (one, other) = tokio::join!(
            stage.db.assign_domains(may(&stage.mine), &all, Some(a)),
            stage
                .db
                .assign_domains(may(&stage.mine), &reversed, Some(b)),
        );
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        let owners = "select count(distinct customer_id) from domain";
        assert_eq!(stage.count(owners).await, 1, "they moved together");
    }
}

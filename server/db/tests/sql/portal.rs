//! A portal account reaches what belongs to its customers, and nothing else of its reseller.

use domain::{
    customer::NewCustomer,
    domain_state::Advice,
    ports::{Customers, Portal, Proposals},
    refusal::Refusal,
    values::{CustomerId, Line, ProposalId, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use uuid::Uuid;

use crate::stage::{Stage, customer, may, stock_the_shop};

pub fn moved_to(city: &str, number: &str) -> NewCustomer {
    NewCustomer {
        city: Line::parse(city).unwrap(),
        ..customer(number)
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn it_sees_its_customers_with_what_belongs_to_them(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    stock_the_shop(&options).await;
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    stage.give_product(id, "provider").await;
    stage.give_product(id, "reseller").await;
    stage.give_domain(id, "xn--mller-kva.de").await;
    let portal = stage.portal_of(stage.give_user(id).await);

    let own = stage.db.own_customers(&portal).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!((own[0].id, own[0].name.as_str()), (id, "Firma"));
    assert_eq!(own[0].to_act_on, 0);

    let all = stage.db.own_customer(&portal, id).await.unwrap();
    assert_eq!(all.record.number, "A-1");
    assert_eq!(all.products.len(), 2);
    let domain = &all.domains[0];
    assert_eq!(
        (domain.shown_name.as_str(), domain.advice),
        ("müller.de", Advice::Unknown)
    );
    assert_eq!(all.proposal, None);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_customer_of_the_same_reseller_is_not_found(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (mine, another) = (stage.customer("A-1").await, stage.customer("A-2").await);
    let portal = stage.portal_of(stage.give_user(mine).await);
    stage.give_user(another).await;
    for id in [another, CustomerId::new()] {
        let seen = stage.db.own_customer(&portal, id).await;
        assert_eq!(seen, Err(Refusal::NotFound));
        let proposed = stage.db.propose(&portal, id, moved_to("Bonn", "A-2")).await;
        assert_eq!(proposed, Err(Refusal::NotFound));
    }
    let waiting = stage.db.open_proposals(&stage.mine, another).await;
    assert_eq!(waiting, Ok(vec![]));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_account_of_several_customers_sees_them_all_and_one_without_any_sees_none(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (one, two) = (stage.customer("A-1").await, stage.customer("A-2").await);
    let account = stage.give_user(one).await;
    stage.link(two, account).await;
    let portal = stage.portal_of(account);
    let own = stage.db.own_customers(&portal).await.unwrap();
    let numbers: Vec<_> = own.iter().map(|own| own.number.as_str()).collect();
    assert_eq!(numbers, ["A-1", "A-2"]);
    let nobody = stage.portal_of(Uuid::now_v7());
    assert_eq!(stage.db.own_customers(&nobody).await, Ok(vec![]));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_reseller_sees_no_proposal_and_decides_on_none(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("A-1").await;
    let portal = stage.portal_of(stage.give_user(id).await);
    stage
        .db
        .propose(&portal, id, moved_to("Bonn", "A-1"))
        .await
        .unwrap();
    let proposal = stage.db.open_proposals(&stage.mine, id).await.unwrap()[0].id;
    assert_eq!(stage.db.open_proposals(&stage.theirs, id).await, Ok(vec![]));
    for proposal in [proposal, ProposalId::new()] {
        let decided = stage
            .db
            .decide(may(&stage.theirs), id, proposal, Version(1), vec![])
            .await;
        assert_eq!(decided, Err(Refusal::NotFound));
    }
    let record = stage.db.detail(&stage.mine, id).await.unwrap().record;
    assert_eq!(record.city, "Berlin");
}

//! Proposals: made, replaced, withdrawn, decided; and who was quicker.

use domain::{
    customer_form::Field,
    ports::{Customers, Portal, Proposals},
    principal::PortalDesk,
    proposal::Proposal,
    refusal::Refusal,
    values::{CustomerId, Line, Version},
};
use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    portal::moved_to,
    stage::{Stage, customer, may},
};

struct Scene {
    stage: Stage,
    id: CustomerId,
    portal: PortalDesk,
}

impl Scene {
    async fn new(options: PgConnectOptions) -> Self {
        let stage = Stage::new(options).await;
        let id = stage.customer("A-1").await;
        let portal = stage.portal_of(stage.give_user(id).await);
        Self { stage, id, portal }
    }

    async fn propose(&self, city: &str) -> bool {
        let new = moved_to(city, "A-1");
        self.stage
            .db
            .propose(&self.portal, self.id, new)
            .await
            .unwrap()
    }

    async fn open(&self) -> Vec<Proposal> {
        let desk = &self.stage.mine;
        self.stage.db.open_proposals(desk, self.id).await.unwrap()
    }

    async fn decide(&self, proposal: &Proposal, accepted: Vec<Field>) -> Result<(), Refusal> {
        let (desk, version) = (&self.stage.mine, proposal.version);
        self.stage
            .db
            .decide(may(desk), self.id, proposal.id, version, accepted)
            .await
    }

    async fn stored(&self, field: fn(domain::customer_form::CustomerForm) -> String) -> String {
        let detail = self.stage.db.detail(&self.stage.mine, self.id).await;
        field(detail.unwrap().record)
    }

    async fn latest(&self) -> Option<Proposal> {
        let own = self.stage.db.own_customer(&self.portal, self.id).await;
        own.unwrap().proposal
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_proposal_shows_what_would_change_and_changes_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let scene = Scene::new(options).await;
    assert!(scene.propose("Bonn").await);
    let open = scene.open().await;
    assert_eq!(open.len(), 1);
    let [change] = open[0].changes.as_slice() else {
        panic!("{:?}", open[0]);
    };
    let shown = (
        change.field,
        change.today.as_str(),
        change.proposed.as_str(),
    );
    assert_eq!(shown, (Field::City, "Berlin", "Bonn"));
    assert_eq!(scene.stored(|form| form.city).await, "Berlin");
    assert_eq!(scene.latest().await.as_ref(), open.first());
    let entries = scene
        .stage
        .count("select count(*) from audit_entry where kind = 'proposal.created' and before is null and after = '{\"city\": \"Bonn\"}'")
        .await;
    assert_eq!(entries, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_newer_proposal_takes_the_place_of_ones_own_and_of_no_other(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let scene = Scene::new(options).await;
    let colleague = scene.stage.portal_of(scene.stage.give_user(scene.id).await);
    let new = moved_to("Köln", "A-1");
    let db = &scene.stage.db;
    db.propose(&colleague, scene.id, new).await.unwrap();
    scene.propose("Bonn").await;
    scene.propose("Jena").await;
    let open = scene.open().await;
    let cities: Vec<_> = open
        .iter()
        .map(|one| one.changes[0].proposed.as_str())
        .collect();
    assert_eq!(cities, ["Köln", "Jena"]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn proposing_what_is_stored_withdraws(_: PgPoolOptions, options: PgConnectOptions) {
    let scene = Scene::new(options).await;
    scene.propose("Bonn").await;
    assert!(!scene.propose("Berlin").await);
    assert_eq!(scene.open().await, vec![]);
    let entries = scene
        .stage
        .count("select count(*) from audit_entry where kind = 'proposal.withdrawn'")
        .await;
    assert_eq!(entries, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn accepted_fields_are_stored_declined_ones_are_not_and_the_customer_sees_which(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let scene = Scene::new(options).await;
    let mut new = moved_to("Bonn", "A-1");
    new.street = Line::parse("Allee 2").unwrap();
    let db = &scene.stage.db;
    db.propose(&scene.portal, scene.id, new).await.unwrap();
    let open = scene.open().await;
    scene.decide(&open[0], vec![Field::City]).await.unwrap();

    assert_eq!(scene.stored(|form| form.city).await, "Bonn");
    assert_eq!(scene.stored(|form| form.street).await, "Hauptstraße 1");
    let decided = scene.latest().await.unwrap();
    assert!(!decided.is_open());
    let outcome: Vec<_> = decided
        .changes
        .iter()
        .map(|change| (change.field, change.accepted))
        .collect();
    assert_eq!(
        outcome,
        [(Field::Street, Some(false)), (Field::City, Some(true))]
    );
    for (kind, sql) in [
        (
            "decided",
            "select count(*) from audit_entry where kind = 'proposal.decided' and after = '{\"city\": \"Bonn\"}'",
        ),
        (
            "changed",
            "select count(*) from audit_entry where kind = 'customer.changed'",
        ),
    ] {
        assert_eq!(scene.stage.count(sql).await, 1, "{kind}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn declining_everything_changes_no_customer(_: PgPoolOptions, options: PgConnectOptions) {
    let scene = Scene::new(options).await;
    scene.propose("Bonn").await;
    let open = scene.open().await;
    // Nothing else than what was proposed can be accepted.
    scene.decide(&open[0], vec![Field::Street]).await.unwrap();
    let detail = scene.stage.db.detail(&scene.stage.mine, scene.id).await;
    assert_eq!(detail.unwrap().version, Version(1));
    assert_eq!(scene.open().await, vec![]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn whoever_decides_later_is_told_so(_: PgPoolOptions, options: PgConnectOptions) {
    let scene = Scene::new(options).await;
    scene.propose("Bonn").await;
    let replaced = scene.open().await;
    scene.propose("Jena").await;
    let refused = scene.decide(&replaced[0], vec![Field::City]).await;
    assert_eq!(refused, Err(Refusal::Changed), "replaced");

    let open = scene.open().await;
    let (db, desk) = (&scene.stage.db, &scene.stage.mine);
    let edit = moved_to("Ulm", "A-1");
    db.update(may(desk), scene.id, Version(1), edit)
        .await
        .unwrap();
    let refused = scene.decide(&open[0], vec![Field::City]).await;
    assert_eq!(refused, Err(Refusal::Changed), "edited");

    let open = scene.open().await;
    assert_eq!(open[0].changes[0].today, "Ulm");
    scene.decide(&open[0], vec![Field::City]).await.unwrap();
    let again = scene.decide(&open[0], vec![]).await;
    assert_eq!(again, Err(Refusal::Changed), "decided");
    assert_eq!(scene.stored(|form| form.city).await, "Jena");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn two_decisions_at_once_have_one_winner(_: PgPoolOptions, options: PgConnectOptions) {
    let scene = Scene::new(options).await;
    for city in ["Bonn", "Jena", "Ulm", "Köln", "Trier"] {
        scene.propose(city).await;
        let open = scene.open().await;
        let (one, other) = tokio::join!(
            scene.decide(&open[0], vec![Field::City]),
            scene.decide(&open[0], vec![]),
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let stored = scene.stored(|form| form.city).await;
        assert_eq!(stored == city, one.is_ok());
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn fields_that_do_not_fit_any_more_are_refused(_: PgPoolOptions, options: PgConnectOptions) {
    let scene = Scene::new(options).await;
    let mut abroad = customer("A-1");
    abroad.country = "AT".parse().unwrap();
    abroad.postal_code = domain::values::PostalCode::parse("1010", abroad.country).unwrap();
    let db = &scene.stage.db;
    db.propose(&scene.portal, scene.id, abroad).await.unwrap();
    let open = scene.open().await;
    let refused = scene.decide(&open[0], vec![Field::PostalCode]).await;
    assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
    let both = vec![Field::PostalCode, Field::Country];
    scene.decide(&open[0], both).await.unwrap();
    assert_eq!(scene.stored(|form| form.country).await, "AT");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn proposals_go_with_their_customer_and_do_not_keep_it(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let scene = Scene::new(options).await;
    scene.propose("Bonn").await;
    let mut app = scene.stage.as_app().await;
    app.execute("delete from customer_account").await.unwrap();
    let db = &scene.stage.db;
    db.delete(may(&scene.stage.mine), scene.id).await.unwrap();
    let left = scene.stage.count("select count(*) from customer_proposal");
    assert_eq!(left.await, 0);
}

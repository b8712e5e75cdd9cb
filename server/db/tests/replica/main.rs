//! Lists and searches on a real standby: one that follows, lags behind, is stopped, comes back, and is made
//! a database of its own. `tools/with-postgres --replica` starts both.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[allow(dead_code, reason = "shared with the other tests of this crate")]
#[path = "../sql/stage.rs"]
mod stage;
mod standby;

use chrono::NaiveDate;
use db::{Article, Db, NewReseller, Purchase};
use domain::{
    audit_log::LogQuery,
    list::{ListKind, ListQuery},
    ports::{AuditLog, Customers, Lists, Search, WholeList},
    principal::{Actor, Desk},
    values::{CustomerNumber, Line},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use stage::{Stage, customer, may, named};
use standby::Standby;

/// A name that is written past the program, so that nothing counts the change: only whoever reads the
/// database itself sees it.
const PAST_THE_PROGRAM: &str = "Ungezählt";

struct Scene {
    stage: Stage,
    standby: Standby,
    /// As the program has it where a replica is configured.
    db: Db,
}

impl Scene {
    async fn new(options: PgConnectOptions) -> Self {
        let stage = Stage::new(options).await;
        for desk in [&stage.mine, &stage.theirs] {
            let id = domain::values::CustomerId::new();
            stage.db.create(may(desk), id, customer("1")).await.unwrap();
        }
        let standby = Standby::of(&stage.options);
        let db = stage.db.clone().reading_from(&standby.url()).unwrap();
        Self { stage, standby, db }
    }

    async fn list(&self, desk: &Desk) -> String {
        let query = ListQuery::of(ListKind::Customers);
        format!(
            "{:?}",
            Lists::page(&self.db, desk, &query).await.unwrap().rows
        )
    }

    /// The kind of the newest entry of the log.
    async fn newest_entry(&self, desk: &Desk) -> String {
        let page = AuditLog::page(&self.db, desk, &LogQuery::default()).await;
        page.unwrap().entries[0].kind.clone()
    }

    /// Whether lists are read from the standby, which must not move: the database itself gets a name that
    /// the standby does not have.
    async fn reads_the_standby(&self, desk: &Desk) -> bool {
        self.standby.hold_still(&self.stage.options).await;
        let mut primary = self.stage.as_app_of(desk).await;
        sqlx::query("update customer set last_name = $1 where number = '1'")
            .bind(PAST_THE_PROGRAM)
            .execute(&mut primary)
            .await
            .unwrap();
        let answer = !self.list(desk).await.contains(PAST_THE_PROGRAM);
        sqlx::query("update customer set last_name = 'Müller' where number = '1'")
            .execute(&mut primary)
            .await
            .unwrap();
        answer
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_replica_is_read_while_it_has_every_change_and_nobody_notices_when_it_has_not(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let scene = Scene::new(options).await;
    let (mine, theirs) = (&scene.stage.mine, &scene.stage.theirs);
    assert!(scene.reads_the_standby(mine).await, "it has everything");
    it_lags(&scene).await;
    assert!(
        scene.reads_the_standby(theirs).await,
        "what one reseller waits for is nothing to another"
    );
    scene.standby.follow().await;
    assert!(scene.reads_the_standby(mine).await, "it has caught up");
    scene.standby.follow().await;
    it_is_stopped_and_comes_back(&scene).await;
    it_is_promoted(&scene).await;
}

/// While the standby stands still, each change is seen at once, in every way of reading.
async fn it_lags(scene: &Scene) {
    let (db, mine) = (&scene.db, &scene.stage.mine);
    scene.standby.hold_still(&scene.stage.options).await;
    for number in 2..=20 {
        let number = number.to_string();
        let id = domain::values::CustomerId::new();
        let new = named(&number, &format!("Neu{number}"), "Eva", "");
        db.create(may(mine), id, new).await.unwrap();
        let name = format!("Neu{number}");
        assert!(scene.list(mine).await.contains(&name), "{name} is listed");
        let found = db.search(mine, &name).await.unwrap();
        assert_eq!(found.len(), 1, "{name} is found");
        let choices = db.customer_choices(mine, &name, 5).await.unwrap();
        assert_eq!(choices.len(), 1, "{name} can be chosen");
    }
    let whole = db.whole(mine, ListKind::Customers, None).await.unwrap();
    let WholeList::Changed { columns, .. } = whole else {
        panic!("nothing was known before");
    };
    let page = columns.page(&ListQuery::of(ListKind::Customers));
    assert_eq!(page.total, 20);
    the_operator_imports(scene).await;
    resellers_are_new(scene).await;
    sign_in_writes_to_the_log(scene).await;
}

/// The standby does not know them at all.
async fn resellers_are_new(scene: &Scene) {
    let db = &scene.db;
    let new = NewReseller {
        number: "3".to_owned(),
        company: "Neu GmbH".to_owned(),
        user_name: "neu".to_owned(),
        first_name: String::new(),
        last_name: String::new(),
        email: "neu@example.de".to_owned(),
    };
    let (reseller, _) = db.add_reseller(new).await.unwrap();
    let desk = Desk::of_operator(reseller);
    assert_eq!(scene.newest_entry(&desk).await, "reseller.created");

    db.load_demo(stage::HASH, 1, |_| ()).await.unwrap();
    let demo = db.reseller_by_number("100001").await.unwrap().unwrap();
    let listed = scene.list(&Desk::of_operator(demo)).await;
    assert!(listed.contains("Müller"), "{listed}");
}

/// In a role of its own, which may not count.
async fn sign_in_writes_to_the_log(scene: &Scene) {
    let account = scene.stage.my_account;
    let set = scene.db.set_password(Actor::Operator, account, stage::HASH);
    set.await.unwrap();
    let newest = scene.newest_entry(&scene.stage.mine).await;
    assert_eq!(newest, "account.password_set");
}

/// What the operator does for a reseller counts as well.
async fn the_operator_imports(scene: &Scene) {
    let article = Article {
        number: Line::parse("10010").unwrap(),
        name: Line::parse("Webhosting Start").unwrap(),
    };
    scene.db.import_articles(vec![article]).await.unwrap();
    let purchase = Purchase {
        reseller: Line::parse("1").unwrap(),
        article: Line::parse("10010").unwrap(),
        contract: Line::parse("V-77").unwrap(),
        since: NaiveDate::from_ymd_opt(2024, 1, 31).unwrap(),
        active: true,
        customer: CustomerNumber::parse("1").ok(),
    };
    let imported = scene.db.import_purchases(vec![purchase]).await.unwrap();
    assert!(imported.is_ok(), "{imported:?}");
    let query = ListQuery::of(ListKind::Products);
    let page = Lists::page(&scene.db, &scene.stage.mine, &query).await;
    assert_eq!(page.unwrap().rows.len(), 1, "what was bought is listed");
}

async fn it_is_stopped_and_comes_back(scene: &Scene) {
    let mine = &scene.stage.mine;
    scene.standby.stop();
    for _ in 0..20 {
        assert!(scene.list(mine).await.contains("Müller"));
    }
    scene.standby.start();
    for _ in 0..100 {
        if scene.reads_the_standby(mine).await {
            scene.standby.follow().await;
            return;
        }
        scene.standby.follow().await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    panic!("the standby is back, and nobody reads it");
}

/// Made a database of its own it follows no longer, and is not read, however far it had come.
async fn it_is_promoted(scene: &Scene) {
    let mine = &scene.stage.mine;
    scene.standby.promote();
    let id = domain::values::CustomerId::new();
    let new = named("21", "Danach", "Eva", "");
    scene.db.create(may(mine), id, new).await.unwrap();
    assert!(scene.list(mine).await.contains("Danach"));
    let mut primary = scene.stage.as_app_of(mine).await;
    sqlx::query("update customer set last_name = $1 where number = '1'")
        .bind(PAST_THE_PROGRAM)
        .execute(&mut primary)
        .await
        .unwrap();
    assert!(scene.list(mine).await.contains(PAST_THE_PROGRAM));
}

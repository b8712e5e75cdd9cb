//! Many requests at a time.

use sqlx::PgPool;
use tokio::task::JoinSet;

use crate::support::TestServer;

const PAGES: &[&str] = &[
    "/",
    "/mkm/kunden",
    "/domains",
    "/produkte",
    "/mkm/einladungen",
    "/verwaltung/protokoll",
    "/stammdaten",
    "/k/123456",
];

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_page_answers_however_many_are_asked_for_at_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let reseller = server.reseller().await;
    let mut visitors = JoinSet::new();
    for visitor in 0..16 {
        let reseller = reseller.clone();
        visitors.spawn(async move {
            let mut answers = Vec::new();
            for path in PAGES.iter().cycle().skip(visitor).take(12) {
                answers.push((*path, reseller.get(path).await.status));
            }
            answers
        });
    }
    let answers = visitors.join_all().await.concat();
    assert_eq!(answers.len(), 16 * 12);
    for (path, status) in answers {
        assert!(matches!(status, 200 | 303), "{path}: {status}");
    }
}

/// Leptos looks for the pages' paths when a server starts, and no resource of the whole process is
/// loaded meanwhile: a page that is rendered just then must not wait for one.
#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_page_gets_its_data_while_another_server_starts(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let reseller = server.reseller().await;
    let pages = async {
        for _ in 0..40 {
            assert_eq!(reseller.get("/domains").await.status, 200);
        }
    };
    let starts = async {
        for _ in 0..20 {
            drop(TestServer::start(&pool).await);
        }
    };
    tokio::join!(pages, starts);
}

//! What end customers see.

use sqlx::{AssertSqlSafe, PgPool};

use crate::support::{TestServer, client::Client, people};

/// Where the cards of the choice lead.
pub async fn own_pages(client: &Client) -> Vec<String> {
    let choice = client.get("/portal").await.text();
    choice
        .split("href=\"/portal/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| id.len() == 36)
        .map(|id| format!("/portal/{id}"))
        .collect()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_end_customer_signs_in_chooses_and_sees_what_is_its_own(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let client = server.end_customer().await;
    client.get("/").await.leads_to("/portal");
    let choice = client.get("/portal").await;
    choice.shows("Wählen Sie, wessen Daten Sie sehen möchten.");
    choice.shows("Muster Hosting GmbH");
    let pages = own_pages(&client).await;
    assert_eq!(pages.len(), 2);
    for page in pages {
        let shown = client.get(&page).await;
        assert_eq!(shown.status, 200);
        for words in [
            "Kundennummer",
            "Korrektur vorschlagen",
            "Domains",
            "Produkte",
            "to-do",
        ] {
            shown.shows(words);
        }
        assert!(
            !shown.text().contains("/mkm/kunden"),
            "nothing of the reseller"
        );
        assert!(
            !shown.text().contains("Hauptmenü\" popover"),
            "not its menu"
        );
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn with_one_customer_there_is_nothing_to_choose(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 8).await;
    let client = server.portal_user().await;
    let answer = client.get("/portal").await;
    assert_eq!(answer.status, 303);
    let page = answer.header("location").to_owned();
    client.get(&page).await.shows("Kundennummer");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_reseller_decides_how_its_customers_are_addressed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let client = server.end_customer().await;
    let missing = format!("/portal/{}", uuid::Uuid::now_v7());
    client.get(&missing).await.shows("zu Ihren Daten");
    let reseller = people::desk(&server.db, "100001").await.reseller();
    let statement = format!(
        "begin; set local role mkm_app; set local app.reseller_id = '{reseller}'; \
         update reseller set address_form = 'du'; commit"
    );
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&pool)
        .await
        .unwrap();
    client
        .get("/portal")
        .await
        .shows("Wähle, wessen Daten du sehen möchtest.");
    client
        .get("/portal/konto")
        .await
        .shows("kannst du keine neue Adresse");
}

//! Start page, own data, contact, jump box, audit log: as pages, and by plain forms.

use db::Db;
use domain::{
    ports::{Customers, OwnReseller},
    rights::Right,
    values::CustomerId,
};
use sqlx::PgPool;

use crate::support::{TestServer, people};

/// The fields of own data that are right.
fn profile(version: &str) -> Vec<(&str, &str)> {
    vec![
        ("version", version),
        ("company", "Muster & Söhne"),
        ("email", "info@example.de"),
        ("country", "DE"),
        ("postal_code", "10115"),
        ("phone", "030 901820"),
        ("language", "de"),
        ("address_form", "du"),
        ("number_prefix", "K-"),
        ("number_digits", "5"),
        ("number_next", "42"),
    ]
}

fn with<'a>(
    mut fields: Vec<(&'a str, &'a str)>,
    name: &'a str,
    value: &'a str,
) -> Vec<(&'a str, &'a str)> {
    fields.retain(|(field, _)| *field != name);
    fields.push((name, value));
    fields
}

async fn next_number(db: &Db) -> String {
    let desk = people::desk(db, "100001").await;
    db.next_number(&desk).await.unwrap().as_str().to_owned()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn signing_in_leads_to_the_start_page_with_its_numbers(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let mut client = server.stranger();
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
    let page = client.get("/").await;
    assert_eq!(page.status, 200);
    page.shows("Hallo Erika Mustermann");
    page.shows("<strong>14</strong>");
    page.shows("href=\"/mkm/kunden\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_empty_system_explains_the_first_steps(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let page = server.other_reseller().await.get("/").await;
    page.shows("Die ersten Schritte");
    page.shows("href=\"/stammdaten\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn own_data_is_stored_by_a_plain_form_and_numbers_follow_its_scheme(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client.get("/stammdaten").await.shows("Muster Hosting GmbH");
    client
        .post("/stammdaten", &profile("1"))
        .await
        .leads_to("/stammdaten?stammdaten=gespeichert");
    let page = client.get("/stammdaten?stammdaten=gespeichert").await;
    page.shows("Die Stammdaten wurden gespeichert.");
    page.shows("value=\"Muster &amp; Söhne\"");
    page.shows("+49 30 901820");
    page.shows("K-00042");
    assert_eq!(next_number(&server.db).await, "K-00042");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn faulty_own_data_comes_back_with_what_was_typed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    for (field, value, shown) in [
        ("company", "", "Bitte fülle dieses Feld aus."),
        ("email", "kein", "Das ist keine gültige E-Mail-Adresse"),
        ("number_prefix", "2026", "darf nicht mit einer Ziffer enden"),
        ("number_digits", "13", "von 1 bis 12"),
        ("number_next", "-1", "ganze Zahl"),
        ("language", "fr", "aus der Liste"),
    ] {
        let sent = with(profile("1"), field, value);
        let answer = client.post("/stammdaten", &sent).await;
        assert_eq!(answer.status, 422, "{field}");
        answer.shows(shown);
        answer.shows("aria-invalid=\"true\"");
        if field != "company" {
            answer.shows("value=\"Muster &amp; Söhne\"");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn two_edits_of_own_data_at_once_do_not_overwrite_each_other(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client
        .post("/stammdaten", &profile("1"))
        .await
        .leads_to("/stammdaten?stammdaten=gespeichert");
    let late = with(profile("1"), "company", "Zu spät");
    let answer = client.post("/stammdaten", &late).await;
    assert_eq!(answer.status, 409);
    answer.shows("inzwischen geändert");
    answer.shows("value=\"Zu spät\"");
    answer.shows("Jetzt gespeichert: Muster &amp; Söhne");
    // Seen, and sent again.
    let again = with(late, "version", "2");
    client
        .post("/stammdaten", &again)
        .await
        .leads_to("/stammdaten?stammdaten=gespeichert");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_may_not_manage_looks_at_own_data_and_changes_nothing(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    for right in [Right::View, Right::Edit] {
        let staff = server.staff(&pool, right).await;
        let page = staff.get("/stammdaten").await;
        assert_eq!(page.status, 200);
        page.shows("Ändern kann das nur, wer verwalten darf.");
        assert_eq!(staff.post("/stammdaten", &profile("1")).await.status, 403);
        let call = serde_json::json!({ "version": 1, "form": {} });
        let answer = staff.call("/api/stammdaten/speichern", &call).await;
        assert_eq!(answer.status, 403);
    }
    let desk = people::desk(&server.db, "100001").await;
    let stored = server.db.profile(&desk).await.unwrap();
    assert_eq!(stored.form.company, "Muster Hosting GmbH");
    let manager = server.staff(&pool, Right::Manage).await;
    let saved = manager.post("/stammdaten", &profile("1")).await;
    saved.leads_to("/stammdaten?stammdaten=gespeichert");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_that_cannot_be_deleted_leads_to_a_letter_with_number_and_reasons(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let desk = people::desk(&server.db, "100001").await;
    let id = server.db.find(&desk, "123456").await.unwrap();
    client
        .get(&format!("/mkm/kunden/{id}"))
        .await
        .shows("href=\"/kontakt?kunde=123456\"");
    let page = client.get("/kontakt?kunde=123456").await;
    page.shows("mailto:hilfe@example.org?subject=Kunde%20123456");
    page.shows("Kunde: 123456 Testkunde 1");
    page.shows("2 FISINGER.de-Produkte, 1 Reseller-Produkt, 1 Benutzer");
    client
        .get("/kontakt?kunde=1234578")
        .await
        .shows("Kunde 1234578 lässt sich löschen");
    let unknown = client.get("/kontakt?kunde=%3Cb%3E").await;
    unknown.shows("Einen Kunden &lt;b&gt; gibt es nicht");
    let other = server.other_reseller().await;
    let page = other.get("/kontakt?kunde=123456").await;
    page.shows("Einen Kunden 123456 gibt es nicht");
    assert!(!page.text().contains("Testkunde 1"));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_jump_box_works_as_a_page(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let page = client.get("/suche?q=Huber").await;
    page.shows("1234578");
    page.shows("href=\"/mkm/kunden?q=Huber\"");
    client
        .get("/suche?q=%3Cscript%3E")
        .await
        .shows("Nichts beginnt mit „&lt;script&gt;“.");
    let other = server.other_reseller().await.get("/suche?q=123456").await;
    other.shows("Nichts beginnt mit „123456“.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_log_tells_who_changed_what_and_is_filtered_by_its_address(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client.post("/stammdaten", &profile("1")).await;
    let page = client.get("/verwaltung/protokoll").await;
    page.shows("Stammdaten geändert");
    page.shows("Erika Mustermann");
    page.shows("Präfix der Kundennummern");
    page.shows("Kunde angelegt");
    let filtered = client
        .get("/verwaltung/protokoll?kunde=123456&art=customer.created")
        .await;
    filtered.shows("123456 Testkunde 1");
    assert!(!filtered.text().contains("1234578"));
    client
        .get("/verwaltung/protokoll?von=2001-01-01&bis=2001-01-02")
        .await
        .shows("Dazu gibt es keine Einträge.");
    for odd in [
        "?aelter=x",
        "?von=2026-99-99",
        "?person=x",
        "?kunde=%00",
        "?aelter=1.1",
    ] {
        let path = format!("/verwaltung/protokoll{odd}");
        assert_eq!(client.get(&path).await.status, 200, "{odd}");
    }
    let other = server.other_reseller().await;
    let page = other.get("/verwaltung/protokoll").await;
    assert!(!page.text().contains("Testkunde 1"));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customers_page_leads_to_its_history(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let id = CustomerId::new().to_string();
    let sent = [
        ("id", id.as_str()),
        ("number", "V-1"),
        ("last_name", "Verlauf"),
        ("first_name", "Vera"),
        ("street", "Weg 1"),
        ("postal_code", "10115"),
        ("city", "Berlin"),
        ("country", "DE"),
        ("phone", "030 901820"),
        ("mobile", "0171 3920001"),
        ("email", "vera@example.de"),
    ];
    assert_eq!(client.post("/mkm/kunden/neu", &sent).await.status, 303);
    let page = client.get(&format!("/mkm/kunden/{id}")).await;
    page.shows("Verlauf</summary>");
    page.shows("/verwaltung/protokoll?kunde=V-1");
    let log = client.get("/verwaltung/protokoll?kunde=V-1").await;
    log.shows("Kunde angelegt");
}

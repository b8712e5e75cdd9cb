//! Creating, editing and deleting by plain forms.

use domain::{
    list::ListQuery,
    ports::{Customers, Lists},
    values::CustomerId,
};
use sqlx::PgPool;

use crate::support::{TestServer, people};

/// The fields of a customer that is right, with this number.
fn fields(number: &str) -> Vec<(&str, &str)> {
    vec![
        ("number", number),
        ("company", "Groß & Söhne"),
        ("last_name", "Groß"),
        ("first_name", "Änne"),
        ("street", "Weg 1"),
        ("postal_code", "10115"),
        ("city", "Berlin"),
        ("country", "DE"),
        ("phone", "030 901820"),
        ("mobile", "0171 3920001"),
        ("email", "aenne@example.de"),
        ("website", "example.de"),
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

async fn total(server: &TestServer) -> u32 {
    let desk = people::desk(&server.db, "100001").await;
    server
        .db
        .page(&desk, &ListQuery::default())
        .await
        .unwrap()
        .total
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_is_created_and_found_by_its_number(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let id = CustomerId::new();
    let sent = with(fields("K/77 ä"), "id", id.to_string().leak());
    client
        .post("/mkm/kunden/neu", &sent)
        .await
        .leads_to("/mkm/kunden?angelegt=K%2F77+%C3%A4");
    client
        .get("/k/K%2F77%20%C3%A4")
        .await
        .leads_to(&format!("/mkm/kunden/{id}"));
    let page = client.get(&format!("/mkm/kunden/{id}")).await;
    page.shows("+49 30 901820");
    page.shows("https://example.de");
    assert_eq!(client.get("/k/gibt-es-nicht").await.status, 404);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_double_click_creates_one_customer(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let before = total(&server).await;
    let id = CustomerId::new().to_string();
    let sent = with(fields("K-77"), "id", &id);
    let (one, other) = tokio::join!(
        client.post("/mkm/kunden/neu", &sent),
        client.post("/mkm/kunden/neu", &sent)
    );
    one.leads_to("/mkm/kunden?angelegt=K-77");
    other.leads_to("/mkm/kunden?angelegt=K-77");
    assert_eq!(total(&server).await, before + 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn faulty_fields_come_back_with_what_was_typed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let before = total(&server).await;
    let long = "x".repeat(10_000);
    for (field, value, shown) in [
        ("postal_code", "1234", "Eine deutsche PLZ hat 5 Ziffern."),
        ("last_name", "", "aria-invalid=\"true\""),
        ("last_name", "a\0b", "aria-invalid=\"true\""),
        ("last_name", "\u{202e}gnulhcs", "aria-invalid=\"true\""),
        ("street", long.as_str(), "aria-invalid=\"true\""),
        ("phone", "0800 BLUMEN", "aria-invalid=\"true\""),
        ("email", "kein", "aria-invalid=\"true\""),
        ("website", "javascript:alert(1)", "aria-invalid=\"true\""),
        ("country", "ZZ", "Bitte wähle ein Land aus der Liste."),
    ] {
        let answer = client
            .post("/mkm/kunden/neu", &with(fields("K-77"), field, value))
            .await;
        assert_eq!(answer.status, 422, "{field} {value:?}");
        answer.shows(shown);
        answer.shows("value=\"Groß &amp; Söhne\"");
    }
    assert_eq!(total(&server).await, before, "nothing was stored");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn markup_is_shown_as_text(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let id = CustomerId::new().to_string();
    let script = "<script>alert(1)</script>";
    let sent = with(with(fields("K-77"), "last_name", script), "id", &id);
    client
        .post("/mkm/kunden/neu", &sent)
        .await
        .leads_to("/mkm/kunden?angelegt=K-77");
    for path in [
        "/mkm/kunden".to_owned(),
        format!("/mkm/kunden/{id}"),
        format!("/mkm/kunden?q={script}"),
    ] {
        let page = client.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains(script), "{path}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_number_that_is_taken_in_another_case_says_so(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client
        .post("/mkm/kunden/neu", &fields("K-77"))
        .await
        .leads_to("/mkm/kunden?angelegt=K-77");
    let answer = client.post("/mkm/kunden/neu", &fields("k-77")).await;
    assert_eq!(answer.status, 422);
    answer.shows("Diese Kundennummer ist schon vergeben.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_is_stored_and_a_late_one_is_not(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let desk = people::desk(&server.db, "100001").await;
    let id = server.db.find(&desk, "123456").await.unwrap();
    let version = server
        .db
        .detail(&desk, id)
        .await
        .unwrap()
        .version
        .0
        .to_string();
    let path = format!("/mkm/kunden/{id}");
    let first = with(
        with(fields("123456"), "city", "Hamburg"),
        "version",
        &version,
    );
    client
        .post(&path, &first)
        .await
        .leads_to(&format!("{path}?gespeichert=123456"));
    let late = with(
        with(fields("123456"), "city", "Bremen"),
        "version",
        &version,
    );
    let answer = client.post(&path, &late).await;
    assert_eq!(answer.status, 409);
    answer.shows("value=\"Bremen\"");
    answer.shows("Hamburg");
    assert_eq!(
        server.db.detail(&desk, id).await.unwrap().record.city,
        "Hamburg"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn only_a_customer_without_products_and_users_is_deleted(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 20).await;
    let client = server.reseller().await;
    let (blocked, _) = people::customer(&server.db, "100001", false).await;
    let answer = client
        .post(&format!("/mkm/kunden/{blocked}/loeschen"), &[])
        .await;
    assert_eq!(answer.status, 409);
    assert_eq!(
        client.get(&format!("/mkm/kunden/{blocked}")).await.status,
        200
    );

    let (free, number) = people::customer(&server.db, "100001", true).await;
    let answer = client
        .post(&format!("/mkm/kunden/{free}/loeschen"), &[])
        .await;
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("geloescht", &number)
        .finish();
    answer.leads_to(&format!("/mkm/kunden?{query}"));
    assert_eq!(client.get(&format!("/mkm/kunden/{free}")).await.status, 404);
    assert_eq!(
        client
            .post(&format!("/mkm/kunden/{free}/loeschen"), &[])
            .await
            .status,
        404
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn when_the_session_ended_meanwhile_nothing_typed_is_lost(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client.post("/abmelden", &[]).await;
    let created = client.post("/mkm/kunden/neu", &fields("K-77")).await;
    assert_eq!(created.status, 401);
    created.shows("value=\"Groß &amp; Söhne\"");
    created.shows("Deine Sitzung ist abgelaufen.");
    let desk = people::desk(&server.db, "100001").await;
    let id = server.db.find(&desk, "123456").await.unwrap();
    let edited = client
        .post(
            &format!("/mkm/kunden/{id}"),
            &with(fields("123456"), "version", "1"),
        )
        .await;
    assert_eq!(edited.status, 401);
    assert!(
        !edited.text().contains("Testkunde 1"),
        "nobody's data are shown"
    );
}

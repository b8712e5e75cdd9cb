//! Domains without WebAssembly: forms, and the pages that answer them.

use domain::{
    customer::DomainRow,
    ports::Customers,
    values::{CustomerId, DomainId},
};
use sqlx::PgPool;

use crate::support::{TestServer, client::Client, people};

/// A form that is taken.
const GOOD: [(&str, &str); 9] = [
    ("domain", "Bücher-Müller.de"),
    ("contract", "D-4711"),
    ("registrar", "INWX"),
    ("status", "active"),
    ("verification", "pending"),
    ("verification_until", "2099-12-31"),
    ("zone", "ok"),
    ("transfer_lock", "on"),
    ("renewal_mode", "AUTORENEW"),
];

async fn customer(server: &TestServer, number: &str) -> CustomerId {
    let desk = people::desk(&server.db, "100001").await;
    server.db.find(&desk, number).await.unwrap()
}

async fn domains(server: &TestServer, customer: CustomerId) -> Vec<DomainRow> {
    let desk = people::desk(&server.db, "100001").await;
    server.db.detail(&desk, customer).await.unwrap().domains
}

async fn start(pool: &PgPool) -> (TestServer, Client, CustomerId) {
    let server = TestServer::with_demo(pool, 0).await;
    let client = server.reseller().await;
    let id = customer(&server, "123456").await;
    (server, client, id)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_created_for_a_customer_and_its_page_says_so(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let path = format!("/mkm/kunden/{id}/domains/neu");
    let dialog = client.get(&path).await;
    assert_eq!(dialog.status, 200);
    dialog.shows("Neue Domain");
    dialog.shows("Die Domain wird 123456 Müller zugeordnet.");
    let answer = client.post(&path, &GOOD).await;
    let said = "domain-angelegt=b%C3%BCcher-m%C3%BCller.de";
    answer.leads_to(&format!("/mkm/kunden/{id}/domains?{said}"));
    let page = client.get(answer.header("location")).await;
    page.shows("Domain bücher-müller.de wurde angelegt.");
    page.shows("muss seine E-Mail-Adresse bis 31.12.2099 bestätigen");
    let names: Vec<_> = domains(&server, id)
        .await
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert!(
        names.contains(&"xn--bcher-mller-thbg.de".to_owned()),
        "{names:?}"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_faulty_form_comes_back_as_it_was_typed_with_a_reason_at_each_field(pool: PgPool) {
    let (_server, client, id) = start(&pool).await;
    for (name, reason) in [
        ("mueller.dee", "Diese Endung gibt es nicht."),
        (
            "co.uk",
            "Das ist eine Endung, unter der Domains registriert werden",
        ),
        ("https://mueller.de", "Das ist kein Domainname"),
    ] {
        let mut form = GOOD;
        form[0].1 = name;
        form[1].1 = "";
        let answer = client
            .post(&format!("/mkm/kunden/{id}/domains/neu"), &form)
            .await;
        assert_eq!(answer.status, 422, "{name}");
        answer.shows(reason);
        answer.shows(&format!("value=\"{name}\""));
        answer.shows("Bitte fülle dieses Feld aus.");
        answer.shows("value=\"2099-12-31\"");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_name_that_is_taken_is_said_at_the_field(pool: PgPool) {
    let (_server, client, id) = start(&pool).await;
    let path = format!("/mkm/kunden/{id}/domains/neu");
    assert_eq!(client.post(&path, &GOOD).await.status, 303);
    let again = client.post("/domains/neu", &GOOD).await;
    assert_eq!(again.status, 422);
    again.shows("Diese Domain gibt es in deinem Bestand schon.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_edited_and_a_late_edit_shows_what_is_stored(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let domain = domains(&server, id).await[0].clone();
    let path = format!("/mkm/kunden/{id}/domains/{}", domain.id);
    client
        .get(&path)
        .await
        .shows(&format!("value=\"{}\"", domain.contract));
    let with = |contract: &'static str| {
        let mut form = GOOD.to_vec();
        form[1].1 = contract;
        form.push(("version", "1"));
        form
    };
    let saved = client.post(&path, &with("V-1")).await;
    assert_eq!(saved.status, 303);
    client
        .get(saved.header("location"))
        .await
        .shows("wurde gespeichert.");
    let late = client.post(&path, &with("V-2")).await;
    assert_eq!(late.status, 409);
    late.shows("Jetzt gespeichert: V-1");
    late.shows("value=\"V-2\"");
    late.shows("name=\"version\" value=\"2\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_set_free_and_another_window_is_told(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let domain = domains(&server, id).await[0].clone();
    let path = format!("/mkm/kunden/{id}/domains/{}/loesen", domain.id);
    client
        .get(&path)
        .await
        .shows("gehört dann nicht mehr 123456 Müller");
    let freed = client.post(&path, &[]).await;
    assert_eq!(freed.status, 303);
    client
        .get(freed.header("location"))
        .await
        .shows("ist wieder frei.");
    // The other window still showed it.
    for path in [
        path.clone(),
        path.replace("/loesen", "/entfernen"),
        path.replace("/loesen", ""),
    ] {
        client
            .get(&path)
            .await
            .shows("gehört inzwischen keinem Kunden mehr.");
    }
    let late = client.post(&path, &[]).await;
    assert_eq!(late.status, 409);
    late.shows("gehört inzwischen keinem Kunden mehr.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn domains_are_assigned_and_the_choice_says_whom_they_are_taken_from(pool: PgPool) {
    let (server, client, from) = start(&pool).await;
    let to = customer(&server, "1234578").await;
    let domain = domains(&server, from).await[0].clone();
    let path = format!("/mkm/kunden/{to}/domains/zuordnen");
    let dialog = client.get(&format!("{path}?suche=mueller")).await;
    dialog.shows("gehört jetzt 123456 Müller und wird dort weggenommen");
    let value = format!("{} {from}", domain.id);
    dialog.shows(&format!("value=\"{value}\""));
    client
        .get(&format!("{path}?suche=gibtesnicht"))
        .await
        .shows("Keine Domains gefunden.");

    let none = client.post(&path, &[]).await;
    assert_eq!(none.status, 422);
    none.shows("Bitte wähle mindestens eine Domain aus.");
    let moved = client.post(&path, &[("domain", &value)]).await;
    moved.leads_to(&format!("/mkm/kunden/{to}/domains?domains-zugeordnet=1"));
    client
        .get(moved.header("location"))
        .await
        .shows("1 Domain wurde zugeordnet.");
    // Decided on what is no longer true.
    let late = client
        .post(
            &format!("/mkm/kunden/{from}/domains/zuordnen"),
            &[("domain", &value)],
        )
        .await;
    assert_eq!(late.status, 409);
    assert_eq!(domains(&server, to).await[0].id, domain.id);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_removed_after_a_question(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let domain = domains(&server, id).await[0].clone();
    let path = format!("/domains/{}/entfernen", domain.id);
    let question = client.get(&path).await;
    question.shows("wird aus MKM entfernt.");
    question.shows("Zugeordnet: 123456 Müller");
    let late = client.post(&path, &[("version", "7")]).await;
    assert_eq!(late.status, 409);
    let removed = client.post(&path, &[("version", "1")]).await;
    assert_eq!(removed.status, 303);
    assert!(
        removed
            .header("location")
            .starts_with("/domains?domain-entfernt=")
    );
    assert_eq!(client.get(&path).await.status, 404);
    assert_eq!(domains(&server, id).await.len(), 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_resellers_domain_can_be_neither_seen_nor_changed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let (client, id) = (server.reseller().await, customer(&server, "123456").await);
    let other = server.other_reseller().await;
    let domain = domains(&server, id).await[0].clone();
    let mut form = GOOD.to_vec();
    form.push(("version", "1"));
    for page in ["", "/entfernen"] {
        let path = format!("/domains/{}{page}", domain.id);
        let seen = other.get(&path).await;
        assert_eq!(seen.status, 404, "{path}");
        assert!(!seen.text().contains(&domain.shown_name), "{path}");
        assert_eq!(other.post(&path, &form).await.status, 404, "{path}");
        assert_eq!(client.get(&path).await.status, 200, "{path}");
        let portal = server.portal_user().await;
        assert_eq!(portal.get(&path).await.status, 403, "{path}");
    }
    let tab = format!("/mkm/kunden/{id}/domains");
    assert_eq!(other.post(&format!("{tab}/neu"), &GOOD).await.status, 404);
    let value = domain.id.to_string();
    let stolen = other
        .post(&format!("{tab}/zuordnen"), &[("domain", &value)])
        .await;
    assert_eq!(stolen.status, 404);
    let released = other
        .post(&format!("{tab}/{}/loesen", domain.id), &[])
        .await;
    assert_eq!(released.status, 404);
    let missing = client.get(&format!("/domains/{}", DomainId::new())).await;
    assert_eq!(missing.status, 404);
    missing.shows("Diese Domain gibt es nicht mehr");
    assert_eq!(domains(&server, id).await[0], domain, "untouched");
}

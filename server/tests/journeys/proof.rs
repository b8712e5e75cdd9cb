//! Proving once more who one is.

use domain::{rights::Right, values::AccountId};
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people::{PASSWORD, id_of},
};

const PAGE: &str = "/konto/bestaetigen?zurueck=%2Fkonto%3Fa%3Db";

/// Everybody's last proof is now so many minutes older.
async fn age_proofs(pool: &PgPool, minutes: i32) {
    sqlx::query("update session set proved_at = proved_at - make_interval(mins => $1)")
        .bind(minutes)
        .execute(pool)
        .await
        .unwrap();
}

async fn confirm(client: &Client, password: &str, back: &str) -> Answer {
    let fields = [("zurueck", back), ("bestaetigung", password)];
    client.post("/konto/bestaetigen", &fields).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_password_is_asked_for_again_when_the_proof_is_too_old(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    for (user, title) in [
        ("demo", "Bestätigen, dass du es bist"),
        ("kunde", "Bestätigen, dass Sie es sind"),
    ] {
        let mut client = server.signed_in(user).await;
        client.get(PAGE).await.leads_to("/konto?a=b");
        age_proofs(&pool, 11).await;
        let asked = client.get(PAGE).await;
        assert_eq!(asked.status, 200);
        asked.shows(title);
        asked.shows("value=\"/konto?a=b\"");

        let before = client.clone();
        let confirmed = confirm(&client, PASSWORD, "/konto?a=b").await;
        confirmed.leads_to("/konto?a=b");
        client.keep(&confirmed);
        assert_ne!(client.cookie, before.cookie, "a session of its own");
        client.get(PAGE).await.leads_to("/konto?a=b");
        client.get("/konto").await.shows("diese Sitzung");
        assert_eq!(before.get("/konto").await.status, 303, "the old id is void");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_wrong_password_proves_nothing_and_is_tried_as_seldom_as_at_signing_in(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    age_proofs(&pool, 11).await;
    for (password, status, words) in [
        ("falsch", 422, "Das Passwort ist falsch."),
        (PASSWORD, 429, "Zu viele Fehlversuche."),
    ] {
        let declined = confirm(&client, password, "/konto?a=b").await;
        assert_eq!(declined.status, status);
        declined.shows(words);
        declined.shows("value=\"/konto?a=b\"");
        assert!(declined.session_cookie().is_none());
    }
    assert_eq!(client.get(PAGE).await.status, 200, "still to be confirmed");
    assert_eq!(client.get("/konto").await.status, 200, "still signed in");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_confirmation_leads_only_to_pages_of_ours(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.reseller().await;
    for back in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let confirmed = confirm(&client, PASSWORD, back).await;
        confirmed.leads_to("/");
        client.keep(&confirmed);
        let query = url::form_urlencoded::byte_serialize(back.as_bytes()).collect::<String>();
        let page = format!("/konto/bestaetigen?zurueck={query}");
        client.get(&page).await.leads_to("/");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_form_that_asks_for_the_password_is_a_proof_too(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 0).await;
    let mut client = server.reseller().await;
    age_proofs(&pool, 11).await;
    let before = client.clone();
    let fields = [
        ("zurueck", "/konto"),
        ("neue-email", "neu@example.org"),
        ("email-passwort", PASSWORD),
    ];
    let asked = client.post("/konto/email", &fields).await;
    asked.leads_to("/konto?konto=email-link");
    client.keep(&asked);
    client.get(PAGE).await.leads_to("/konto?a=b");
    assert_eq!(before.get("/konto").await.status, 303, "the old id is void");
}

/// A staff account as a form sends it, with more fields after it.
async fn send_staff(client: &Client, path: &str, right: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("user_name", "anna"),
        ("first_name", "Anna"),
        ("last_name", "Amt"),
        ("email", "anna@example.com"),
        ("right", right),
    ];
    fields.extend(more);
    client.post(path, &fields).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn rights_are_given_with_a_fresh_proof_and_nothing_typed_is_lost(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.staff(&pool, Right::Manage).await;
    let staff = "/verwaltung/mitarbeiter";
    let new = format!("{staff}/neu");
    let id = AccountId::new().to_string();
    let id = ("id", id.as_str());
    age_proofs(&pool, 11).await;
    let asked = send_staff(&client, &new, "edit", &[id]).await;
    assert_eq!(asked.status, 403);
    for part in ["name=\"bestaetigung\"", "anna@example.com", id.1] {
        asked.shows(part);
    }
    assert!(server.db.credentials("anna").await.unwrap().is_none());

    let proof = ("bestaetigung", PASSWORD);
    let created = send_staff(&client, &new, "edit", &[id, proof]).await;
    assert_eq!(created.status, 200, "the link to be passed on");
    let before = client.clone();
    client.keep(&created);
    assert_ne!(client.cookie, before.cookie, "a session of its own");

    let path = format!("{staff}/{}", id_of(&server.db, "anna").await);
    let version = ("version", "1");
    let saved = send_staff(&client, &path, "view", &[version]).await;
    saved.leads_to(&format!("{staff}?mitarbeiter-gespeichert=anna"));
    age_proofs(&pool, 11).await;
    let version = ("version", "2");
    let wrong = ("bestaetigung", "falsch");
    for (more, status) in [(&[version][..], 403), (&[version, wrong], 422)] {
        let declined = send_staff(&client, &path, "manage", more).await;
        assert_eq!(declined.status, status);
        declined.shows("name=\"bestaetigung\"");
        declined.shows("<option value=\"manage\" selected");
    }
    let role = server.db.credentials("anna").await.unwrap().unwrap().role;
    assert_eq!(role, domain::principal::Role::Staff(Right::View));
}

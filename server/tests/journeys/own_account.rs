//! The own password and sessions.

use std::time::Duration;

use sqlx::PgPool;

use crate::support::{TestServer, client::Client, people::PASSWORD};

const NEW: &str = "siebzehn Pinguine kochen Suppe";

async fn change(
    client: &Client,
    old: &str,
    new: &str,
    repeated: &str,
) -> crate::support::client::Answer {
    let fields = [
        ("zurueck", "/portal/konto"),
        ("alt", old),
        ("passwort", new),
        ("wiederholung", repeated),
    ];
    client.post("/konto/passwort", &fields).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_password_ends_the_other_sessions_at_once_and_not_this_one(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (mut here, there) = (server.end_customer().await, server.end_customer().await);
    let old_cookie = here.cookie.clone();
    let answer = change(&here, PASSWORD, NEW, NEW).await;
    answer.leads_to("/portal/konto?konto=passwort");
    here.cookie = answer
        .session_cookie()
        .and_then(|cookie| cookie.split(';').next())
        .map(str::to_owned);
    assert_ne!(here.cookie, old_cookie, "a session of its own");
    here.get("/portal/konto?konto=passwort")
        .await
        .shows("Ihr Passwort ist geändert.");
    assert_eq!(there.get("/portal/konto").await.status, 303);
    let mut again = server.stranger();
    assert_eq!(again.sign_in("kunde", PASSWORD).await.status, 401);
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(again.sign_in("kunde", NEW).await.status, 303);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_wrong_with_a_password_is_said_at_its_field(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let client = server.end_customer().await;
    for (old, new, repeated, status, words) in [
        (PASSWORD, "kurz", "kurz", 422, "mindestens 15 Zeichen"),
        (
            PASSWORD,
            "passwortpasswort",
            "passwortpasswort",
            422,
            "Nehmen Sie mehrere Wörter",
        ),
        (PASSWORD, NEW, "etwas anderes", 422, "nicht gleich"),
        (
            "falsch",
            NEW,
            NEW,
            422,
            "Das bisherige Passwort ist falsch.",
        ),
        (PASSWORD, NEW, NEW, 429, "Zu viele Fehlversuche."),
    ] {
        let declined = change(&client, old, new, repeated).await;
        assert_eq!(declined.status, status, "{words}");
        declined.shows(words);
        assert!(!declined.text().contains(NEW), "no password is sent back");
    }
    assert_eq!(
        client.get("/portal/konto").await.status,
        200,
        "still signed in"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn resellers_have_the_page_too_and_end_sessions_at_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (here, there) = (server.reseller().await, server.reseller().await);
    let page = here.get("/konto").await;
    page.shows("diese Sitzung");
    let html = page.text();
    let other = html
        .split("name=\"sitzung\" value=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|id| id.len() == 36)
        .unwrap();
    let foreign = server.other_reseller().await;
    let refused = foreign
        .post("/konto/sitzungen", &[("sitzung", other)])
        .await;
    refused.leads_to("/konto?konto=sitzungen");
    assert_eq!(
        there.get("/konto").await.status,
        200,
        "not somebody else's to end"
    );

    let ended = here.post("/konto/sitzungen", &[("sitzung", other)]).await;
    ended.leads_to("/konto?konto=sitzungen");
    assert_eq!(there.get("/konto").await.status, 303);
    let third = server.reseller().await;
    here.post("/konto/sitzungen", &[("sitzung", "andere")])
        .await;
    assert_eq!(third.get("/konto").await.status, 303);
    assert_eq!(here.get("/konto").await.status, 200);
    assert_eq!(
        here.post("/konto/sitzungen", &[("sitzung", "unsinn")])
            .await
            .status,
        404
    );
}

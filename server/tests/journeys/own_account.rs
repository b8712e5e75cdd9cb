//! The own e-mail address, password and sessions.

use std::time::Duration;

use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people::PASSWORD,
    sink::Sink,
};

const NEW: &str = "siebzehn Pinguine kochen Suppe";

async fn change(client: &Client, old: &str, new: &str, repeated: &str) -> Answer {
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

async fn ask_for(client: &Client, page: &str, email: &str, password: &str) -> Answer {
    let fields = [
        ("zurueck", page),
        ("neue-email", email),
        ("email-passwort", password),
    ];
    client.post("/konto/email", &fields).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_address_counts_when_its_link_is_used(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 30).await;
    let sink = Sink::new().await;
    let sender = sink.sender(&server.db);
    for (mut client, page, name, formal) in [
        (server.reseller().await, "/konto", "demo", false),
        (server.end_customer().await, "/portal/konto", "kunde", true),
    ] {
        let old = server.db.credentials(name).await.unwrap().unwrap().email;
        let new = format!("neu-{name}@example.org");
        let asked = ask_for(&client, page, &new, PASSWORD).await;
        asked.leads_to(&format!("{page}?konto=email-link"));
        client.keep(&asked);
        client
            .get(asked.header("location"))
            .await
            .shows("Ein Link ist an die neue Adresse unterwegs.");
        client
            .get(page)
            .await
            .shows(&format!("{new} ist noch nicht bestätigt."));

        let before = sink.mails().len();
        assert_eq!(sender.send_next().await, Ok(true));
        let mail = sink.mails()[before].clone();
        assert_eq!(mail.to, new);
        let words = if formal {
            "sobald Sie sie bestätigen"
        } else {
            "sobald du sie bestätigst"
        };
        assert!(
            mail.text.replace('\n', " ").contains(words),
            "{}",
            mail.text
        );

        // Opening it changes nothing, anywhere and however often.
        let stranger = server.stranger();
        for _ in 0..2 {
            let opened = stranger.get(&mail.email_link()).await;
            assert_eq!(opened.status, 200);
            opened.shows(&format!("Soll {new} die E-Mail-Adresse von {name} werden?"));
        }
        client.get(page).await.shows(&old);
        let confirmed = client.post(&mail.email_link(), &[]).await;
        confirmed.leads_to(&format!("{page}?konto=email"));
        let after = client.get(confirmed.header("location")).await;
        after.shows("Die E-Mail-Adresse ist geändert.");
        after.shows(&new);

        let again = stranger.post(&mail.email_link(), &[]).await;
        assert_eq!(again.status, 410);
        again.shows("schon benutzt oder ist abgelaufen");
        assert_eq!(stranger.get(&mail.email_link()).await.status, 410);

        assert_eq!(sender.send_next().await, Ok(true));
        let told = sink.mails()[before + 1].clone();
        assert_eq!(told.to, old);
        assert!(
            told.text.contains("Adresse wurde geändert"),
            "{}",
            told.text
        );
        assert!(!told.text.contains("/email/"), "a notice without a link");
        assert_eq!(sender.send_next().await, Ok(false));
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_link_works_without_a_session_and_not_for_somebody_elses(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 30).await;
    let sink = Sink::new().await;
    let client = server.reseller().await;
    ask_for(&client, "/stammdaten", "neu@example.org", PASSWORD)
        .await
        .leads_to("/stammdaten?konto=email-link");
    sink.sender(&server.db).send_next().await.unwrap();
    let link = sink.mails()[0].email_link();
    // A link for an address sets no password, and the other way round.
    let token = link.rsplit('/').next().unwrap();
    let as_password = format!("/passwort/{token}");
    assert_eq!(server.stranger().get(&as_password).await.status, 410);
    let other = server.other_reseller().await;
    other
        .post(&link, &[])
        .await
        .leads_to("/anmelden?email=geaendert");
    other.get("/konto").await.shows("demo2");
    let theirs = server.db.credentials("demo2").await.unwrap().unwrap();
    assert_ne!(theirs.email, "neu@example.org");
    let mine = server.db.credentials("demo").await.unwrap().unwrap();
    assert_eq!(mine.email, "neu@example.org");
    server
        .stranger()
        .get("/anmelden?email=geaendert")
        .await
        .shows("Die E-Mail-Adresse ist geändert.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_wrong_with_a_new_address_is_said_and_it_stays_in_its_field(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 30).await;
    let client = server.end_customer().await;
    let own = server.db.credentials("kunde").await.unwrap().unwrap().email;
    for (email, password, status, words) in [
        ("", PASSWORD, 422, "Bitte füllen Sie dieses Feld aus."),
        ("ohne-at", PASSWORD, 422, "keine gültige E-Mail-Adresse"),
        (
            &own,
            PASSWORD,
            422,
            "schon die E-Mail-Adresse dieses Kontos",
        ),
        (
            "neu@example.org",
            "falsch",
            422,
            "Das bisherige Passwort ist falsch.",
        ),
        ("neu@example.org", PASSWORD, 429, "Zu viele Fehlversuche."),
    ] {
        let declined = ask_for(&client, "/portal/konto", email, password).await;
        assert_eq!(declined.status, status, "{words}");
        declined.shows(words);
        declined.shows(&format!("value=\"{email}\""));
    }
    let mails: i64 = sqlx::query_scalar("select count(*) from outgoing_mail")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(mails, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_link_to_a_new_address_is_void_late_and_after_deactivation(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 30).await;
    let sink = Sink::new().await;
    let client = server.end_customer().await;
    ask_for(&client, "/portal/konto", "neu@example.org", PASSWORD).await;
    sink.sender(&server.db).send_next().await.unwrap();
    let link = sink.mails()[0].email_link();
    for (sql, status) in [
        (
            "update one_time_token set expires_at = expires_at - interval '23 hours'",
            200,
        ),
        (
            "update account set active = false where user_name = 'kunde'",
            410,
        ),
        ("update account set active = true", 200),
        (
            "update one_time_token set expires_at = expires_at - interval '2 hours'",
            410,
        ),
    ] {
        sqlx::query(sql).execute(&pool).await.unwrap();
        assert_eq!(server.stranger().get(&link).await.status, status, "{sql}");
    }
    assert_eq!(server.stranger().post(&link, &[]).await.status, 410);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_mail_server_nothing_can_be_confirmed_and_the_page_says_so(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let client = server.reseller().await;
    let page = client.get("/konto").await;
    page.shows("Hier können keine E-Mails verschickt werden");
    assert!(!page.text().contains("action=\"/konto/email\""));
    let declined = ask_for(&client, "/konto", "neu@example.org", PASSWORD).await;
    assert_eq!(declined.status, 409);
    declined.shows("Hier können keine E-Mails verschickt werden");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn own_data_offers_the_own_password_and_sessions_too(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let page = client.get("/stammdaten").await;
    for part in [
        "E-Mail-Adresse ändern",
        "Bisheriges Passwort",
        "diese Sitzung",
    ] {
        page.shows(part);
    }
    let fields = [
        ("zurueck", "/stammdaten"),
        ("alt", PASSWORD),
        ("passwort", NEW),
        ("wiederholung", "anders"),
    ];
    let declined = client.post("/konto/passwort", &fields).await;
    assert_eq!(declined.status, 422);
    declined.shows("nicht gleich");
    declined.shows("Nächste Nummer");
    // Otherwise the router in the browser looks for a page at the form's address.
    declined.shows(r#"history.replaceState(history.state, '', "/stammdaten");"#);
    assert!(!page.text().contains("replaceState"));
}

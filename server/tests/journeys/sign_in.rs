//! Signing in and out, and what becomes of those who are not.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use db::TokenPurpose;
use domain::principal::Actor;
use reqwest::Method;
use server::secret;
use sqlx::PgPool;

use crate::support::{TestServer, client::Answer, people};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_signs_in_sees_its_customers(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let mut client = server.stranger();
    let answer = client.sign_in("demo", people::PASSWORD).await;
    answer.leads_to("/");
    let cookie = answer.session_cookie().unwrap();
    for attribute in ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"] {
        assert!(cookie.split("; ").any(|part| part == attribute), "{cookie}");
    }
    client.get("/").await.shows("Startseite");
    let list = client.get("/mkm/kunden").await;
    assert_eq!(list.status, 200);
    list.shows("1234578");
    list.shows("Erika Mustermann");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_user_name_is_known_in_any_case(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    server
        .stranger()
        .sign_in(" DEMO ", people::PASSWORD)
        .await
        .leads_to("/");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_wrong_password_and_an_unknown_name_get_the_same_answer(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let wrong = server.stranger().sign_in("demo", "falsch").await;
    let unknown = server.stranger().sign_in("niemand", "falsch").await;
    assert_eq!((wrong.status, unknown.status), (401, 401));
    assert_eq!(wrong.session_cookie(), None);
    wrong.shows("Benutzername");
    assert_eq!(comparable(&wrong, "demo"), comparable(&unknown, "niemand"));
}

/// The page without what differs in every answer, and without the name that was typed: in its field
/// and in what the browser's program finds in the page.
fn comparable(answer: &Answer, name: &str) -> String {
    let page = answer.text().replace(&nonce(answer), "");
    let in_field = format!("value=\"{name}\"");
    let for_program = values_for_program(&page)
        .into_iter()
        .find(|value| {
            decoded(value)
                .windows(name.len())
                .any(|part| part == name.as_bytes())
        })
        .expect("the page knows what was typed");
    assert!(page.contains(&in_field), "{in_field} is missing in {page}");
    page.replace(&in_field, "").replace(&for_program, "")
}

/// What the page holds for the program that takes it over, as it is written there.
fn values_for_program(page: &str) -> Vec<String> {
    page.split("__RESOLVED_RESOURCES[")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1))
        .map(str::to_owned)
        .collect()
}

fn decoded(value: &str) -> Vec<u8> {
    STANDARD_NO_PAD.decode(value).unwrap()
}

fn nonce(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    policy
        .split("'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap()
        .to_owned()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn after_a_failure_the_next_attempt_must_wait(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.stranger();
    assert_eq!(client.sign_in("demo", "falsch").await.status, 401);
    let throttled = client.sign_in("demo", people::PASSWORD).await;
    assert_eq!(throttled.status, 429);
    assert!(throttled.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert_eq!(throttled.session_cookie(), None);
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    client.sign_in("demo", people::PASSWORD).await.leads_to("/");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_address_cannot_try_many_names(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut statuses = Vec::new();
    for number in 0..12 {
        let answer = attempt(&server, "192.0.2.7", &format!("name{number}")).await;
        statuses.push(answer.status);
    }
    assert_eq!(statuses[..10], [401; 10]);
    assert_eq!(statuses[11], 429);
    let other = attempt(&server, "192.0.2.8", "name99").await;
    assert_eq!(other.status, 401, "another address is not throttled");
}

/// Through the proxy on this machine, which is trusted.
async fn attempt(server: &TestServer, address: &str, name: &str) -> Answer {
    let request = server.stranger().request(Method::POST, "/anmelden");
    let request = request
        .header("x-forwarded-for", address)
        .header("content-type", "application/x-www-form-urlencoded");
    Answer::of(request.body(format!("benutzername={name}&passwort=falsch"))).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_page_without_a_session_leads_to_sign_in_and_back(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let asked = "/mkm/kunden?q=M%C3%BCller&seite=2";
    let answer = server.stranger().get(asked).await;
    answer.leads_to("/anmelden?zurueck=%2Fmkm%2Fkunden%3Fq%3DM%25C3%25BCller%26seite%3D2");
    let page = server.stranger().get(answer.header("location")).await;
    page.shows("value=\"/mkm/kunden?q=M%C3%BCller&amp;seite=2\"");
    let fields = [
        ("benutzername", "demo"),
        ("passwort", people::PASSWORD),
        ("zurueck", asked),
    ];
    server
        .stranger()
        .post("/anmelden", &fields)
        .await
        .leads_to(asked);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn after_a_wrong_password_the_way_back_is_still_known(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let fields = [
        ("benutzername", "demo"),
        ("passwort", "falsch"),
        ("zurueck", "/mkm/kunden/neu"),
    ];
    let answer = server.stranger().post("/anmelden", &fields).await;
    assert_eq!(answer.status, 401);
    answer.shows("value=\"/mkm/kunden/neu\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn signing_in_leads_nowhere_else(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    for elsewhere in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
    ] {
        let fields = [
            ("benutzername", "demo"),
            ("passwort", people::PASSWORD),
            ("zurueck", elsewhere),
        ];
        server
            .stranger()
            .post("/anmelden", &fields)
            .await
            .leads_to("/");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn signing_in_gives_a_new_session_and_ends_the_old_one(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let old = server.reseller().await;
    let mut again = old.clone();
    again.sign_in("demo", people::PASSWORD).await.leads_to("/");
    assert_ne!(old.cookie, again.cookie);
    assert_eq!(again.get("/mkm/kunden").await.status, 200);
    assert_eq!(old.get("/mkm/kunden").await.status, 303);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_id_that_the_browser_made_up_opens_no_session(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.stranger();
    for made_up in [
        "__Host-mkm=AAAAAAAAAAAAAAAAAAAAAA",
        "__Host-mkm=unsinn",
        "__Host-mkm=",
    ] {
        client.cookie = Some(made_up.to_owned());
        assert_eq!(client.get("/mkm/kunden").await.status, 303, "{made_up}");
    }
    let mut fixed = client.clone();
    fixed.cookie = Some("__Host-mkm=AAAAAAAAAAAAAAAAAAAAAA".to_owned());
    fixed.sign_in("demo", people::PASSWORD).await;
    assert_ne!(
        fixed.cookie.as_deref(),
        Some("__Host-mkm=AAAAAAAAAAAAAAAAAAAAAA")
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn signing_out_ends_the_session_and_clears_the_browser(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let answer = client.post("/abmelden", &[]).await;
    answer.leads_to("/anmelden");
    assert_eq!(answer.header("clear-site-data"), "\"cookies\", \"storage\"");
    let removal = answer.session_cookie().unwrap();
    assert!(
        removal.starts_with("__Host-mkm=;") && removal.contains("Max-Age=0"),
        "{removal}"
    );
    assert!(
        removal.contains("Secure") && removal.contains("Path=/"),
        "{removal}"
    );
    assert_eq!(
        client.get("/mkm/kunden").await.status,
        303,
        "the old cookie opens nothing"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_password_ends_all_sessions(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    people::set_password(&server.db, "demo").await;
    assert_eq!(client.get("/mkm/kunden").await.status, 303);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_one_time_link_sets_a_password_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let link = link(&server).await;
    let client = server.stranger();
    assert_eq!(client.get(&link).await.status, 200);

    let differ = client
        .post(&link, &[("passwort", GOOD), ("wiederholung", "anders")])
        .await;
    assert_eq!(differ.status, 422);
    for bad in ["kurz", "kundenverwaltung1", "demo-demo-demo-demo"] {
        let rejected = client
            .post(&link, &[("passwort", bad), ("wiederholung", bad)])
            .await;
        assert_eq!(rejected.status, 422, "{bad}");
    }
    let stored = client
        .post(&link, &[("passwort", GOOD), ("wiederholung", GOOD)])
        .await;
    stored.leads_to("/anmelden?passwort=gesetzt");
    server.stranger().sign_in("demo", GOOD).await.leads_to("/");

    let again = client
        .post(&link, &[("passwort", GOOD), ("wiederholung", GOOD)])
        .await;
    assert_eq!(again.status, 410);
    assert_eq!(client.get(&link).await.status, 410);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_made_up_link_sets_no_password(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let answer = server
        .stranger()
        .post(
            "/passwort/erfunden",
            &[("passwort", GOOD), ("wiederholung", GOOD)],
        )
        .await;
    assert_eq!(answer.status, 410);
}

const GOOD: &str = "drei blaue Elefanten tanzen";

async fn link(server: &TestServer) -> String {
    let account = server
        .db
        .credentials("demo")
        .await
        .unwrap()
        .unwrap()
        .account;
    let token = secret::new_token().unwrap();
    let hash = secret::hash(token.as_bytes());
    server
        .db
        .create_token(
            account,
            TokenPurpose::Invitation,
            &hash,
            Duration::from_secs(60),
        )
        .await
        .unwrap();
    format!("/passwort/{token}")
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_weak_stored_hash_is_renewed_at_sign_in(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let before = server.db.credentials("demo").await.unwrap().unwrap();
    // 8 MiB, one pass, of "ein langes Passwort".
    let weak = weak_hash("ein langes Passwort");
    server
        .db
        .set_password(Actor::Operator, before.account, &weak)
        .await
        .unwrap();
    server
        .stranger()
        .sign_in("demo", "ein langes Passwort")
        .await
        .leads_to("/");
    let after = server
        .db
        .credentials("demo")
        .await
        .unwrap()
        .unwrap()
        .password_hash
        .unwrap();
    assert!(
        after.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{after}"
    );
}

fn weak_hash(password: &str) -> String {
    use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
    let params = Params::new(8 * 1024, 1, 1, None).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes())
        .unwrap()
        .to_string()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn language_and_look_are_remembered_and_lead_back(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.stranger();
    let answer = client
        .post("/sprache", &[("sprache", "en"), ("zurueck", "/anmelden")])
        .await;
    answer.leads_to("/anmelden");
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("sprache=en; ")
            && cookie.contains("Secure")
            && cookie.contains("Max-Age=31536000"),
        "{cookie}"
    );
    client
        .post(
            "/darstellung",
            &[("darstellung", "dunkel"), ("zurueck", "//evil.example")],
        )
        .await
        .leads_to("/");
    let forgotten = client
        .post("/darstellung", &[("darstellung", "system")])
        .await;
    assert!(forgotten.header("set-cookie").contains("Max-Age=0"));

    let mut english = client.clone();
    english.cookie = Some("sprache=en; darstellung=dunkel".to_owned());
    let page = english.get("/anmelden").await;
    page.shows("<html lang=\"en\" data-theme=\"dark\"");
}

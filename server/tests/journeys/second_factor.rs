//! The second factor of a sign-in.

use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    factor::{App, PAGE, codes_of, forget_used_codes, set_up},
    people::PASSWORD,
    sink::Sink,
};

const CODE: &str = "/anmelden/code";

/// The first step, which leads to the second.
async fn half_signed_in(server: &TestServer, user_name: &str) -> Client {
    let mut client = server.stranger();
    client.sign_in(user_name, PASSWORD).await.leads_to(CODE);
    client
}

async fn give(client: &mut Client, code: &str, kind: &str) -> Answer {
    let fields = [("code", code), ("art", kind), ("zurueck", "/konto")];
    let answer = client.post(CODE, &fields).await;
    client.keep(&answer);
    answer
}

async fn execute(pool: &PgPool, sql: &'static str) {
    sqlx::query(sql).execute(pool).await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn with_a_factor_the_password_alone_opens_nothing_and_the_code_everything(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    for (user, opens) in [("demo", "/mkm/kunden"), ("kunde", "/portal")] {
        let mut owner = server.signed_in(user).await;
        let before = owner.clone();
        let (app, codes) = set_up(&mut owner).await;
        assert_eq!(codes.len(), 10);
        assert_ne!(owner.cookie, before.cookie, "a session of its own");
        assert_eq!(before.get("/konto").await.status, 303);
        assert_eq!(owner.get("/konto").await.status, 200);

        let mut client = half_signed_in(&server, user).await;
        let half = client.cookie.clone();
        for path in [opens, "/konto", PAGE, "/konto/bestaetigen"] {
            let sent_away = client.get(path).await;
            assert_eq!(sent_away.status, 303, "{path}");
            assert!(
                sent_away.header("location").starts_with("/anmelden"),
                "{path}"
            );
        }
        let asked = client
            .call("/api/konto/anmeldung", &serde_json::json!({}))
            .await;
        assert_eq!(asked.status, 401);
        for path in ["/konto/sitzungen", "/konto/bestaetigen", PAGE] {
            let fields = [("sitzung", "andere"), ("bestaetigung", PASSWORD)];
            assert_eq!(client.post(path, &fields).await.status, 401, "{path}");
        }
        client
            .get(CODE)
            .await
            .shows("Wiederherstellungscode verwenden");

        let used = give(&mut client, &app.used, "").await;
        assert_eq!(used.status, 401, "that code was used to set it up");
        used.shows("Dieser Code ist falsch oder nicht mehr gültig.");
        forget_used_codes(&pool).await;
        let code = app.code();
        give(&mut client, &code, "").await.leads_to("/konto");
        assert_ne!(client.cookie, half, "a new id after the second factor");
        assert_eq!(client.get("/konto").await.status, 200);
        let mut late = server.stranger();
        late.cookie = half;
        late.get(CODE).await.leads_to("/anmelden");

        let mut again = half_signed_in(&server, user).await;
        assert_eq!(give(&mut again, &code, "").await.status, 401, "once");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn signing_in_leads_to_what_was_asked_for_by_way_of_the_code(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (app, _) = set_up(&mut server.reseller().await).await;
    forget_used_codes(&pool).await;
    let mut client = server.stranger();
    let fields = [
        ("benutzername", "demo"),
        ("passwort", PASSWORD),
        ("zurueck", "/mkm/kunden?q=a"),
    ];
    let answer = client.post("/anmelden", &fields).await;
    let page = "/anmelden/code?zurueck=%2Fmkm%2Fkunden%3Fq%3Da";
    answer.leads_to(page);
    client.keep(&answer);
    client
        .get(page)
        .await
        .shows("name=\"zurueck\" value=\"/mkm/kunden?q=a\"");
    let fields = [("code", app.code()), ("zurueck", "/mkm/kunden?q=a".into())];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let opened = client.post(CODE, &fields).await;
    opened.leads_to("/mkm/kunden?q=a");
    client.keep(&opened);
    client.get(CODE).await.leads_to("/");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_recovery_code_opens_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut owner = server.reseller().await;
    let (_, codes) = set_up(&mut owner).await;
    let mut client = half_signed_in(&server, "demo").await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    give(&mut client, &typed, "wiederherstellung")
        .await
        .leads_to("/konto");
    client
        .get("/konto")
        .await
        .shows("9 Wiederherstellungscodes sind noch unbenutzt.");
    let mut again = half_signed_in(&server, "demo").await;
    let used = give(&mut again, &codes[3], "wiederherstellung").await;
    assert_eq!(used.status, 401);
    used.shows("falsch oder schon benutzt");
    used.shows("name=\"art\" value=\"wiederherstellung\"");
    assert!(!used.text().contains(&codes[3]), "no code is sent back");

    let renewed = owner.post(&format!("{PAGE}/codes"), &[]).await;
    assert_eq!(renewed.status, 200);
    let new = codes_of(&renewed);
    assert_eq!(new.len(), 10);
    forget_used_codes(&pool).await;
    assert_eq!(
        give(&mut again, &codes[4], "wiederherstellung")
            .await
            .status,
        401,
        "the old ones are void"
    );
    forget_used_codes(&pool).await;
    give(&mut again, &new[0], "wiederherstellung")
        .await
        .leads_to("/konto");
    let log = owner.get("/verwaltung/protokoll").await;
    log.shows("Mit Wiederherstellungscode angemeldet");
    log.shows("Zwei-Faktor-Anmeldung eingerichtet");
    for secret in codes.iter().chain(&new) {
        assert!(!log.text().contains(secret), "no secret in the log");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn wrong_codes_have_to_wait_longer_and_longer_wherever_they_come_from(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (app, _) = set_up(&mut server.reseller().await).await;
    let mut client = half_signed_in(&server, "demo").await;
    let no_attempt = give(&mut client, "12345", "").await;
    assert_eq!(no_attempt.status, 401, "cannot be a code");
    assert_eq!(give(&mut client, &app.wrong_code(), "").await.status, 401);
    let waits = give(&mut client, &app.wrong_code(), "").await;
    assert_eq!(waits.status, 429);
    waits.shows("Zu viele Fehlversuche.");
    assert!(!waits.header("retry-after").is_empty());
    let mut elsewhere = half_signed_in(&server, "demo").await;
    let waits = give(&mut elsewhere, &app.wrong_code(), "").await;
    assert_eq!(waits.status, 429, "another sign-in is no way around");
    execute(
        &pool,
        "update login_attempt set at = at - interval '1 hour'",
    )
    .await;
    forget_used_codes(&pool).await;
    give(&mut client, &app.code(), "").await.leads_to("/konto");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn half_a_sign_in_waits_five_minutes(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (app, _) = set_up(&mut server.reseller().await).await;
    forget_used_codes(&pool).await;
    let mut client = half_signed_in(&server, "demo").await;
    execute(
        &pool,
        "update session set idle_until = idle_until - interval '4 minutes',
             expires_at = expires_at - interval '4 minutes' where awaits_factor",
    )
    .await;
    assert_eq!(client.get(CODE).await.status, 200);
    execute(
        &pool,
        "update session set idle_until = idle_until - interval '1 minute',
             expires_at = expires_at - interval '1 minute' where awaits_factor",
    )
    .await;
    client.get(CODE).await.leads_to("/anmelden");
    let late = give(&mut client, &app.code(), "").await;
    late.leads_to("/anmelden?code=abgelaufen");
    client
        .get("/anmelden?code=abgelaufen")
        .await
        .shows("Der Code kam zu spät.");
    server
        .stranger()
        .post(CODE, &[("code", "123456")])
        .await
        .leads_to("/anmelden?code=abgelaufen");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn setting_up_and_removing_need_a_fresh_proof_and_lose_nothing_typed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.reseller().await;
    let age = "update session set proved_at = proved_at - interval '11 minutes'";
    execute(&pool, age).await;
    let asked = client.post(PAGE, &[]).await;
    assert_eq!(asked.status, 403);
    asked.shows("name=\"bestaetigung\"");
    let wrong = client.post(PAGE, &[("bestaetigung", "falsch")]).await;
    assert_eq!(wrong.status, 422);
    wrong.shows("Das Passwort ist falsch.");
    execute(&pool, "delete from login_attempt").await;
    let begun = client.post(PAGE, &[("bestaetigung", PASSWORD)]).await;
    begun.leads_to(PAGE);
    client.keep(&begun);
    let page = client.get(PAGE).await;
    page.shows("class=\"qr\"");
    assert!(!page.text().contains("style="), "the policy forbids it");
    assert_eq!(page.header("cache-control"), "no-store");
    let app = App::scanning(&page);

    execute(&pool, age).await;
    client
        .get(PAGE)
        .await
        .leads_to("/konto/bestaetigen?zurueck=%2Fkonto%2Fzwei-faktor");
    let confirm = format!("{PAGE}/bestaetigen");
    let code = app.code();
    let asked = client.post(&confirm, &[("code", &code)]).await;
    assert_eq!(asked.status, 403);
    asked.shows(&format!("value=\"{code}\""));
    asked.shows("name=\"bestaetigung\"");
    assert!(!asked.text().contains("class=\"qr\""), "no secret is shown");
    let fields = [("code", code.as_str()), ("bestaetigung", PASSWORD)];
    let done = client.post(&confirm, &fields).await;
    assert_eq!(done.status, 200);
    client.keep(&done);
    assert_eq!(codes_of(&done).len(), 10);

    execute(&pool, age).await;
    let asked = client.post(&format!("{PAGE}/codes"), &[]).await;
    assert_eq!(asked.status, 403);
    let remove = format!("{PAGE}/entfernen");
    let declined = client.post(&remove, &[("faktor-passwort", "falsch")]).await;
    assert_eq!(declined.status, 422);
    declined.shows("Das Passwort ist falsch.");
    execute(&pool, "delete from login_attempt").await;
    let removed = client.post(&remove, &[("faktor-passwort", PASSWORD)]).await;
    removed.leads_to("/konto/zwei-faktor?konto=faktor-entfernt");
    client.keep(&removed);
    client
        .get("/konto/zwei-faktor?konto=faktor-entfernt")
        .await
        .shows("Die Zwei-Faktor-Anmeldung ist entfernt.");
    let mut again = server.stranger();
    again.sign_in("demo", PASSWORD).await.leads_to("/");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_wrong_first_code_sets_nothing_up(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client.post(PAGE, &[]).await.leads_to(PAGE);
    let app = App::scanning(&client.get(PAGE).await);
    let path = format!("{PAGE}/bestaetigen");
    for typed in [app.wrong_code(), "12".to_owned(), String::new()] {
        let declined = client.post(&path, &[("code", &typed)]).await;
        assert_eq!(declined.status, 422, "{typed}");
        declined.shows("Dieser Code ist falsch oder nicht mehr gültig.");
        declined.shows("class=\"qr\"");
    }
    let mut again = server.stranger();
    again.sign_in("demo", PASSWORD).await.leads_to("/");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn beside_a_factor_eight_characters_are_enough_until_it_is_to_go(pool: PgPool) {
    const SHORT: &str = "x9$kQ2!v";
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.reseller().await;
    let change = async |client: &Client, old: &str, new: &str| {
        let fields = [("alt", old), ("passwort", new), ("wiederholung", new)];
        client.post("/konto/passwort", &fields).await
    };
    let declined = change(&client, PASSWORD, SHORT).await;
    declined.shows("mindestens 15 Zeichen");
    set_up(&mut client).await;
    client.get("/konto").await.shows("Mindestens 8 Zeichen.");
    let changed = change(&client, PASSWORD, SHORT).await;
    changed.leads_to("/konto?konto=passwort");
    client.keep(&changed);
    let remove = format!("{PAGE}/entfernen");
    let declined = client.post(&remove, &[("faktor-passwort", SHORT)]).await;
    assert_eq!(declined.status, 422);
    declined.shows("weniger als 15 Zeichen");
    client.keep(&declined);
    client.get("/konto").await.shows("Eingerichtet.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_account_is_told_by_mail_when_a_factor_comes_and_when_it_goes(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 30).await;
    let sink = Sink::new().await;
    let sender = sink.sender(&server.db);
    let mut client = server.end_customer().await;
    set_up(&mut client).await;
    assert_eq!(sender.send_next().await, Ok(true));
    let fields = [("faktor-passwort", PASSWORD)];
    client.post(&format!("{PAGE}/entfernen"), &fields).await;
    assert_eq!(sender.send_next().await, Ok(true));
    let own = server.db.credentials("kunde").await.unwrap().unwrap().email;
    let mails = sink.mails();
    for (mail, words) in mails
        .iter()
        .zip(["Anmeldung eingerichtet", "Anmeldung entfernt"])
    {
        assert_eq!(mail.to, own);
        assert!(mail.text.contains(words), "{}", mail.text);
        assert!(!mail.text.contains("/email/"), "a notice without a link");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn staff_set_up_a_required_factor_before_anything_else(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    execute(
        &pool,
        "update account set role = 'staff', staff_right = 'manage' where user_name = 'demo2'",
    )
    .await;
    let mut staff = server.other_reseller().await;
    assert_eq!(staff.get("/mkm/kunden").await.status, 200);
    execute(&pool, "update reseller set staff_second_factor = true").await;
    // The reseller itself, and its end customers, are not its staff.
    assert_eq!(server.reseller().await.get("/mkm/kunden").await.status, 200);
    assert_eq!(server.end_customer().await.get("/portal").await.status, 200);

    for path in [
        "/",
        "/mkm/kunden",
        "/konto",
        "/stammdaten",
        "/k/1",
        "/portal",
    ] {
        staff.get(path).await.leads_to(PAGE);
    }
    staff
        .get(PAGE)
        .await
        .shows("ist die Zwei-Faktor-Anmeldung Pflicht");
    for path in ["/api/kunden/liste", "/api/domains/liste"] {
        assert_eq!(staff.get(path).await.status, 403, "{path}");
    }
    for path in ["/api/uebersicht", "/api/konto/anmeldung", "/api/stammdaten"] {
        let answer = staff.call(path, &serde_json::json!({})).await;
        assert_eq!(answer.status, 403, "{path}");
    }
    for path in ["/mkm/kunden/neu", "/konto/sitzungen", "/stammdaten"] {
        assert_eq!(staff.post(path, &[]).await.status, 403, "{path}");
    }
    for path in ["/konto/passwort", "/konto/email"] {
        let refused = staff.post(path, &[]).await;
        assert_eq!(refused.status, 403, "{path}");
        refused.shows("ist die Zwei-Faktor-Anmeldung Pflicht");
    }

    set_up(&mut staff).await;
    assert_eq!(staff.get("/mkm/kunden").await.status, 200);
    staff
        .get(PAGE)
        .await
        .shows("deshalb kannst du sie nicht entfernen");
    let fields = [("faktor-passwort", PASSWORD)];
    let refused = staff.post(&format!("{PAGE}/entfernen"), &fields).await;
    assert_eq!(refused.status, 409);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_reseller_requires_the_factor_in_its_own_data(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    client
        .get("/stammdaten")
        .await
        .shows("Zwei-Faktor-Anmeldung der Mitarbeiter");
    let fields = [
        ("version", "1"),
        ("company", "Muster Hosting GmbH"),
        ("email", "post@muster.example"),
        ("staff_factor", "required"),
    ];
    client
        .post("/stammdaten", &fields)
        .await
        .leads_to("/stammdaten?stammdaten=gespeichert");
    let required: i64 =
        sqlx::query_scalar("select count(*) from reseller where staff_second_factor")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(required, 1, "of this reseller alone");
    client
        .get("/verwaltung/protokoll")
        .await
        .shows("Zwei-Faktor-Anmeldung der Mitarbeiter ist Pflicht");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_staff_needs_is_loosened_only_with_a_fresh_proof(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let fields = |version, factor, password| {
        [
            ("version", version),
            ("company", "Muster Hosting GmbH"),
            ("email", "post@muster.example"),
            ("staff_factor", factor),
            ("bestaetigung", password),
        ]
    };
    let age = "update session set proved_at = proved_at - interval '11 minutes'";
    execute(&pool, age).await;
    let saved = "/stammdaten?stammdaten=gespeichert";
    let required = fields("1", "required", "");
    client.post("/stammdaten", &required).await.leads_to(saved);
    let optional = fields("2", "optional", "");
    let asked = client.post("/stammdaten", &optional).await;
    assert_eq!(asked.status, 403);
    asked.shows("name=\"bestaetigung\"");
    let form = serde_json::json!({ "version": 2, "form": {
        "company": "Muster Hosting GmbH", "street": "", "postal_code": "", "city": "",
        "country": "DE", "phone": "", "email": "post@muster.example", "website": "",
        "language": "de", "address_form": "du", "number_prefix": "", "number_digits": "1",
        "number_next": "", "staff_factor": "optional",
    }});
    let called = client.call("/api/stammdaten/speichern", &form).await;
    assert_eq!(called.status, 403);
    let wrong = fields("2", "optional", "falsch");
    assert_eq!(client.post("/stammdaten", &wrong).await.status, 422);
    execute(&pool, "delete from login_attempt").await;
    let proved = fields("2", "optional", PASSWORD);
    client.post("/stammdaten", &proved).await.leads_to(saved);
}

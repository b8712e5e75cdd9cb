//! Passkeys: adding, signing in, proving, removing, and what is refused.

use sqlx::PgPool;

use crate::support::{
    TestServer,
    authenticator::{Authenticator, PASSKEYS, add, options},
    client::{Answer, Client},
    factor::{PAGE, codes_of, forget_used_codes, set_up},
    people::PASSWORD,
    sink::Sink,
};

const CODE: &str = "/anmelden/code";
const ASK_FACTOR: &str = "/anmelden/code/passkey";
const ASK_OWN: &str = "/konto/passkey";
const ASK_SIGN_IN: &str = "/anmelden/passkey/aufgabe";
const SIGN_IN: &str = "/anmelden/passkey";
const WRONG: &str = "Dieser Passkey wurde nicht angenommen.";
const LATE: &str = "Die Antwort des Passkeys kam zu spät.";

async fn execute(pool: &PgPool, sql: &'static str) {
    sqlx::query(sql).execute(pool).await.unwrap();
}

async fn age_proofs(pool: &PgPool) {
    let age = "update session set proved_at = proved_at - interval '11 minutes'";
    execute(pool, age).await;
}

/// An account with a passkey, as its owner's browser is.
async fn with_passkey(server: &TestServer, user_name: &str) -> (Client, Authenticator) {
    let mut client = server.signed_in(user_name).await;
    let mut device = Authenticator::new();
    let added = add(&mut client, &mut device, "Telefon").await;
    assert_eq!(codes_of(&added).len(), 10, "{}", added.text());
    (client, device)
}

/// The first step, which leads to the second.
async fn half_signed_in(server: &TestServer, user_name: &str) -> Client {
    let mut client = server.stranger();
    client.sign_in(user_name, PASSWORD).await.leads_to(CODE);
    client
}

async fn give(client: &mut Client, path: &str, answer: &str) -> Answer {
    let fields = [("passkey", answer), ("zurueck", "/konto")];
    let answer = client.post(path, &fields).await;
    client.keep(&answer);
    answer
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_passkey_is_the_second_step_of_signing_in(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    for user in ["demo", "kunde"] {
        let (owner, mut device) = with_passkey(&server, user).await;
        owner.get(PAGE).await.shows("Telefon");
        let mut client = half_signed_in(&server, user).await;
        let half = client.cookie.clone();
        let page = client.get(CODE).await;
        page.shows("Mit Passkey anmelden");
        page.shows("Wiederherstellungscode verwenden");
        assert!(!page.text().contains("Code aus der App"), "there is no app");
        assert_eq!(client.get("/konto").await.status, 303, "nobody yet");

        let asked = options(&mut client, ASK_FACTOR, "").await;
        assert_eq!(asked["userVerification"], "required");
        let answer = device.get(&asked);
        give(&mut client, CODE, &answer).await.leads_to("/konto");
        assert_ne!(client.cookie, half, "a new id");
        client.get(PAGE).await.shows("zuletzt benutzt am");

        let mut again = half_signed_in(&server, user).await;
        let replayed = give(&mut again, CODE, &answer).await;
        assert_eq!(replayed.status, 401);
        replayed.shows(LATE);
        let asked = options(&mut again, ASK_FACTOR, "").await;
        let replayed = give(&mut again, CODE, &answer).await;
        replayed.shows(WRONG);
        let right = device.get(&asked);
        give(&mut again, CODE, &right).await.shows(LATE);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn only_the_answer_to_this_sessions_question_counts(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (mut owner, device) = with_passkey(&server, "demo").await;
    let elsewhere = |change: fn(&mut Authenticator)| {
        let mut other = device.clone();
        change(&mut other);
        other
    };
    for (what, mut other) in [
        (
            "a foreign page",
            elsewhere(|it| it.origin = "https://mkm.example.com".to_owned()),
        ),
        (
            "another port",
            elsewhere(|it| it.origin = "https://mkm.example.org:8443".to_owned()),
        ),
        (
            "a page below",
            elsewhere(|it| it.origin = "https://a.mkm.example.org".to_owned()),
        ),
        ("without verification", elsewhere(|it| it.verified = false)),
        ("another key", Authenticator::new()),
    ] {
        let mut client = half_signed_in(&server, "demo").await;
        let asked = options(&mut client, ASK_FACTOR, "").await;
        let declined = give(&mut client, CODE, &other.get(&asked)).await;
        assert_eq!(declined.status, 401, "{what}");
        declined.shows(WRONG);
        forget_used_codes(&pool).await;
    }
    // What was asked of one session, or for another purpose, is no question of this one.
    let mut client = half_signed_in(&server, "demo").await;
    options(&mut client, ASK_FACTOR, "").await;
    let mut other = half_signed_in(&server, "demo").await;
    let asked = options(&mut other, ASK_FACTOR, "").await;
    let foreign = give(&mut client, CODE, &device.clone().get(&asked)).await;
    foreign.shows(WRONG);
    forget_used_codes(&pool).await;
    let asked = options(&mut owner, ASK_OWN, "bestaetigen").await;
    let answer = device.clone().get(&asked);
    let foreign = give(&mut client, CODE, &answer).await;
    foreign.shows(LATE);
    let nonsense = give(&mut client, CODE, "{}").await;
    assert_eq!(nonsense.status, 401);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_answer_is_waited_for_five_minutes(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (mut client, mut device) = with_passkey(&server, "demo").await;
    for (earlier, status) in [
        (
            "update session set passkey_until = passkey_until - interval '4 minutes 50 seconds'",
            303,
        ),
        (
            "update session set passkey_until = passkey_until - interval '5 minutes'",
            422,
        ),
    ] {
        age_proofs(&pool).await;
        let asked = options(&mut client, ASK_OWN, "bestaetigen").await;
        execute(&pool, earlier).await;
        let answer = device.get(&asked);
        let fields = [("bestaetigung-passkey", answer.as_str())];
        let answered = client.post("/konto/bestaetigen", &fields).await;
        assert_eq!(answered.status, status, "{earlier}");
        client.keep(&answered);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_copy_that_counts_for_itself_is_found_out(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (_, mut device) = with_passkey(&server, "demo").await;
    device.counter = 7;
    let mut copy = device.clone();
    for (device, status) in [(&mut device, 303), (&mut copy, 401)] {
        let mut client = half_signed_in(&server, "demo").await;
        let asked = options(&mut client, ASK_FACTOR, "").await;
        let answer = device.get(&asked);
        assert_eq!(give(&mut client, CODE, &answer).await.status, status);
    }
    forget_used_codes(&pool).await;
    // Asked before the other one answered: what is stored counts, not what was asked.
    let mut early = half_signed_in(&server, "demo").await;
    let asked_early = options(&mut early, ASK_FACTOR, "").await;
    let mut copy = device.clone();
    let mut late = half_signed_in(&server, "demo").await;
    let asked = options(&mut late, ASK_FACTOR, "").await;
    let answer = device.get(&asked);
    give(&mut late, CODE, &answer).await.leads_to("/konto");
    let answer = copy.get(&asked_early);
    assert_eq!(give(&mut early, CODE, &answer).await.status, 401);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn wrong_passkeys_have_to_wait_like_wrong_codes(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    with_passkey(&server, "demo").await;
    let mut client = half_signed_in(&server, "demo").await;
    for status in [401, 429] {
        let asked = options(&mut client, ASK_FACTOR, "").await;
        let answer = Authenticator::new().get(&asked);
        assert_eq!(give(&mut client, CODE, &answer).await.status, status);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn adding_needs_a_fresh_proof_and_loses_no_name(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut client = server.reseller().await;
    age_proofs(&pool).await;
    let asked = client.post(ASK_OWN, &[("zweck", "hinzufuegen")]).await;
    assert_eq!(asked.status, 403);
    let asked = client.post(PASSKEYS, &[("name", "Mein Telefon")]).await;
    assert_eq!(asked.status, 403);
    asked.shows("name=\"bestaetigung\"");
    asked.shows("value=\"Mein Telefon\"");
    let fields = [("name", "Mein Telefon"), ("bestaetigung", PASSWORD)];
    let proved = client.post(PASSKEYS, &fields).await;
    proved.shows("Wähle jetzt bitte noch einmal");
    proved.shows("value=\"Mein Telefon\"");
    client.keep(&proved);
    for (name, status) in [("", 422), (&*"a".repeat(51), 422), ("Mein Telefon", 200)] {
        let added = add(&mut client, &mut Authenticator::new(), name).await;
        assert_eq!(added.status, status, "{name}");
    }
    let second = add(&mut client, &mut Authenticator::new(), "Schlüssel").await;
    second.leads_to("/konto/zwei-faktor?konto=passkey");
    let page = client.get("/konto/zwei-faktor?konto=passkey").await;
    page.shows("Der Passkey ist hinzugefügt.");
    page.shows("10 Wiederherstellungscodes sind noch unbenutzt.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_passkey_is_verified_from_here_and_nobodys_yet(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (mut owner, mut device) = with_passkey(&server, "demo").await;
    // Browsers do not even make it: it was said which the account has.
    let again = add(&mut owner, &mut device, "Noch einmal").await;
    assert_eq!(again.status, 422);
    again.shows(WRONG);
    let mut other = server.other_reseller().await;
    let theirs = add(&mut other, &mut device, "Von demo").await;
    assert_eq!(theirs.status, 409, "of another reseller");
    theirs.shows("gehört schon zu einem Konto");

    for change in [(|it| it.verified = false) as fn(&mut Authenticator), |it| {
        it.origin = "https://mkm.example.com".to_owned()
    }] {
        let mut device = Authenticator::new();
        change(&mut device);
        let declined = add(&mut other, &mut device, "Fremd").await;
        assert_eq!(declined.status, 422);
        declined.shows(WRONG);
    }
    let asked = options(&mut owner, ASK_OWN, "hinzufuegen").await;
    let answer = Authenticator::new().create(&asked);
    let fields = [("name", "Fremd"), ("antwort", answer.as_str())];
    let foreign = other.post(PASSKEYS, &fields).await;
    assert_eq!(foreign.status, 422, "asked of somebody else");
    foreign.shows(LATE);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_passkey_proves_who_one_is_in_every_form(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (mut client, mut device) = with_passkey(&server, "demo").await;
    age_proofs(&pool).await;
    let page = client.get("/konto/bestaetigen?zurueck=%2Fkonto").await;
    page.shows("Mit Passkey bestätigen");
    let before = client.clone();
    let asked = options(&mut client, ASK_OWN, "bestaetigen").await;
    let answer = device.get(&asked);
    let fields = [
        ("zurueck", "/konto"),
        ("bestaetigung-passkey", answer.as_str()),
    ];
    let confirmed = client.post("/konto/bestaetigen", &fields).await;
    confirmed.leads_to("/konto");
    client.keep(&confirmed);
    assert_eq!(before.get("/konto").await.status, 303, "the old id is void");

    age_proofs(&pool).await;
    let asked = client.post(&format!("{PAGE}/codes"), &[]).await;
    assert_eq!(asked.status, 403);
    asked.shows("Mit Passkey bestätigen");
    let replayed = client.post(&format!("{PAGE}/codes"), &fields[1..]).await;
    assert_eq!(replayed.status, 422);
    replayed.shows(LATE);
    let asked = options(&mut client, ASK_OWN, "bestaetigen").await;
    let answer = device.get(&asked);
    let fields = [("bestaetigung-passkey", answer.as_str())];
    let renewed = client.post(&format!("{PAGE}/codes"), &fields).await;
    assert_eq!(codes_of(&renewed).len(), 10);

    let other = server.other_reseller().await;
    age_proofs(&pool).await;
    let asked = other.get("/konto/bestaetigen").await;
    assert!(!asked.text().contains("Mit Passkey"), "it has none");
    let none = other.post(ASK_OWN, &[("zweck", "bestaetigen")]).await;
    assert_eq!(none.status, 404);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_passkey_alone_signs_in_and_nobody_else_is_told_apart(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (_, mut device) = with_passkey(&server, "kunde").await;
    server
        .stranger()
        .get("/anmelden")
        .await
        .shows("Mit Passkey anmelden");
    let mut client = server.stranger();
    let asked = options(&mut client, ASK_SIGN_IN, "").await;
    assert_eq!(asked["userVerification"], "required");
    assert_eq!(asked["allowCredentials"], serde_json::json!([]));
    let anonymous = client.cookie.clone();
    let answer = device.get(&asked);
    let fields = [("passkey", answer.as_str()), ("zurueck", "/portal/konto")];
    let opened = client.post(SIGN_IN, &fields).await;
    opened.leads_to("/portal/konto");
    client.keep(&opened);
    assert_ne!(client.cookie, anonymous, "a new id");
    client.get("/portal/konto").await.shows("diese Sitzung");

    let mut texts = Vec::new();
    let mut unverified = device.clone();
    unverified.verified = false;
    for mut other in [Authenticator::new(), unverified] {
        let mut stranger = server.stranger();
        let asked = options(&mut stranger, ASK_SIGN_IN, "").await;
        let declined = give(&mut stranger, SIGN_IN, &other.get(&asked)).await;
        assert_eq!(declined.status, 401);
        declined.shows(WRONG);
        texts.push(declined.text().len());
        execute(&pool, "delete from login_attempt").await;
    }
    assert_eq!(texts[0], texts[1], "unknown and wrong look alike");
    let mut stranger = server.stranger();
    options(&mut stranger, ASK_SIGN_IN, "").await;
    let replayed = give(&mut stranger, SIGN_IN, &answer).await;
    replayed.shows(WRONG);
    let late = give(&mut stranger, SIGN_IN, &answer).await;
    late.shows(LATE);
    execute(&pool, "delete from login_attempt").await;

    execute(
        &pool,
        "update account set active = false where user_name = 'kunde'",
    )
    .await;
    let mut stranger = server.stranger();
    let asked = options(&mut stranger, ASK_SIGN_IN, "").await;
    let declined = give(&mut stranger, SIGN_IN, &device.get(&asked)).await;
    assert_eq!(declined.status, 401);
    declined.shows(WRONG);
}

/// The id of the passkey that is listed first.
async fn first_of(client: &Client) -> String {
    let html = client.get(PAGE).await.text();
    let rest = html.split("name=\"passkey\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_of_many_goes_with_a_proof_and_the_last_one_with_the_password(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 0).await;
    let sink = Sink::new().await;
    let sender = sink.sender(&server.db);
    let (mut client, _) = with_passkey(&server, "demo").await;
    set_up_beside(&mut client, &pool).await;
    let remove = format!("{PASSKEYS}/entfernen");
    let id = first_of(&client).await;
    age_proofs(&pool).await;
    let asked = client.post(&remove, &[("passkey", &id)]).await;
    assert_eq!(asked.status, 403);
    let fields = [("passkey", id.as_str()), ("bestaetigung", PASSWORD)];
    let removed = client.post(&remove, &fields).await;
    removed.leads_to("/konto/zwei-faktor?konto=passkey-entfernt");
    client.keep(&removed);
    let page = client
        .get("/konto/zwei-faktor?konto=passkey-entfernt")
        .await;
    page.shows("Der Passkey ist entfernt.");
    page.shows("Wiederherstellungscodes sind noch unbenutzt.");

    let app = format!("{PAGE}/entfernen");
    let asked = client.post(&app, &[]).await;
    assert_eq!(asked.status, 422, "the last one asks for the password");
    execute(&pool, "delete from login_attempt").await;
    let fields = [("faktor-passwort", PASSWORD)];
    let removed = client.post(&app, &fields).await;
    removed.leads_to("/konto/zwei-faktor?konto=faktor-entfernt");
    client.keep(&removed);
    let log = client.get("/verwaltung/protokoll").await;
    for words in [
        "Passkey hinzugefügt",
        "Passkey entfernt",
        "Zwei-Faktor-Anmeldung entfernt",
    ] {
        log.shows(words);
    }
    while sender.send_next().await == Ok(true) {}
    let mails: Vec<_> = sink.mails().into_iter().map(|mail| mail.text).collect();
    for words in ["einen Passkey mehr", "ein Passkey entfernt"] {
        assert!(mails.iter().any(|mail| mail.contains(words)), "{words}");
    }
    let mut again = server.stranger();
    again.sign_in("demo", PASSWORD).await.leads_to("/");
}

/// An app beside a passkey.
async fn set_up_beside(client: &mut Client, pool: &PgPool) {
    client
        .post(PAGE, &[])
        .await
        .leads_to("/konto/zwei-faktor?app=neu");
    let shown = client.get("/konto/zwei-faktor?app=neu").await;
    let app = crate::support::factor::App::scanning(&shown);
    let fields = [("code", app.code())];
    let fields = fields.each_ref().map(|(name, value)| (*name, &**value));
    let done = client.post(&format!("{PAGE}/bestaetigen"), &fields).await;
    done.leads_to("/konto/zwei-faktor?konto=app");
    client.keep(&done);
    forget_used_codes(pool).await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_passkey_is_the_factor_that_staff_needs_and_the_last_one_stays(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    execute(
        &pool,
        "update account set role = 'staff', staff_right = 'manage' where user_name = 'demo2'",
    )
    .await;
    execute(&pool, "update reseller set staff_second_factor = true").await;
    let mut staff = server.other_reseller().await;
    staff.get("/mkm/kunden").await.leads_to(PAGE);
    add(&mut staff, &mut Authenticator::new(), "Telefon").await;
    assert_eq!(staff.get("/mkm/kunden").await.status, 200);
    staff.get(PAGE).await.shows("dein letzter zweiter Faktor");
    let id: uuid::Uuid = sqlx::query_scalar("select id from passkey")
        .fetch_one(&pool)
        .await
        .unwrap();
    let id = id.to_string();
    let fields = [("passkey", id.as_str()), ("faktor-passwort", PASSWORD)];
    let refused = staff.post(&format!("{PASSKEYS}/entfernen"), &fields).await;
    assert_eq!(refused.status, 409);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn recovery_codes_stand_in_for_a_passkey_and_an_app_beside_it_makes_no_new_ones(
    pool: PgPool,
) {
    let server = TestServer::with_demo(&pool, 0).await;
    let mut owner = server.reseller().await;
    let (app, codes) = set_up(&mut owner).await;
    let mut device = Authenticator::new();
    add(&mut owner, &mut device, "Telefon")
        .await
        .leads_to("/konto/zwei-faktor?konto=passkey");
    forget_used_codes(&pool).await;
    let client = half_signed_in(&server, "demo").await;
    let page = client.get(CODE).await;
    page.shows("Mit Passkey anmelden");
    page.shows("Code aus der App");
    let code = app.code();
    let by_app = client.post(CODE, &[("code", &code)]).await;
    assert_eq!(by_app.status, 303);
    let client = half_signed_in(&server, "demo").await;
    let fields = [("code", codes[0].as_str()), ("art", "wiederherstellung")];
    let by_paper = client.post(CODE, &fields).await;
    by_paper.leads_to("/");
    let mut client = half_signed_in(&server, "demo").await;
    let asked = options(&mut client, ASK_FACTOR, "").await;
    give(&mut client, CODE, &device.get(&asked))
        .await
        .leads_to("/konto");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_address_is_asked_for_a_passkey_ten_times_and_then_waits(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let (_, mut device) = with_passkey(&server, "demo").await;
    execute(&pool, "delete from login_attempt").await;
    let sessions = async || {
        let count = "select count(*) from session where account_id is null";
        let count: i64 = sqlx::query_scalar(count).fetch_one(&pool).await.unwrap();
        count
    };
    for _ in 0..9 {
        assert_eq!(server.stranger().post(ASK_SIGN_IN, &[]).await.status, 200);
    }
    let mut owner = server.stranger();
    let asked = options(&mut owner, ASK_SIGN_IN, "").await;
    let before = sessions().await;
    let late = server.stranger().post(ASK_SIGN_IN, &[]).await;
    assert_eq!(late.status, 429);
    assert!((1..=20).contains(&late.header("retry-after").parse::<u32>().unwrap()));
    assert_eq!(sessions().await, before, "nothing is kept for it");
    // Somebody signs in from there: it is no flood.
    give(&mut owner, SIGN_IN, &device.get(&asked))
        .await
        .leads_to("/konto");
    assert_eq!(server.stranger().post(ASK_SIGN_IN, &[]).await.status, 200);
}

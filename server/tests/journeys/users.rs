//! Portal users, their invitations, and forgotten passwords, with a mail server that keeps the mails.

use std::time::Duration;

use domain::values::{AccountId, CustomerId};
use sqlx::{PgPool, Row};

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people,
    sink::{Sink, sender_to},
};

const GOOD: &str = "drei blaue Elefanten tanzen";

async fn page(server: &TestServer) -> String {
    let (id, _) = people::customer(&server.db, "100001", true).await;
    format!("/mkm/kunden/{id}/benutzer")
}

async fn add(client: &Client, page: &str, user_name: &str, email: &str) -> Answer {
    let id = AccountId::new().to_string();
    client
        .post(
            &format!("{page}/neu"),
            &[
                ("id", &id),
                ("user_name", user_name),
                ("first_name", "Eva"),
                ("last_name", "Öl & Söhne"),
                ("email", email),
            ],
        )
        .await
}

async fn choose_password(client: &Client, link: &str) -> Answer {
    client
        .post(link, &[("passwort", GOOD), ("wiederholung", GOOD)])
        .await
}

async fn id_of(server: &TestServer, user_name: &str) -> AccountId {
    let found = server.db.credentials(user_name).await.unwrap();
    found.unwrap().account
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_user_gets_a_mail_and_its_link_works_once(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    let added = add(&client, &page, "eva", "eva@example.com").await;
    added.leads_to(&format!("{page}?benutzer-angelegt=eva"));
    client.get(&page).await.shows("noch nicht gesendet");

    let sender = sink.sender(&server.db);
    assert_eq!(sender.send_next().await, Ok(true));
    assert_eq!(sender.send_next().await, Ok(false));
    let [mail] = &sink.mails()[..] else {
        panic!("one mail")
    };
    assert_eq!(mail.to, "eva@example.com");
    for part in [
        "Ihr Zugang zum Kundenportal von",
        "Guten Tag Eva Öl & Söhne,",
        "Öl &amp; Söhne",
        "text/plain",
        "text/html",
        "Auto-Submitted: auto-generated",
        "Reply-To:",
    ] {
        assert!(
            mail.text.contains(part),
            "{part} is missing in {}",
            mail.text
        );
    }
    let tab = client.get(&page).await;
    tab.shows("gesendet");

    let stranger = server.stranger();
    assert_eq!(stranger.get(&mail.link()).await.status, 200);
    choose_password(&stranger, &mail.link())
        .await
        .leads_to("/anmelden?passwort=gesetzt");
    assert_eq!(choose_password(&stranger, &mail.link()).await.status, 410);
    assert_eq!(server.stranger().sign_in("eva", GOOD).await.status, 303);
    client.get(&page).await.shows("angenommen");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn two_senders_send_nothing_twice(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    for number in 0..8 {
        let name = format!("eva{number}");
        add(&client, &page, &name, &format!("{name}@example.com")).await;
    }
    let (one, other) = (sink.sender(&server.db), sink.sender(&server.db));
    let all =
        |sender: server::mail::Sender| async move { while sender.send_next().await.unwrap() {} };
    tokio::join!(all(one), all(other));
    let mut to: Vec<_> = sink.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to.len(), 8);
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 8);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_mail_waits_while_the_mail_server_is_away(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (client, page) = (server.reseller().await, page(&server).await);
    add(&client, &page, "eva", "eva@example.com").await;
    let sink = Sink::new().await;
    let address = sink.address;
    drop(sink);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let sender = sender_to(address, &server.db);
    assert_eq!(sender.send_next().await, Ok(true));
    assert_eq!(
        sender.send_next().await,
        Ok(false),
        "not before the pause is over"
    );
    client.get(&page).await.shows("noch nicht gesendet");

    let sink = Sink::at(address).await;
    sqlx::query("update outgoing_mail set due_at = now()")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(sender.send_next().await, Ok(true));
    assert_eq!(sink.mails().len(), 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_the_mail_server_refuses_for_good_is_given_up_and_said(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    sink.answer("550 no such user");
    add(&client, &page, "eva", "eva@example.com").await;
    let sender = sink.sender(&server.db);
    assert_eq!(sender.send_next().await, Ok(true));
    assert_eq!(sender.send_next().await, Ok(false));
    client.get(&page).await.shows("nicht zustellbar");
    let row = sqlx::query("select state, last_reply from outgoing_mail")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(row.get::<String, _>(0), "failed");
    assert_eq!(row.get::<i16, _>(1), 550);

    sink.answer("250 fine");
    let user = id_of(&server, "eva").await;
    let again = client.post(&format!("{page}/{user}/einladen"), &[]).await;
    again.leads_to(&format!("{page}?benutzer-eingeladen=eva"));
    assert_eq!(sender.send_next().await, Ok(true));
    assert_eq!(sink.mails().len(), 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn deactivating_ends_sessions_and_links_at_once(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    add(&client, &page, "eva", "eva@example.com").await;
    sink.sender(&server.db).send_next().await.unwrap();
    let link = sink.mails()[0].link();
    people::set_password(&server.db, "eva").await;
    let mut eva = server.stranger();
    assert_eq!(eva.sign_in("eva", people::PASSWORD).await.status, 303);
    let switch = format!("{page}/{}/status", id_of(&server, "eva").await);
    client
        .post(&switch, &[("aktiv", "nein")])
        .await
        .leads_to(&format!("{page}?benutzer-deaktiviert=eva"));
    client.get(&page).await.shows("deaktiviert");
    assert!(
        eva.get("/mkm/kunden")
            .await
            .header("location")
            .starts_with("/anmelden")
    );
    assert_eq!(server.stranger().get(&link).await.status, 410);
    assert_eq!(
        server
            .stranger()
            .sign_in("eva", people::PASSWORD)
            .await
            .status,
        401
    );
    client.post(&switch, &[("aktiv", "ja")]).await;
    assert_eq!(
        eva.get("/").await.status,
        303,
        "the old session stays ended"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_link_is_void_when_it_is_late(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    add(&client, &page, "eva", "eva@example.com").await;
    sink.sender(&server.db).send_next().await.unwrap();
    for (hours, status) in [(23, 200), (2, 410)] {
        sqlx::query(
            "update one_time_token set expires_at = expires_at - make_interval(hours => $1)",
        )
        .bind(hours)
        .execute(&pool)
        .await
        .unwrap();
        let link = sink.mails()[0].link();
        assert_eq!(server.stranger().get(&link).await.status, status);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_mail_server_the_link_is_shown_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let (client, page) = (server.reseller().await, page(&server).await);
    let added = add(&client, &page, "eva", "eva@example.com").await;
    assert_eq!(added.status, 200);
    added.shows("Gib diesen Link an eva weiter");
    let text = added.text();
    let token = text.split("/passwort/").nth(1).unwrap();
    let link = format!("/passwort/{}", &token[..22]);
    client.get(&page).await.shows("Link erstellt");
    choose_password(&server.stranger(), &link)
        .await
        .leads_to("/anmelden?passwort=gesetzt");
    let forgotten = server.stranger().get("/passwort-vergessen").await;
    forgotten.shows("hilfe@example.org");
    assert!(
        !forgotten
            .text()
            .contains("<form method=\"post\" action=\"/passwort-vergessen\"")
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_was_typed_comes_back_with_the_reason(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (client, page) = (server.reseller().await, page(&server).await);
    let taken = add(&client, &page, "DEMO2", "eva@example.com").await;
    assert_eq!(taken.status, 422);
    taken.shows("Dieser Benutzername ist schon vergeben.");
    taken.shows("value=\"DEMO2\"");
    let faulty = add(&client, &page, "eva", "eva").await;
    assert_eq!(faulty.status, 422);
    faulty.shows("keine gültige E-Mail-Adresse");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn users_of_another_reseller_are_not_there(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (client, page) = (server.reseller().await, page(&server).await);
    add(&client, &page, "eva", "eva@example.com").await;
    let user = format!("{page}/{}", id_of(&server, "eva").await);
    let (other, portal) = (server.other_reseller().await, server.portal_user().await);
    for path in [
        format!("{page}/neu"),
        format!("{page}/verknuepfen"),
        user.clone(),
        format!("{user}/status"),
        format!("{user}/einladen"),
        format!("{user}/loeschen"),
    ] {
        let fields = [
            ("user_name", "neu"),
            ("first_name", "N"),
            ("last_name", "N"),
            ("email", "n@example.com"),
            ("version", "1"),
        ];
        assert_eq!(
            server.stranger().post(&path, &fields).await.status,
            401,
            "{path}"
        );
        assert_eq!(portal.post(&path, &fields).await.status, 403, "{path}");
        assert_eq!(other.post(&path, &fields).await.status, 404, "{path}");
    }
    client.get(&page).await.shows("eva");
    // Nor can the reseller's own sign-in be reached as a user.
    let me = id_of(&server, "demo").await;
    let own = client
        .post(&format!("{page}/{me}/status"), &[("aktiv", "nein")])
        .await;
    assert_eq!(own.status, 404);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_user_of_two_customers_is_deleted_with_the_last_one(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 12).await;
    let (client, first) = (server.reseller().await, page(&server).await);
    let (second, _) = people::customer(&server.db, "100001", false).await;
    let second = format!("/mkm/kunden/{second}/benutzer");
    add(&client, &first, "eva", "eva@example.com").await;
    let user = id_of(&server, "eva").await.to_string();
    client
        .get(&format!("{second}/verknuepfen?suche=eva"))
        .await
        .shows("eva");
    client
        .post(&format!("{second}/verknuepfen"), &[("benutzer", &user)])
        .await
        .leads_to(&format!("{second}?benutzer-verknuepft=eva"));
    client
        .get(&format!("{first}/{user}/loeschen"))
        .await
        .shows("Nur die Verknüpfung");
    client
        .post(&format!("{first}/{user}/loeschen"), &[])
        .await
        .leads_to(&format!("{first}?benutzer-geloest=eva"));
    client
        .post(&format!("{second}/{user}/loeschen"), &[])
        .await
        .leads_to(&format!("{second}?benutzer-geloescht=eva"));
    assert_eq!(server.db.credentials("eva").await.unwrap(), None);
    let gone = client.get(&format!("{second}/{user}")).await;
    gone.shows("nicht");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_forgotten_password_is_set_by_mail(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let sink = Sink::new().await;
    let sender = sink.sender(&server.db);
    let ask = |name: &'static str| {
        let client = server.stranger();
        async move {
            client
                .post("/passwort-vergessen", &[("benutzername", name)])
                .await
        }
    };
    let (known, unknown) = (ask("demo").await, ask("niemand").await);
    assert_eq!((known.status, unknown.status), (200, 200));
    known.shows("ist eine E-Mail unterwegs");
    assert_eq!(known.text().len(), unknown.text().len());
    for _ in 0..100 {
        if sender.send_next().await.unwrap() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(sender.send_next().await, Ok(false));
    let [mail] = &sink.mails()[..] else {
        panic!("one mail")
    };
    assert!(mail.text.contains("Hallo Erika,"), "{}", mail.text);
    choose_password(&server.stranger(), &mail.link())
        .await
        .leads_to("/anmelden?passwort=gesetzt");
    assert_eq!(server.stranger().sign_in("demo", GOOD).await.status, 303);
    // The same for everybody: at once a second time is too soon.
    let (first, second) = (ask("erika").await, ask("erika").await);
    assert_eq!((first.status, second.status), (200, 429));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_form_sent_twice_makes_one_user_and_one_mail(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (client, page) = (server.reseller().await, page(&server).await);
    let id = AccountId::new().to_string();
    let fields = [
        ("id", id.as_str()),
        ("user_name", "eva"),
        ("first_name", "Eva"),
        ("last_name", "Öl"),
        ("email", "eva@example.com"),
    ];
    let path = format!("{page}/neu");
    let (one, other) = tokio::join!(client.post(&path, &fields), client.post(&path, &fields));
    assert_eq!((one.status, other.status), (303, 303));
    let mails: i64 = sqlx::query_scalar("select count(*) from outgoing_mail")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(mails, 1);
    let nowhere = format!("/mkm/kunden/{}/benutzer/neu", CustomerId::new());
    assert_eq!(
        client
            .post(
                &nowhere,
                &[
                    ("user_name", "x"),
                    ("first_name", "x"),
                    ("last_name", "x"),
                    ("email", "x@example.com")
                ]
            )
            .await
            .status,
        404
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn whoever_has_not_come_yet_is_counted_on_the_start_page_and_listed(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    sqlx::query("update account set active = false where role = 'portal'")
        .execute(&pool)
        .await
        .unwrap();
    let (sink, client, page) = (
        Sink::new().await,
        server.reseller().await,
        page(&server).await,
    );
    client
        .get("/mkm/einladungen")
        .await
        .shows("Es gibt keine offenen Einladungen.");
    add(&client, &page, "eva", "eva@example.com").await;
    let start = client.get("/").await;
    start.shows("Einladungen, die noch niemand angenommen hat");
    start.shows("href=\"/mkm/einladungen\"");
    let list = client.get("/mkm/einladungen").await;
    list.shows("eva@example.com");
    list.shows(&page);
    list.shows("noch nicht gesendet");
    let other = server.other_reseller().await.get("/mkm/einladungen").await;
    assert!(!other.text().contains("eva@example.com"));

    sink.sender(&server.db).send_next().await.unwrap();
    choose_password(&server.stranger(), &sink.mails()[0].link()).await;
    client
        .get("/mkm/einladungen")
        .await
        .shows("Es gibt keine offenen Einladungen.");
    let start = client.get("/").await.text();
    assert!(!start.contains("/mkm/einladungen"));
}

//! Staff accounts by plain forms, with a mail server that keeps the mails.

use domain::{rights::Right, values::AccountId};
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people,
    sink::Sink,
};

const PAGE: &str = "/verwaltung/mitarbeiter";
const GOOD: &str = "drei blaue Elefanten tanzen";

fn fields<'a>(name: &'a str, email: &'a str, right: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("user_name", name),
        ("first_name", "Anna"),
        ("last_name", "Amt & Co"),
        ("email", email),
        ("right", right),
    ]
}

async fn add(client: &Client, name: &str, email: &str, right: &str) -> Answer {
    let id = AccountId::new().to_string();
    let mut sent = vec![("id", id.as_str())];
    sent.extend(fields(name, email, right));
    client.post(&format!("{PAGE}/neu"), &sent).await
}

async fn path_of(server: &TestServer, name: &str) -> String {
    format!("{PAGE}/{}", people::id_of(&server.db, name).await)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn staff_is_invited_by_a_mail_of_the_reseller_and_signs_in(pool: PgPool) {
    let server = TestServer::with_mails(&pool, 3).await;
    let (sink, reseller) = (Sink::new().await, server.reseller().await);
    let added = add(&reseller, "anna", "anna@example.com", "view").await;
    added.leads_to(&format!("{PAGE}?mitarbeiter-angelegt=anna"));
    let page = reseller
        .get(&format!("{PAGE}?mitarbeiter-angelegt=anna"))
        .await;
    for words in [
        "Mitarbeiter anna wurde angelegt.",
        "Ansehen",
        "noch nicht gesendet",
        "noch nie",
    ] {
        page.shows(words);
    }
    assert_eq!(sink.sender(&server.db).send_next().await, Ok(true));
    let [mail] = &sink.mails()[..] else {
        panic!("one mail")
    };
    for part in [
        "Dein Zugang als Mitarbeiter von Muster Hosting GmbH",
        "Hallo Anna,",
        "Zugang zur Kundenverwaltung",
        "Reply-To:",
    ] {
        assert!(
            mail.text.contains(part),
            "{part} is missing in {}",
            mail.text
        );
    }
    let chosen = [("passwort", GOOD), ("wiederholung", GOOD)];
    let stranger = server.stranger();
    let set = stranger.post(&mail.link(), &chosen).await;
    set.leads_to("/anmelden?passwort=gesetzt");
    let mut anna = server.stranger();
    assert_eq!(anna.sign_in("anna", GOOD).await.status, 303);
    assert_eq!(anna.get("/mkm/kunden").await.status, 200);
    let never = |page: &Answer| page.text().matches("noch nie").count();
    assert_eq!(never(&reseller.get(PAGE).await), never(&page) - 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn without_a_mail_server_the_link_is_shown_once(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let reseller = server.reseller().await;
    let added = add(&reseller, "anna", "anna@example.com", "edit").await;
    assert_eq!(added.status, 200);
    added.shows("Link für den Mitarbeiter");
    added.shows("/passwort/");
    let path = path_of(&server, "anna").await;
    reseller
        .get(&format!("{path}/einladen"))
        .await
        .shows("Neuen Link erstellen");
    let again = reseller.post(&format!("{path}/einladen"), &[]).await;
    again.shows("/passwort/");
    assert!(!reseller.get(PAGE).await.text().contains("/passwort/"));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_faulty_form_comes_back_with_what_was_typed(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let reseller = server.reseller().await;
    let taken = add(&reseller, "demo2", "anna@example.com", "edit").await;
    assert_eq!(taken.status, 422);
    taken.shows("anna@example.com");
    let nonsense = add(&reseller, "anna", "ohne-at", "allmacht").await;
    assert_eq!(nonsense.status, 422);
    nonsense.shows("keine gültige E-Mail-Adresse");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_right_counts_from_the_next_request_on(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let (reseller, staff) = (
        server.reseller().await,
        server.staff(&pool, Right::View).await,
    );
    assert_eq!(staff.get("/mkm/kunden/neu").await.status, 403);
    let path = path_of(&server, "staff-view").await;
    let mut sent = vec![("version", "1")];
    sent.extend(fields("staff-view", "s@example.de", "edit"));
    let saved = reseller.post(&path, &sent).await;
    saved.leads_to(&format!("{PAGE}?mitarbeiter-gespeichert=staff-view"));
    assert_eq!(staff.get("/mkm/kunden/neu").await.status, 200);
    assert_eq!(staff.get(PAGE).await.status, 403);
    let late = fields("staff-view", "s@example.de", "manage");
    let mut sent = vec![("version", "1")];
    sent.extend(late);
    let changed = reseller.post(&path, &sent).await;
    assert_eq!(changed.status, 409);
    changed.shows("Jemand anders hat das inzwischen geändert.");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn deactivating_and_deleting_end_what_is_open(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 3).await;
    let (reseller, staff) = (
        server.reseller().await,
        server.staff(&pool, Right::Edit).await,
    );
    let path = path_of(&server, "staff-edit").await;
    let off = reseller
        .post(&format!("{path}/status"), &[("aktiv", "nein")])
        .await;
    off.leads_to(&format!("{PAGE}?mitarbeiter-deaktiviert=staff-edit"));
    assert_eq!(staff.get("/mkm/kunden").await.status, 303);
    reseller.get(PAGE).await.shows("deaktiviert");
    reseller
        .post(&format!("{path}/status"), &[("aktiv", "ja")])
        .await;
    let mut again = server.stranger();
    assert_eq!(
        again.sign_in("staff-edit", people::PASSWORD).await.status,
        303
    );
    reseller
        .get(&format!("{path}/loeschen"))
        .await
        .shows("Das Protokoll behält den Namen.");
    let gone = reseller.post(&format!("{path}/loeschen"), &[]).await;
    gone.leads_to(&format!("{PAGE}?mitarbeiter-geloescht=staff-edit"));
    assert_eq!(again.get("/mkm/kunden").await.status, 303);
    reseller
        .get("/verwaltung/protokoll")
        .await
        .shows("Mitarbeiter gelöscht");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_manager_does_not_shut_itself_out(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let manager = server.staff(&pool, Right::Manage).await;
    let path = path_of(&server, "staff-manage").await;
    let page = manager.get(PAGE).await.text();
    for way in ["/loeschen", "/status", "/sitzungen"] {
        assert!(!page.contains(&format!("{path}{way}")), "{way} is offered");
    }
    manager
        .get(&path)
        .await
        .shows("Das eigene Recht ändert jemand anders");
    let mut less = vec![("version", "1")];
    less.extend(fields("staff-manage", "s@example.de", "view"));
    for (way, sent) in [
        ("", &less[..]),
        ("/status", &[("aktiv", "nein")]),
        ("/loeschen", &[]),
        ("/sitzungen", &[]),
    ] {
        let refused = manager.post(&format!("{path}{way}"), sent).await;
        assert_eq!(refused.status, 403, "{way}");
        refused.shows("kann niemand sich selbst nehmen");
    }
    assert_eq!(manager.get(PAGE).await.status, 200);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_manager_ends_the_sessions_of_staff_and_of_portal_users(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (manager, staff, customer) = (
        server.staff(&pool, Right::Manage).await,
        server.staff(&pool, Right::View).await,
        server.end_customer().await,
    );
    let path = format!("{}/sitzungen", path_of(&server, "staff-view").await);
    manager
        .get(&path)
        .await
        .shows("staff-view ist in einem Browser angemeldet:");
    let ended = manager.post(&path, &[]).await;
    ended.leads_to(&format!("{PAGE}?mitarbeiter-abgemeldet=staff-view"));
    assert_eq!(staff.get("/mkm/kunden").await.status, 303);
    manager
        .get(&path)
        .await
        .shows("staff-view ist nirgends angemeldet.");

    let (tab, user) = users_of_the_end_customer(&server).await;
    let path = format!("{tab}/{user}/sitzungen");
    manager
        .get(&path)
        .await
        .shows("kunde ist in einem Browser angemeldet:");
    let ended = manager.post(&path, &[]).await;
    ended.leads_to(&format!("{tab}?benutzer-abgemeldet=kunde"));
    assert_eq!(customer.get("/portal").await.status, 303);
}

/// The tab of one of its customers, and its account.
async fn users_of_the_end_customer(server: &TestServer) -> (String, AccountId) {
    use domain::{
        list::ListQuery,
        ports::{Customers, Lists},
    };
    let user = people::id_of(&server.db, "kunde").await;
    let desk = people::desk(&server.db, "100001").await;
    let page = server.db.page(&desk, &ListQuery::default()).await.unwrap();
    for row in page.rows.iter().map(domain::customer::CustomerRow::from) {
        let id = server.db.find(&desk, &row.number).await.unwrap();
        let users = server.db.detail(&desk, id).await.unwrap().users;
        if users.iter().any(|found| found.id == user) {
            return (format!("/mkm/kunden/{id}/benutzer"), user);
        }
    }
    panic!("the end customer has no customer on the first page");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_only_looks_is_offered_nothing_that_changes_anything(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (viewer, editor) = (
        server.staff(&pool, Right::View).await,
        server.staff(&pool, Right::Edit).await,
    );
    let (id, _) = people::customer(&server.db, "100001", false).await;
    let detail = format!("/mkm/kunden/{id}");
    for (page, offered) in [
        ("/mkm/kunden".to_owned(), "/mkm/kunden/neu"),
        ("/domains".to_owned(), "/domains/neu"),
        ("/domains".to_owned(), "Bearbeiten:"),
        ("/produkte".to_owned(), "/produkte/neu"),
        (detail.clone(), "bearbeiten=1"),
        (format!("{detail}/domains"), "/domains/neu"),
        (format!("{detail}/domains"), "/zuordnen"),
        (format!("{detail}/produkte"), "/produkte/neu"),
        (format!("{detail}/benutzer"), "/benutzer/neu"),
    ] {
        let seen = viewer.get(&page).await;
        assert_eq!(seen.status, 200, "{page}");
        assert!(!seen.text().contains(offered), "{offered} on {page}");
        editor.get(&page).await.shows(offered);
    }
    assert!(!editor.get("/mkm/kunden").await.text().contains(PAGE));
    let edit = viewer.get(&format!("{detail}?bearbeiten=1")).await.text();
    assert!(
        !edit.contains("name=\"last_name\""),
        "the form is not shown"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_refused_is_said_in_a_sentence(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let viewer = server.staff(&pool, Right::View).await;
    let (id, _) = people::customer(&server.db, "100001", true).await;
    for path in [
        "/mkm/kunden/neu".to_owned(),
        format!("/mkm/kunden/{id}"),
        format!("/mkm/kunden/{id}/loeschen"),
        format!("/mkm/kunden/{id}/vorschlag"),
        format!("/mkm/kunden/{id}/domains/neu"),
        "/produkte/neu".to_owned(),
        "/stammdaten".to_owned(),
    ] {
        let refused = viewer.post(&path, &[]).await;
        assert_eq!(refused.status, 403, "{path}");
        refused.shows("Dafür fehlt deinem Konto das Recht.");
    }
}

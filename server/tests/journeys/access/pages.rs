//! Every page.

use std::collections::BTreeSet;

use domain::{principal::Role, rights::Action, values::CustomerId};
use sqlx::PgPool;

use super::scene::{SECRET, Scene};

/// Pages of those who are not signed in.
const STRANGERS: &[&str] = &[
    "/anmelden",
    "/anmelden/code",
    "/email/{token}",
    "/passwort-vergessen",
    "/passwort/{token}",
];

/// Each other page, and what it is for.
pub(super) const PAGES: &[(&str, Action)] = &[
    ("/konto", Action::OwnAccount),
    ("/konto/bestaetigen", Action::OwnAccount),
    ("/konto/zwei-faktor", Action::OwnAccount),
    ("/portal/konto", Action::OwnAccount),
    ("/portal", Action::UsePortal),
    ("/portal/{id}", Action::UsePortal),
    ("/portal/{id}/vorschlag", Action::UsePortal),
    ("/", Action::ViewDesk),
    ("/suche", Action::ViewDesk),
    ("/kontakt", Action::ViewDesk),
    ("/stammdaten", Action::ViewDesk),
    ("/verwaltung/protokoll", Action::ViewDesk),
    ("/k/{number}", Action::ViewDesk),
    ("/domains", Action::ViewDesk),
    ("/produkte", Action::ViewDesk),
    ("/mkm/einladungen", Action::ViewDesk),
    ("/mkm/vorschlaege", Action::ViewDesk),
    ("/mkm/kunden", Action::ViewDesk),
    ("/mkm/kunden/{id}", Action::ViewDesk),
    ("/mkm/kunden/{id}/domains", Action::ViewDesk),
    ("/mkm/kunden/{id}/produkte", Action::ViewDesk),
    ("/mkm/kunden/{id}/benutzer", Action::ViewDesk),
    ("/mkm/kunden/neu", Action::EditCustomers),
    ("/mkm/kunden/{id}/loeschen", Action::EditCustomers),
    ("/domains/neu", Action::EditDomains),
    ("/domains/{id}", Action::EditDomains),
    ("/domains/{id}/entfernen", Action::EditDomains),
    ("/mkm/kunden/{id}/domains/neu", Action::EditDomains),
    ("/mkm/kunden/{id}/domains/zuordnen", Action::EditDomains),
    ("/mkm/kunden/{id}/domains/{domain}", Action::EditDomains),
    (
        "/mkm/kunden/{id}/domains/{domain}/entfernen",
        Action::EditDomains,
    ),
    (
        "/mkm/kunden/{id}/domains/{domain}/loesen",
        Action::EditDomains,
    ),
    ("/produkte/neu", Action::EditProducts),
    ("/produkte/{id}", Action::EditProducts),
    ("/produkte/{id}/beenden", Action::EditProducts),
    ("/produkte/{id}/loeschen", Action::EditProducts),
    ("/mkm/kunden/{id}/produkte/neu", Action::EditProducts),
    ("/mkm/kunden/{id}/produkte/zuordnen", Action::EditProducts),
    ("/mkm/kunden/{id}/produkte/{product}", Action::EditProducts),
    (
        "/mkm/kunden/{id}/produkte/{product}/beenden",
        Action::EditProducts,
    ),
    (
        "/mkm/kunden/{id}/produkte/{product}/loeschen",
        Action::EditProducts,
    ),
    (
        "/mkm/kunden/{id}/produkte/{product}/loesen",
        Action::EditProducts,
    ),
    ("/verwaltung/mitarbeiter", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/neu", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/{id}", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/{id}/einladen", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/{id}/loeschen", Action::ManageStaff),
    (
        "/verwaltung/mitarbeiter/{id}/sitzungen",
        Action::EndSessionsOfOthers,
    ),
    (
        "/mkm/kunden/{id}/benutzer/{user}/sitzungen",
        Action::EndSessionsOfOthers,
    ),
    ("/mkm/kunden/{id}/benutzer/neu", Action::EditUsers),
    ("/mkm/kunden/{id}/benutzer/verknuepfen", Action::EditUsers),
    ("/mkm/kunden/{id}/benutzer/{user}", Action::EditUsers),
    (
        "/mkm/kunden/{id}/benutzer/{user}/einladen",
        Action::EditUsers,
    ),
    (
        "/mkm/kunden/{id}/benutzer/{user}/loeschen",
        Action::EditUsers,
    ),
];

#[test]
fn every_page_has_a_row() {
    let rows = PAGES.iter().map(|(path, _)| path).chain(STRANGERS);
    let known: BTreeSet<&str> = rows.copied().collect();
    let all: BTreeSet<&str> = server::router::page_paths()
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(known, all);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_page_refuses_everybody_who_may_not(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (pattern, action) in PAGES {
        let path = &scene.real.fill(pattern);
        let sent_away = scene.stranger.get(path).await;
        assert_eq!(sent_away.status, 303, "{path}, not signed in");
        let to = sent_away.header("location");
        assert!(to.starts_with("/anmelden"), "{path}: {to}");
        for (role, client) in scene.refused(*action) {
            let answer = client.get(path).await;
            if *pattern == "/" {
                answer.leads_to("/portal");
                continue;
            }
            assert_eq!(answer.status, 403, "{path}, {role:?}");
            answer.shows("Kein Zugriff");
            assert!(!answer.text().contains(SECRET), "{path}, {role:?}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_page_shows_its_own_to_everybody_who_may(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (pattern, action) in PAGES {
        let path = &scene.real.fill(pattern);
        for (role, client) in scene.allowed(*action) {
            let answer = client.get(path).await;
            // The user is nobody's, and the end customer does not have this customer.
            let missing = path.contains("/benutzer/01890000")
                || (*role == Role::Portal && pattern.contains("{id}"));
            let expected: &[u16] = if missing { &[200, 404] } else { &[200, 303] };
            let status = answer.status;
            assert!(expected.contains(&status), "{path}, {role:?}: {status}");
            let shown = *role == Role::Portal && answer.text().contains(SECRET);
            assert!(!shown, "{path}, {role:?}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn no_page_shows_another_resellers_things(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (pattern, action) in PAGES {
        let path = &scene.real.fill(pattern);
        let answer = scene.other.get(path).await;
        let text = answer.text();
        assert!(!text.contains(SECRET), "{path}");
        if path != pattern {
            let may = Role::Reseller.may(*action);
            assert_eq!(answer.status, if may { 404 } else { 403 }, "{path}");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_does_not_exist_and_what_is_anothers_look_alike(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    let foreign = scene
        .other
        .get(&format!("/mkm/kunden/{}", scene.real.customer))
        .await;
    let missing = scene
        .other
        .get(&format!("/mkm/kunden/{}", CustomerId::new()))
        .await;
    assert_eq!((foreign.status, missing.status), (404, 404));
    assert_eq!(words(&foreign.text()), words(&missing.text()));
}

/// The page's text, without scripts and addresses.
fn words(html: &str) -> String {
    let body = html
        .split("<body>")
        .nth(1)
        .unwrap()
        .split("<script")
        .next()
        .unwrap();
    body.split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text)
        .collect()
}

//! Every form that a page sends itself.

use std::collections::BTreeSet;

use domain::rights::Action;
use sqlx::PgPool;

use super::scene::{Ids, Scene, from_elsewhere};

/// Forms of those who are not signed in, and of everybody.
const EVERYBODYS: &[&str] = &[
    "/abmelden",
    "/anmelden",
    "/anmelden/code",
    "/anmelden/code/passkey",
    "/anmelden/passkey",
    "/anmelden/passkey/aufgabe",
    "/darstellung",
    "/email/{token}",
    "/passwort-vergessen",
    "/passwort/{token}",
    "/sprache",
];

/// Each other form, and what it does.
pub(super) const FORMS: &[(&str, Action)] = &[
    ("/konto/bestaetigen", Action::OwnAccount),
    ("/konto/email", Action::OwnAccount),
    ("/konto/passkey", Action::OwnAccount),
    ("/konto/passwort", Action::OwnAccount),
    ("/konto/sitzungen", Action::OwnAccount),
    ("/konto/zwei-faktor", Action::OwnAccount),
    ("/konto/zwei-faktor/bestaetigen", Action::OwnAccount),
    ("/konto/zwei-faktor/codes", Action::OwnAccount),
    ("/konto/zwei-faktor/entfernen", Action::OwnAccount),
    ("/konto/zwei-faktor/passkeys", Action::OwnAccount),
    ("/konto/zwei-faktor/passkeys/entfernen", Action::OwnAccount),
    ("/portal/{id}/vorschlag", Action::UsePortal),
    ("/mkm/kunden/neu", Action::EditCustomers),
    ("/mkm/kunden/{id}", Action::EditCustomers),
    ("/mkm/kunden/{id}/loeschen", Action::EditCustomers),
    ("/mkm/kunden/{id}/vorschlag", Action::DecideProposals),
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
    ("/mkm/kunden/{id}/benutzer/neu", Action::EditUsers),
    ("/mkm/kunden/{id}/benutzer/verknuepfen", Action::EditUsers),
    ("/mkm/kunden/{id}/benutzer/{user}", Action::EditUsers),
    ("/mkm/kunden/{id}/benutzer/{user}/status", Action::EditUsers),
    (
        "/mkm/kunden/{id}/benutzer/{user}/einladen",
        Action::EditUsers,
    ),
    (
        "/mkm/kunden/{id}/benutzer/{user}/loeschen",
        Action::EditUsers,
    ),
    ("/stammdaten", Action::EditReseller),
    ("/verwaltung/mitarbeiter/neu", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/{id}", Action::ManageStaff),
    ("/verwaltung/mitarbeiter/{id}/status", Action::ManageStaff),
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
];

#[test]
fn every_form_has_a_row() {
    let rows = FORMS.iter().map(|(path, _)| path).chain(EVERYBODYS);
    let known: BTreeSet<String> = rows.map(|path| (*path).to_owned()).collect();
    let all: BTreeSet<String> = server::router::form_paths().into_iter().collect();
    assert_eq!(known, all);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_form_refuses_everybody_who_may_not(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (pattern, action) in FORMS {
        let path = &scene.real.fill(pattern);
        let stranger = scene.stranger.post(path, &[]).await;
        assert_eq!(stranger.status, 401, "{path}, not signed in");
        for (role, client) in scene.refused(*action) {
            let answer = client.post(path, &[]).await;
            assert_eq!(answer.status, 403, "{path}, {role:?}");
        }
        let own = *action == Action::OwnAccount;
        let other = scene.other.post(path, &[]).await.status;
        assert!(
            own || (400..500).contains(&other),
            "{path}, another reseller: {other}"
        );
    }
    for pattern in FORMS.iter().map(|(path, _)| path).chain(EVERYBODYS) {
        let path = &scene.real.fill(pattern);
        let foreign = from_elsewhere(scene.reseller(), path).await;
        assert_eq!(foreign.status, 403, "{path}, a foreign page");
    }
    scene.nothing_has_changed().await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_form_answers_everybody_who_may(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    let nothing = Ids::of_nothing();
    for (pattern, action) in FORMS {
        let path = &nothing.fill(pattern);
        for (role, client) in scene.allowed(*action) {
            let status = client.post(path, &[]).await.status;
            assert!(
                matches!(status, 303 | 404 | 409 | 422 | 429),
                "{path}, {role:?}: {status}"
            );
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn another_resellers_things_are_not_found_by_any_form(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    let proposal = ("vorschlag", &*scene.real.customer.to_string());
    for (pattern, fields) in [
        ("/mkm/kunden/{id}/loeschen", &[][..]),
        ("/mkm/kunden/{id}/vorschlag", &[proposal]),
        ("/domains/{id}/entfernen", &[("version", "1")]),
        ("/produkte/{id}/loeschen", &[("version", "1")]),
        ("/mkm/kunden/{id}/domains/{domain}/loesen", &[]),
        ("/mkm/kunden/{id}/produkte/{product}/loesen", &[]),
        ("/mkm/kunden/{id}/benutzer/{user}/loeschen", &[]),
        ("/mkm/kunden/unsinn/loeschen", &[]),
    ] {
        let path = &scene.real.fill(pattern);
        assert_eq!(scene.other.post(path, fields).await.status, 404, "{path}");
    }
    scene.nothing_has_changed().await;
}

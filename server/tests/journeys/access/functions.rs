//! Every server function, and the lists that are got whole.

use std::collections::BTreeSet;

use domain::{
    audit_log::LogQuery,
    customer_form::CustomerForm,
    domain_form::DomainForm,
    list::ListQuery,
    product_form::ProductForm,
    reseller_form::ResellerForm,
    rights::Action,
    values::{DomainId, ProductId},
};
use leptos::server_fn;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::scene::{Ids, NUMBER, SECRET, Scene, from_elsewhere};

/// A function, what it does, arguments, and the status for another reseller who gives real ids.
pub(super) type Row = (&'static str, Action, Value, u16);

fn that_show(ids: Ids) -> Vec<Row> {
    let Ids {
        customer: id,
        domain,
        product,
        staff,
    } = ids;
    let nobody = json!({ "email": "", "last_name": "", "first_name": "", "postal_code": "" });
    vec![
        ("/api/konto/anmeldung", Action::OwnAccount, json!({}), 200),
        ("/api/mitarbeiter", Action::ManageStaff, json!({}), 200),
        (
            "/api/konten/sitzungen",
            Action::EndSessionsOfOthers,
            json!({ "account": staff }),
            404,
        ),
        (
            "/api/portal/kunde",
            Action::UsePortal,
            json!({ "id": id }),
            403,
        ),
        ("/api/portal/kunden", Action::UsePortal, json!({}), 403),
        (
            "/api/listen/seite",
            Action::ViewDesk,
            json!({ "query": ListQuery::default() }),
            200,
        ),
        (
            "/api/listen/besitz",
            Action::ViewDesk,
            json!({ "kind": "Domains", "ids": [domain.to_string()] }),
            200,
        ),
        (
            "/api/kunden/auswahl",
            Action::ViewDesk,
            json!({ "search": NUMBER }),
            200,
        ),
        (
            "/api/kunden/detail",
            Action::ViewDesk,
            json!({ "id": id }),
            404,
        ),
        (
            "/api/kunden/detail-nach-nummer",
            Action::ViewDesk,
            json!({ "number": NUMBER }),
            404,
        ),
        (
            "/api/kunden/naechste-nummer",
            Action::ViewDesk,
            json!({}),
            200,
        ),
        (
            "/api/kunden/doppelte",
            Action::ViewDesk,
            json!({ "probe": nobody }),
            200,
        ),
        (
            "/api/protokoll/seite",
            Action::ViewDesk,
            json!({ "query": LogQuery::default() }),
            200,
        ),
        (
            "/api/protokoll/kunde",
            Action::ViewDesk,
            json!({ "customer": id }),
            200,
        ),
        ("/api/stammdaten", Action::ViewDesk, json!({}), 200),
        (
            "/api/benutzer/auswahl",
            Action::ViewDesk,
            json!({ "customer": id, "search": "" }),
            200,
        ),
        (
            "/api/benutzer/einladungen",
            Action::ViewDesk,
            json!({}),
            200,
        ),
        (
            "/api/kunden/vorschlaege",
            Action::ViewDesk,
            json!({ "id": id }),
            200,
        ),
        ("/api/vorschlaege", Action::ViewDesk, json!({}), 200),
        (
            "/api/suche",
            Action::ViewDesk,
            json!({ "typed": NUMBER }),
            200,
        ),
        ("/api/uebersicht", Action::ViewDesk, json!({}), 200),
        (
            "/api/domains/eine",
            Action::ViewDesk,
            json!({ "id": domain }),
            404,
        ),
        (
            "/api/domains/auswahl",
            Action::ViewDesk,
            json!({ "customer": id, "search": "" }),
            200,
        ),
        (
            "/api/produkte/eines",
            Action::ViewDesk,
            json!({ "id": product }),
            404,
        ),
        (
            "/api/produkte/auswahl",
            Action::ViewDesk,
            json!({ "customer": id, "search": "" }),
            200,
        ),
    ]
}

fn that_change(ids: Ids) -> Vec<Row> {
    let Ids {
        customer: id,
        domain,
        product,
        ..
    } = ids;
    let (form, of_domain, of_product) = forms();
    vec![
        (
            "/api/kunden/anlegen",
            Action::EditCustomers,
            json!({ "id": id, "form": CustomerForm::default() }),
            422,
        ),
        (
            "/api/kunden/speichern",
            Action::EditCustomers,
            json!({ "id": id, "version": 1, "form": form }),
            404,
        ),
        (
            "/api/kunden/loeschen",
            Action::EditCustomers,
            json!({ "id": id }),
            404,
        ),
        (
            "/api/domains/anlegen",
            Action::EditDomains,
            json!({ "id": DomainId::new(), "customer": id, "form": of_domain }),
            404,
        ),
        (
            "/api/domains/speichern",
            Action::EditDomains,
            json!({ "id": domain, "version": 1, "form": of_domain }),
            404,
        ),
        (
            "/api/domains/entfernen",
            Action::EditDomains,
            json!({ "id": domain, "version": 1 }),
            404,
        ),
        (
            "/api/domains/zuordnen",
            Action::EditDomains,
            json!({ "domains": [{ "id": domain, "seen": "Anybody" }], "customer": null }),
            404,
        ),
        (
            "/api/produkte/anlegen",
            Action::EditProducts,
            json!({ "id": ProductId::new(), "customer": id, "form": of_product }),
            404,
        ),
        (
            "/api/produkte/speichern",
            Action::EditProducts,
            json!({ "id": product, "version": 1, "form": of_product }),
            404,
        ),
        (
            "/api/produkte/beenden",
            Action::EditProducts,
            json!({ "id": product, "version": 1, "is_end": true }),
            404,
        ),
        (
            "/api/produkte/loeschen",
            Action::EditProducts,
            json!({ "id": product, "version": 1 }),
            404,
        ),
        (
            "/api/produkte/zuordnen",
            Action::EditProducts,
            json!({ "products": [{ "id": product, "seen": "Anybody" }], "customer": null }),
            404,
        ),
        (
            "/api/stammdaten/speichern",
            Action::EditReseller,
            json!({ "version": 1, "form": ResellerForm::default() }),
            422,
        ),
    ]
}

/// That everything accepts.
fn forms() -> (CustomerForm, DomainForm, ProductForm) {
    let form = CustomerForm {
        number: "1".into(),
        last_name: "Groß".into(),
        first_name: "Änne".into(),
        street: "Weg 1".into(),
        postal_code: "10115".into(),
        city: "Berlin".into(),
        phone: "030 901820".into(),
        mobile: "0171 3920001".into(),
        email: "a@example.de".into(),
        ..CustomerForm::default()
    };
    let of_domain = DomainForm {
        domain: "fremd.de".into(),
        contract: "D-1".into(),
        registrar: "INWX".into(),
        ..DomainForm::default()
    };
    let of_product = ProductForm {
        name: "Fremdes".into(),
        since: "2024-01-31".into(),
        ..ProductForm::default()
    };
    (form, of_domain, of_product)
}

pub(super) fn rows(ids: Ids) -> Vec<Row> {
    [that_show(ids), that_change(ids)].concat()
}

#[test]
fn every_server_function_has_a_row() {
    let known: BTreeSet<_> = rows(Ids::of_nothing())
        .into_iter()
        .map(|row| row.0)
        .collect();
    let all: BTreeSet<_> = server_fn::axum::server_fn_paths().collect();
    assert!(all.iter().all(|(_, method)| *method == Method::POST));
    let all: BTreeSet<_> = all.into_iter().map(|(path, _)| path).collect();
    assert_eq!(known, all);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_server_function_refuses_everybody_who_may_not(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (path, action, arguments, for_other) in rows(scene.real) {
        let stranger = scene.stranger.call(path, &arguments).await;
        assert_eq!(stranger.status, 401, "{path}, not signed in");
        for (role, client) in scene.refused(action) {
            let answer = client.call(path, &arguments).await;
            assert_eq!(answer.status, 403, "{path}, {role:?}");
            assert!(!answer.text().contains(SECRET), "{path}, {role:?}");
        }
        let foreign = from_elsewhere(scene.reseller(), path).await;
        assert_eq!(foreign.status, 403, "{path}, a foreign page");
        assert_eq!(
            scene.reseller().get(path).await.status,
            405,
            "{path}, by GET"
        );
        let other = scene.other.call(path, &arguments).await;
        assert_eq!(other.status, for_other, "{path}: {}", other.text());
        assert!(!other.text().contains(SECRET), "{path}, another reseller");
    }
    scene.nothing_has_changed().await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_server_function_answers_everybody_who_may(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (path, action, arguments, _) in rows(Ids::of_nothing()) {
        for (role, client) in scene.allowed(action) {
            let status = client.call(path, &arguments).await.status;
            assert!(
                matches!(status, 200 | 404 | 409 | 422),
                "{path}, {role:?}: {status}"
            );
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_end_customer_is_not_shown_what_belongs_to_another(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    for (path, action, arguments, _) in that_show(scene.real) {
        if action == Action::ViewDesk {
            continue;
        }
        for (role, client) in scene.allowed(action) {
            let text = client.call(path, &arguments).await.text();
            assert!(!text.contains(SECRET), "{path}, {role:?}: {text}");
        }
    }
}

/// Each list that is got whole. All of them show the desk.
const LISTS: &[&str] = &[
    "/api/kunden/liste",
    "/api/domains/liste",
    "/api/produkte/liste",
];

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_whole_list_is_each_resellers_own(pool: PgPool) {
    let scene = Scene::new(&pool).await;
    assert_eq!(server::router::list_paths(), LISTS, "every list has a row");
    for path in LISTS {
        assert_eq!(scene.stranger.get(path).await.status, 401, "{path}");
        for (role, client) in scene.refused(Action::ViewDesk) {
            assert_eq!(client.get(path).await.status, 403, "{path}, {role:?}");
        }
        for (role, client) in scene.allowed(Action::ViewDesk) {
            let list = client.get(path).await;
            assert_eq!(list.status, 200, "{path}, {role:?}");
            assert!(list.text().contains(NUMBER), "{path}, {role:?}");
        }
        let other = scene.other.get(path).await;
        assert_eq!(other.status, 200, "{path}");
        assert!(!other.text().contains(NUMBER), "{path}, another reseller");
    }
}

//! Deny by default: every server function and every page, asked by everybody who may not.

use std::collections::BTreeSet;

use domain::{
    audit_log::LogQuery,
    customer_form::CustomerForm,
    domain_form::DomainForm,
    list::ListQuery,
    ports::Customers,
    product_form::ProductForm,
    reseller_form::ResellerForm,
    values::{CustomerId, DomainId, ProductId},
};
use leptos::server_fn;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people,
};

/// Number of a customer that only reseller 100001 has.
const NUMBER: &str = "123456";

/// Each function with arguments about that customer, and the status for another reseller.
fn functions(
    id: CustomerId,
    domain: DomainId,
    product: ProductId,
) -> Vec<(&'static str, Value, u16)> {
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
    let nobody = json!({ "email": "", "last_name": "", "first_name": "", "postal_code": "" });
    vec![
        (
            "/api/listen/seite",
            json!({ "query": ListQuery::default() }),
            200,
        ),
        (
            "/api/listen/besitz",
            json!({ "kind": "Domains", "ids": [domain.to_string()] }),
            200,
        ),
        ("/api/kunden/auswahl", json!({ "search": NUMBER }), 200),
        ("/api/kunden/detail", json!({ "id": id }), 404),
        (
            "/api/kunden/detail-nach-nummer",
            json!({ "number": NUMBER }),
            404,
        ),
        (
            "/api/kunden/anlegen",
            json!({ "id": id, "form": CustomerForm::default() }),
            422,
        ),
        (
            "/api/kunden/speichern",
            json!({ "id": id, "version": 1, "form": form }),
            404,
        ),
        ("/api/kunden/loeschen", json!({ "id": id }), 404),
        ("/api/kunden/naechste-nummer", json!({}), 200),
        ("/api/kunden/doppelte", json!({ "probe": nobody }), 200),
        (
            "/api/protokoll/seite",
            json!({ "query": LogQuery::default() }),
            200,
        ),
        ("/api/protokoll/kunde", json!({ "customer": id }), 200),
        ("/api/stammdaten", json!({}), 200),
        (
            "/api/stammdaten/speichern",
            json!({ "version": 1, "form": ResellerForm::default() }),
            422,
        ),
        (
            "/api/benutzer/auswahl",
            json!({ "customer": id, "search": "" }),
            200,
        ),
        ("/api/benutzer/einladungen", json!({}), 200),
        ("/api/kunden/vorschlaege", json!({ "id": id }), 200),
        ("/api/vorschlaege", json!({}), 200),
        ("/api/suche", json!({ "typed": NUMBER }), 200),
        ("/api/uebersicht", json!({}), 200),
        ("/api/domains/eine", json!({ "id": domain }), 404),
        (
            "/api/domains/anlegen",
            json!({ "id": DomainId::new(), "customer": id, "form": of_domain }),
            404,
        ),
        (
            "/api/domains/speichern",
            json!({ "id": domain, "version": 1, "form": of_domain }),
            404,
        ),
        (
            "/api/domains/entfernen",
            json!({ "id": domain, "version": 1 }),
            404,
        ),
        (
            "/api/domains/zuordnen",
            json!({ "domains": [{ "id": domain, "seen": "Anybody" }], "customer": null }),
            404,
        ),
        (
            "/api/domains/auswahl",
            json!({ "customer": id, "search": "" }),
            200,
        ),
        ("/api/produkte/eines", json!({ "id": product }), 404),
        (
            "/api/produkte/anlegen",
            json!({ "id": ProductId::new(), "customer": id, "form": of_product }),
            404,
        ),
        (
            "/api/produkte/speichern",
            json!({ "id": product, "version": 1, "form": of_product }),
            404,
        ),
        (
            "/api/produkte/beenden",
            json!({ "id": product, "version": 1, "is_end": true }),
            404,
        ),
        (
            "/api/produkte/loeschen",
            json!({ "id": product, "version": 1 }),
            404,
        ),
        (
            "/api/produkte/zuordnen",
            json!({ "products": [{ "id": product, "seen": "Anybody" }], "customer": null }),
            404,
        ),
        (
            "/api/produkte/auswahl",
            json!({ "customer": id, "search": "" }),
            200,
        ),
    ]
}

/// Each function that is not for a reseller's desk alone, with the status for a portal account that
/// does not have the customer, and for a reseller.
fn personal_functions(id: CustomerId) -> Vec<(&'static str, Value, u16, u16)> {
    vec![
        ("/api/konto/anmeldung", json!({}), 200, 200),
        ("/api/portal/kunde", json!({ "id": id }), 404, 403),
        ("/api/portal/kunden", json!({}), 200, 403),
    ]
}

/// Pages of the portal, of those who are not signed in, and of everybody.
const PORTAL: &str = "/portal";
const FOR_STRANGERS: &[&str] = &[
    "/anmelden",
    "/passwort/{token}",
    "/email/{token}",
    "/passwort-vergessen",
];
const EVERYBODY: &[&str] = &["/konto", "/portal/konto"];

async fn customer(server: &TestServer) -> CustomerId {
    let desk = people::desk(&server.db, "100001").await;
    server.db.find(&desk, NUMBER).await.unwrap()
}

/// A domain of that customer.
async fn domain(server: &TestServer, customer: CustomerId) -> DomainId {
    let desk = people::desk(&server.db, "100001").await;
    server.db.detail(&desk, customer).await.unwrap().domains[0].id
}

/// A product of that customer.
async fn product(server: &TestServer, customer: CustomerId) -> ProductId {
    let desk = people::desk(&server.db, "100001").await;
    server.db.detail(&desk, customer).await.unwrap().products[0].id
}

async fn from_elsewhere(client: &Client, method: Method, path: &str) -> Answer {
    let request = client.plain_request(method, path);
    Answer::of(
        request
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example"),
    )
    .await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_server_function_refuses_everybody_who_may_not(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let id = customer(&server).await;
    let domain = domain(&server, id).await;
    let product = product(&server, id).await;
    let known: BTreeSet<_> = functions(id, domain, product)
        .iter()
        .map(|(path, ..)| (*path, Method::POST))
        .chain(
            personal_functions(id)
                .iter()
                .map(|(path, ..)| (*path, Method::POST)),
        )
        .collect();
    let all: BTreeSet<_> = server_fn::axum::server_fn_paths().collect();
    assert!(
        known
            .iter()
            .map(|(path, method)| (*path, method.as_str()))
            .eq(all.iter().map(|(path, method)| (*path, method.as_str()))),
        "the table must name every function: {all:?}"
    );

    let (stranger, reseller) = (server.stranger(), server.reseller().await);
    let (portal, other) = (server.portal_user().await, server.other_reseller().await);
    for (path, arguments, for_other) in functions(id, domain, product) {
        assert_eq!(
            stranger.call(path, &arguments).await.status,
            401,
            "{path}, not signed in"
        );
        assert_eq!(
            portal.call(path, &arguments).await.status,
            403,
            "{path}, a portal user"
        );
        assert_eq!(
            from_elsewhere(&reseller, Method::POST, path).await.status,
            403,
            "{path}, a foreign page"
        );
        assert_eq!(reseller.get(path).await.status, 405, "{path}, by GET");
        let answer = other.call(path, &arguments).await;
        assert_eq!(
            answer.status,
            for_other,
            "{path}, another reseller: {}",
            answer.text()
        );
        assert!(
            !answer.text().contains("Testkunde 1"),
            "{path}, another reseller"
        );
    }
    let kept = reseller
        .call("/api/kunden/detail", &json!({ "id": id }))
        .await;
    assert_eq!(kept.status, 200);
    kept.shows("Testkunde 1");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_personal_shows_nobody_elses(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let id = customer(&server).await;
    let (stranger, portal) = (server.stranger(), server.end_customer().await);
    let resellers = [server.reseller().await, server.other_reseller().await];
    for (path, arguments, for_portal, for_reseller) in personal_functions(id) {
        assert_eq!(stranger.call(path, &arguments).await.status, 401, "{path}");
        let answer = portal.call(path, &arguments).await;
        assert_eq!(answer.status, for_portal, "{path}: {}", answer.text());
        assert!(!answer.text().contains("Testkunde 1"), "{path}");
        for reseller in &resellers {
            assert_eq!(
                reseller.call(path, &arguments).await.status,
                for_reseller,
                "{path}"
            );
            assert_eq!(
                from_elsewhere(reseller, Method::POST, path).await.status,
                403,
                "{path}"
            );
            assert_eq!(reseller.get(path).await.status, 405, "{path}, by GET");
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_whole_list_is_each_resellers_own(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let path = "/api/kunden/liste";
    assert_eq!(server.stranger().get(path).await.status, 401);
    assert_eq!(server.portal_user().await.get(path).await.status, 403);
    for (client, own) in [
        (server.reseller().await, true),
        (server.other_reseller().await, false),
    ] {
        let body = client.get(path).await.body;
        let seen = String::from_utf8_lossy(&body).contains("Testkunde 1");
        assert_eq!(seen, own);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_page_refuses_everybody_who_may_not(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let id = customer(&server).await;
    let domain = domain(&server, id).await.to_string();
    let product = product(&server, id).await.to_string();
    let id = id.to_string();
    let (stranger, reseller) = (server.stranger(), server.reseller().await);
    let (portal, other) = (server.end_customer().await, server.other_reseller().await);
    let pages = server::router::page_paths();
    assert!(pages.len() >= 10, "the application names its pages");
    for page in pages {
        if FOR_STRANGERS.contains(&page.as_str()) {
            continue;
        }
        let path = page
            .replace("{id}", &id)
            .replace("{number}", NUMBER)
            .replace("{domain}", &domain)
            .replace("{product}", &product)
            .replace("{user}", "01890000-0000-7000-8000-000000000000");
        let sent_away = stranger.get(&path).await;
        assert_eq!(sent_away.status, 303, "{path}, not signed in");
        assert!(
            sent_away.header("location").starts_with("/anmelden"),
            "{path}"
        );
        if EVERYBODY.contains(&page.as_str()) {
            for client in [&portal, &reseller, &other] {
                assert_eq!(client.get(&path).await.status, 200, "{path}, everybody");
            }
            continue;
        }
        if page == "/" {
            portal.get(&path).await.leads_to(PORTAL);
            continue;
        }
        if page.starts_with(PORTAL) {
            for client in [&reseller, &other] {
                assert_eq!(client.get(&path).await.status, 403, "{path}, a reseller");
            }
            let foreign = portal.get(&path).await;
            let expected = if path == PORTAL { 200 } else { 404 };
            assert_eq!(foreign.status, expected, "{path}, a portal user");
            assert!(!foreign.text().contains("Testkunde 1"), "{path}");
            continue;
        }
        assert_eq!(portal.get(&path).await.status, 403, "{path}, a portal user");
        assert_ne!(
            reseller.get(&path).await.status,
            403,
            "{path}, its own reseller"
        );
        if path != *page {
            let not_found = other.get(&path).await;
            assert_eq!(not_found.status, 404, "{path}, another reseller");
            assert!(
                !not_found.text().contains("Testkunde 1"),
                "{path}, another reseller"
            );
        }
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_form_refuses_everybody_who_may_not(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 12).await;
    let id = customer(&server).await;
    let edit = format!("/mkm/kunden/{id}");
    let delete = format!("{edit}/loeschen");
    let of_domain = domain(&server, id).await;
    let domains = ["neu", "zuordnen"].map(|dialog| format!("{edit}/domains/{dialog}"));
    let domain_forms =
        ["", "/entfernen", "/loesen"].map(|dialog| format!("{edit}/domains/{of_domain}{dialog}"));
    let own = [
        format!("/domains/{of_domain}"),
        format!("/domains/{of_domain}/entfernen"),
    ];
    let product = product(&server, id).await;
    let products = ["neu", "zuordnen"].map(|dialog| format!("{edit}/produkte/{dialog}"));
    let product_forms = ["", "/beenden", "/loeschen", "/loesen"]
        .map(|dialog| format!("{edit}/produkte/{product}{dialog}"));
    let own_products =
        ["", "/beenden", "/loeschen"].map(|dialog| format!("/produkte/{product}{dialog}"));
    let of_products = products.iter().chain(&product_forms).chain(&own_products);
    let of_domains = domains.iter().chain(&domain_forms).chain(&own);
    let of_domains = of_domains.chain(of_products);
    let of_domains: Vec<&str> = of_domains.map(String::as_str).collect();
    let (stranger, reseller) = (server.stranger(), server.reseller().await);
    let (portal, other) = (server.portal_user().await, server.other_reseller().await);
    let decide = format!("{edit}/vorschlag");
    let propose = format!("/portal/{id}/vorschlag");
    let reseller_forms = [
        "/mkm/kunden/neu",
        &edit,
        &delete,
        &decide,
        "/stammdaten",
        "/domains/neu",
        "/produkte/neu",
    ];
    for path in reseller_forms.into_iter().chain(of_domains.clone()) {
        assert_eq!(
            stranger.post(path, &[]).await.status,
            401,
            "{path}, not signed in"
        );
        assert_eq!(
            portal.post(path, &[]).await.status,
            403,
            "{path}, a portal user"
        );
    }
    for path in [
        "/mkm/kunden/neu",
        &edit,
        &delete,
        &decide,
        &propose,
        "/konto/email",
        "/konto/passwort",
        "/konto/sitzungen",
        "/stammdaten",
        "/anmelden",
        "/abmelden",
        "/sprache",
        "/darstellung",
        "/passwort/x",
        "/email/x",
        "/domains/neu",
        "/produkte/neu",
    ]
    .into_iter()
    .chain(of_domains)
    {
        assert_eq!(
            from_elsewhere(&reseller, Method::POST, path).await.status,
            403,
            "{path}, a foreign page"
        );
    }
    for path in [
        propose.as_str(),
        "/konto/email",
        "/konto/passwort",
        "/konto/sitzungen",
    ] {
        assert_eq!(
            stranger.post(path, &[]).await.status,
            401,
            "{path}, not signed in"
        );
    }
    assert_eq!(reseller.post(&propose, &[]).await.status, 403);
    assert_eq!(
        other
            .post(&decide, &[("vorschlag", &id.to_string())])
            .await
            .status,
        404
    );
    assert_eq!(other.post(&delete, &[]).await.status, 404);
    assert_eq!(
        other.post("/mkm/kunden/unsinn/loeschen", &[]).await.status,
        404
    );
    assert_eq!(
        reseller.get(&edit).await.status,
        200,
        "still there, still signed in"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_does_not_exist_and_what_is_anothers_look_alike(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let other = server.other_reseller().await;
    let foreign = other
        .get(&format!("/mkm/kunden/{}", customer(&server).await))
        .await;
    let missing = other
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

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn only_our_own_pages_may_change_something(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let ours = crate::support::ORIGIN;
    for (site, origin, allowed) in [
        (Some("same-origin"), None, true),
        (Some("same-origin"), Some(ours), true),
        (Some("same-site"), Some(ours), false),
        (Some("cross-site"), Some(ours), false),
        (Some("none"), None, false),
        (None, Some(ours), true),
        (None, Some("https://evil.example"), false),
        (None, Some("null"), false),
        (None, None, false),
    ] {
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let mut request = client.plain_request(method.clone(), "/darstellung");
            for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let status =
                Answer::of(request.header("content-type", "application/x-www-form-urlencoded"))
                    .await
                    .status;
            let expected = match (allowed, &method) {
                (false, _) => 403,
                (true, &Method::POST) => 303,
                (true, _) => 405,
            };
            assert_eq!(status, expected, "{method} {site:?} {origin:?}");
        }
    }
}

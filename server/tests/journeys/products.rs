//! Products without WebAssembly: forms, and the pages that answer them; and products from files.

use app::locale::Language;
use db::PurchaseFaults;
use domain::{
    customer::{ProductKind, ProductRow},
    ports::Customers,
    values::CustomerId,
};
use server::import::{articles, products};
use sqlx::PgPool;

use crate::support::{TestServer, client::Client, people};

const ARTICLES: &[u8] = include_bytes!("../../../docs/artikel-import.csv");
const PURCHASES: &[u8] = include_bytes!("../../../docs/produkte-import.csv");

/// A form that is taken.
const GOOD: [(&str, &str); 3] = [
    ("name", "Webhosting Größe L"),
    ("contract", "RV-4711"),
    ("since", "2024-01-31"),
];

async fn start(pool: &PgPool) -> (TestServer, Client, CustomerId) {
    let server = TestServer::with_demo(pool, 0).await;
    let client = server.reseller().await;
    let desk = people::desk(&server.db, "100001").await;
    let id = server.db.find(&desk, "123456").await.unwrap();
    (server, client, id)
}

async fn rows(server: &TestServer, customer: CustomerId) -> Vec<ProductRow> {
    let desk = people::desk(&server.db, "100001").await;
    server.db.detail(&desk, customer).await.unwrap().products
}

async fn own(server: &TestServer, customer: CustomerId) -> ProductRow {
    let mut rows = rows(server, customer).await;
    rows.retain(|row| row.kind == ProductKind::Reseller);
    rows.remove(0)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_is_created_for_a_customer_and_its_page_says_so(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let path = format!("/mkm/kunden/{id}/produkte/neu");
    let dialog = client.get(&path).await;
    assert_eq!(dialog.status, 200);
    dialog.shows("Das Produkt wird 123456 Müller zugeordnet.");
    let before = rows(&server, id).await.len();
    let answer = client.post(&path, &GOOD).await;
    assert_eq!(answer.status, 303);
    let page = client.get(answer.header("location")).await;
    page.shows("Produkt Webhosting Größe L wurde angelegt.");
    page.shows("RV-4711");
    assert_eq!(rows(&server, id).await.len(), before + 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_faulty_form_comes_back_as_it_was_typed(pool: PgPool) {
    let (_server, client, id) = start(&pool).await;
    let mut form = GOOD.to_vec();
    form[0].1 = "";
    form[2].1 = "gestern";
    let path = format!("/mkm/kunden/{id}/produkte/neu");
    let answer = client.post(&path, &form).await;
    assert_eq!(answer.status, 422);
    answer.shows("Bitte fülle dieses Feld aus.");
    answer.shows("Das ist kein Datum");
    answer.shows("value=\"RV-4711\"");
    let mut form = GOOD.to_vec();
    form.push(("customer", "gibt-es-nicht"));
    let answer = client.post("/produkte/neu", &form).await;
    assert_eq!(answer.status, 422);
    answer.shows("Einen Kunden mit dieser Kundennummer gibt es nicht.");
    answer.shows("value=\"gibt-es-nicht\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_is_edited_and_a_late_edit_shows_what_is_stored(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let product = own(&server, id).await;
    let path = format!("/mkm/kunden/{id}/produkte/{}", product.id);
    client
        .get(&path)
        .await
        .shows(&format!("value=\"{}\"", product.reference));
    let with = |contract: &'static str| {
        let mut form = GOOD.to_vec();
        form[1].1 = contract;
        form.push(("version", "1"));
        form
    };
    assert_eq!(client.post(&path, &with("V-1")).await.status, 303);
    let late = client.post(&path, &with("V-2")).await;
    assert_eq!(late.status, 409);
    late.shows("Jetzt gespeichert: V-1");
    late.shows("value=\"V-2\"");
    late.shows("name=\"version\" value=\"2\"");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_product_is_ended_resumed_set_free_and_assigned_again(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let product = own(&server, id).await;
    let path = format!("/mkm/kunden/{id}/produkte/{}", product.id);
    for (version, is_end, said) in [
        ("1", "true", "wurde beendet."),
        ("2", "false", "ist wieder aktiv."),
    ] {
        let end = format!("{path}/beenden");
        client.get(&end).await.shows(&product.name);
        let fields = [("version", version), ("is_end", is_end)];
        let answer = client.post(&end, &fields).await;
        assert_eq!(answer.status, 303);
        client.get(answer.header("location")).await.shows(said);
    }
    let release = format!("{path}/loesen");
    client
        .get(&release)
        .await
        .shows("gehört dann nicht mehr 123456 Müller");
    assert_eq!(client.post(&release, &[]).await.status, 303);
    assert_eq!(
        client.post(&release, &[]).await.status,
        409,
        "another window"
    );

    let assign = format!("/mkm/kunden/{id}/produkte/zuordnen");
    client.get(&assign).await.shows(&product.name);
    let none = client.post(&assign, &[]).await;
    assert_eq!(none.status, 422);
    none.shows("Bitte wähle mindestens ein Produkt aus.");
    let picked = format!("{} -", product.id);
    let answer = client.post(&assign, &[("product", &picked)]).await;
    answer.leads_to(&format!("/mkm/kunden/{id}/produkte?produkte-zugeordnet=1"));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_bought_product_is_shown_and_not_edited(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let mut all = rows(&server, id).await;
    all.retain(|row| row.kind == ProductKind::Provider);
    let path = format!("/mkm/kunden/{id}/produkte/{}", all[0].id);
    let page = client.get(&path).await;
    page.shows("Hier lässt sich nur ändern, wem es zugeordnet ist.");
    let mut form = GOOD.to_vec();
    form.push(("version", "1"));
    assert_eq!(client.post(&path, &form).await.status, 403);
    let delete = format!("{path}/loeschen");
    assert_eq!(client.post(&delete, &[("version", "1")]).await.status, 403);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_deleted_product_is_gone_and_another_window_is_told(pool: PgPool) {
    let (server, client, id) = start(&pool).await;
    let product = own(&server, id).await;
    let path = format!("/mkm/kunden/{id}/produkte/{}/loeschen", product.id);
    client
        .get(&path)
        .await
        .shows("Das lässt sich nicht rückgängig machen.");
    let other = server.other_reseller().await;
    assert_eq!(other.post(&path, &[("version", "1")]).await.status, 404);
    let answer = client.post(&path, &[("version", "1")]).await;
    assert_eq!(answer.status, 303);
    client
        .get(answer.header("location"))
        .await
        .shows("wurde gelöscht.");
    assert_eq!(client.post(&path, &[("version", "1")]).await.status, 404);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_examples_of_the_documentation_are_stored(pool: PgPool) {
    let (server, _client, id) = start(&pool).await;
    let catalogue = articles::read(ARTICLES).unwrap();
    let catalogue = catalogue.into_iter().map(|row| row.value).collect();
    server.db.import_articles(catalogue).await.unwrap();
    let before = rows(&server, id).await.len();
    let read = products::read(PURCHASES).unwrap();
    let purchases: Vec<_> = read.iter().map(|row| row.value.clone()).collect();
    let done = server.db.import_purchases(purchases).await.unwrap();
    assert_eq!(done.unwrap().created, 3);
    assert_eq!(rows(&server, id).await.len(), before + 1);
}

#[test]
fn every_faulty_cell_is_named_by_line_and_column() {
    let file = "Reseller;Artikelnummer;Vertrag;seit;Status\n100001;10010;V-1;gestern;vielleicht\n;10010;;31.01.2024;\n";
    let sentences: Vec<_> = products::read(file.as_bytes())
        .unwrap_err()
        .iter()
        .map(|fault| fault.sentence(Language::German))
        .collect();
    assert_eq!(
        sentences,
        [
            "Zeile 2, Spalte seit: Das ist kein Datum, z. B. 31.12.2026.",
            "Zeile 2, Spalte Status: Der Status ist aktiv oder inaktiv.",
            "Zeile 3, Spalte Reseller: Bitte fülle dieses Feld aus.",
            "Zeile 3, Spalte Vertrag: Bitte fülle dieses Feld aus.",
        ]
    );
    let read = products::read(PURCHASES).unwrap();
    let faults = PurchaseFaults {
        no_such_reseller: vec![2],
        no_such_article: vec![0],
        no_such_customer: vec![0],
        repeated: vec![1],
    };
    let sentences: Vec<_> = products::not_stored(&read, &faults)
        .iter()
        .map(|fault| fault.sentence(Language::German))
        .collect();
    assert_eq!(
        sentences,
        [
            "Zeile 2, Spalte Artikelnummer: Einen Artikel mit dieser Nummer gibt es nicht.",
            "Zeile 2, Spalte Kundennummer: Einen Kunden mit dieser Kundennummer gibt es nicht.",
            "Zeile 3, Spalte Vertrag: Dasselbe Produkt steht schon weiter oben in der Datei.",
            "Zeile 4, Spalte Reseller: Einen Reseller mit dieser Nummer gibt es nicht.",
        ]
    );
}

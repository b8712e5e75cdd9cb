//! Domains from a file.

use domain::ports::{Customers, DomainImportRefusal, Domains};
use server::{domain_names::PublicSuffixes, import::domains};
use sqlx::PgPool;

use crate::support::people;

const EXAMPLE: &[u8] = include_bytes!("../../../docs/domains-import.csv");

#[test]
fn the_example_of_the_documentation_is_read() {
    let read = domains::read(EXAMPLE, &PublicSuffixes).unwrap();
    let names: Vec<_> = read
        .iter()
        .map(|row| row.value.domain.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "xn--bckerei-huber-bfb.de",
            "gruber-wien.at",
            "keller-soehne.ch"
        ]
    );
    let days: Vec<_> = read
        .iter()
        .map(|row| row.value.domain.as_of.map(|day| day.to_string()))
        .collect();
    let may = Some("2026-05-01".to_owned());
    assert_eq!(days, [may.clone(), None, may]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_was_read_is_assigned_and_a_second_time_refused(pool: PgPool) {
    let db = db::Db::connect_with((*pool.connect_options()).clone())
        .await
        .unwrap();
    people::load_demo(&db, 0).await;
    let desk = people::desk(&db, "100001").await;
    let file = "Domain;Vertrag;Registrar;Zone;Kundennummer\nbäcker.de;D-1;INWX;ok;1234578\n";
    let read = domains::read(file.as_bytes(), &PublicSuffixes).unwrap();
    let new: Vec<_> = read.iter().map(|row| row.value.clone()).collect();
    assert_eq!(db.import_domains(&desk.may().unwrap(), &new).await, Ok(()));
    let customer = db.find(&desk, "1234578").await.unwrap();
    let detail = db.detail(&desk, customer).await.unwrap();
    assert_eq!(detail.domains[0].shown_name, "bäcker.de");
    let again = db.import_domains(&desk.may().unwrap(), &new).await;
    assert!(matches!(again, Err(DomainImportRefusal::Faulty { .. })));
    let sentence = domains::taken(&read[0]).sentence(app::locale::Language::German);
    assert_eq!(
        sentence,
        "Zeile 2, Spalte Domain: Diese Domain gibt es in deinem Bestand schon."
    );
}

//! Ten thousand rows of which one is faulty change nothing, and the sentence names row and column.

use std::fmt::Write;

use app::locale::Language;
use db::Db;
use domain::{
    ports::{Customers, DomainImportRefusal, Domains, ImportRefusal},
    principal::Desk,
};
use server::{
    domain_names::PublicSuffixes,
    import::{Fault, Read, articles, customers, domains, products},
    phone::NumberingPlans,
};
use sqlx::{AssertSqlSafe, Executor, PgPool};

use crate::support::people;

const ROWS: usize = 10_000;

/// The place of the faulty row, and its line: below the titles.
const FAULTY: usize = 7_777;
const LINE: usize = FAULTY + 2;

/// A file with these titles, of rows that are made one by one.
fn file(titles: &str, row: impl Fn(usize) -> String) -> String {
    let mut file = format!("{titles}\n");
    for place in 0..ROWS {
        writeln!(file, "{}", row(place)).unwrap();
    }
    file
}

fn sentences(faults: &[Fault]) -> Vec<String> {
    faults
        .iter()
        .map(|fault| fault.sentence(Language::German))
        .collect()
}

fn values<T: Clone>(read: &[Read<T>]) -> Vec<T> {
    read.iter().map(|row| row.value.clone()).collect()
}

async fn connect(pool: &PgPool) -> (Db, Desk) {
    let db = Db::connect_with((*pool.connect_options()).clone())
        .await
        .unwrap();
    people::load_demo(&db, 0).await;
    let desk = people::desk(&db, "100001").await;
    (db, desk)
}

/// How many rows there are of everything that an import could change.
async fn counted(pool: &PgPool, desk: &Desk) -> [i64; 5] {
    let mut app = pool.acquire().await.unwrap();
    let reseller = desk.reseller();
    let role = format!("set role mkm_app; set app.reseller_id = '{reseller}'");
    app.execute(AssertSqlSafe(role)).await.unwrap();
    let mut counts = [0; 5];
    let statements = [
        "select count(*) from customer",
        "select count(*) from domain",
        "select count(*) from product",
        "select count(*) from shop_article",
        "select count(*) from audit_entry",
    ];
    for (count, statement) in counts.iter_mut().zip(statements) {
        *count = sqlx::query_scalar(statement)
            .fetch_one(&mut *app)
            .await
            .unwrap();
    }
    app.execute("reset role; reset app.reseller_id")
        .await
        .unwrap();
    counts
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_faulty_row_keeps_ten_thousand_customers_out(pool: PgPool) {
    let (db, desk) = connect(&pool).await;
    let before = counted(&pool, &desk).await;
    let rest = "Groß;Änne;Weg 1;10115;Berlin;030 901820;0171 3920001;a@example.de";
    let titles = "Kundennummer;Nachname;Vorname;Adresse;PLZ;Ort;Telefon;Mobil;E-Mail";
    let taken = file(titles, |place| match place {
        FAULTY => format!("123456;{rest}"),
        _ => format!("N-{place};{rest}"),
    });
    let read = customers::read(taken.as_bytes(), &NumberingPlans).unwrap();
    let refused = db
        .import(&desk.may().unwrap(), &values(&read))
        .await
        .unwrap_err();
    assert_eq!(refused, ImportRefusal::NumbersTaken(vec![FAULTY]));
    assert_eq!(
        sentences(&[customers::taken(&read[FAULTY])]),
        [format!(
            "Zeile {LINE}, Spalte Kundennummer: Diese Kundennummer ist schon vergeben."
        )]
    );
    assert_eq!(counted(&pool, &desk).await, before);
    db.close().await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_faulty_row_keeps_ten_thousand_domains_out(pool: PgPool) {
    let (db, desk) = connect(&pool).await;
    let before = counted(&pool, &desk).await;
    let titles = "Domain;Vertrag;Registrar;Stand;Kundennummer";
    let unreadable = file(titles, |place| match place {
        FAULTY => format!("viele-{place}.de;D-{place};INWX;gestern;1234578"),
        _ => format!("viele-{place}.de;D-{place};INWX;;1234578"),
    });
    let faults = domains::read(unreadable.as_bytes(), &PublicSuffixes).unwrap_err();
    assert_eq!(
        sentences(&faults),
        [format!(
            "Zeile {LINE}, Spalte Stand: Das ist kein Datum, z. B. 31.12.2026."
        )]
    );
    let nobodys = file(titles, |place| match place {
        FAULTY => format!("viele-{place}.de;D-{place};INWX;;gibt-es-nicht"),
        _ => format!("viele-{place}.de;D-{place};INWX;;1234578"),
    });
    let read = domains::read(nobodys.as_bytes(), &PublicSuffixes).unwrap();
    let refused = db
        .import_domains(&desk.may().unwrap(), &values(&read))
        .await
        .unwrap_err();
    let expected = DomainImportRefusal::Faulty {
        names_taken: vec![],
        no_such_customer: vec![FAULTY],
    };
    assert_eq!(refused, expected);
    assert_eq!(
        sentences(&[domains::without_customer(&read[FAULTY])]),
        [format!(
            "Zeile {LINE}, Spalte Kundennummer: Einen Kunden mit dieser Kundennummer gibt es nicht."
        )]
    );
    assert_eq!(counted(&pool, &desk).await, before);
    db.close().await;
}

/// What cannot be read never reaches the database: the command has nothing to store.
#[test]
fn one_faulty_row_keeps_ten_thousand_articles_out() {
    let nameless = file("Artikelnummer;Bezeichnung", |place| match place {
        FAULTY => format!("A-{place};"),
        _ => format!("A-{place};Webhosting {place}"),
    });
    let faults = articles::read(nameless.as_bytes()).unwrap_err();
    assert_eq!(
        sentences(&faults),
        [format!(
            "Zeile {LINE}, Spalte Bezeichnung: Bitte fülle dieses Feld aus."
        )]
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_faulty_row_keeps_ten_thousand_products_out(pool: PgPool) {
    let (db, desk) = connect(&pool).await;
    let catalogue = articles::read(b"Artikelnummer;Bezeichnung\nA-1;Webhosting\n").unwrap();
    db.import_articles(values(&catalogue)).await.unwrap();
    let before = counted(&pool, &desk).await;
    let unknown = file(
        "Reseller;Artikelnummer;Vertrag;seit;Kundennummer",
        |place| match place {
            FAULTY => format!("100001;A-2;V-{place};31.01.2024;1234578"),
            // Both resellers, one after the other.
            _ if place % 2 == 0 => format!("100002;A-1;V-{place};31.01.2024;"),
            _ => format!("100001;A-1;V-{place};31.01.2024;1234578"),
        },
    );
    let read = products::read(unknown.as_bytes()).unwrap();
    let faults = db
        .import_purchases(values(&read))
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(
        sentences(&products::not_stored(&read, &faults)),
        [format!(
            "Zeile {LINE}, Spalte Artikelnummer: Einen Artikel mit dieser Nummer gibt es nicht."
        )]
    );
    assert_eq!(counted(&pool, &desk).await, before);

    let good = unknown.replace(";A-2;", ";A-1;");
    let read = products::read(good.as_bytes()).unwrap();
    let done = db.import_purchases(values(&read)).await.unwrap().unwrap();
    assert_eq!(done.created, u32::try_from(ROWS).unwrap());
    db.close().await;
}

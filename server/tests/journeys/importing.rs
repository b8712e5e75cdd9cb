//! Customers from a file.

use app::locale::Language;
use domain::{
    country::Country,
    customer::NewCustomer,
    list::ListQuery,
    ports::{Customers, ImportRefusal, Lists},
    values::ValueError,
};
use server::{
    import::{self, Read, customers},
    phone::NumberingPlans,
};
use sqlx::PgPool;

use crate::support::people;

const EXAMPLE: &[u8] = include_bytes!("../../../docs/kunden-import.csv");
const TITLES: &str = "Kundennummer;Nachname;Vorname;Adresse;PLZ;Ort;Telefon;Mobil;E-Mail";

fn read(bytes: &[u8]) -> Result<Vec<Read<NewCustomer>>, Vec<String>> {
    let sentences = |faults: Vec<import::Fault>| {
        faults
            .iter()
            .map(|fault| fault.sentence(Language::German))
            .collect()
    };
    customers::read(bytes, &NumberingPlans).map_err(sentences)
}

fn row(number: &str) -> String {
    format!("{number};Groß;Änne;Weg 1;10115;Berlin;030 901820;0171 3920001;a@example.de")
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let customers = read(EXAMPLE).unwrap();
    let numbers: Vec<_> = customers
        .iter()
        .map(|imported| imported.value.number.as_str())
        .collect();
    assert_eq!(numbers, ["K-1001", "K-1002", "K-1003"]);
    let (vienna, zurich) = (&customers[1].value, &customers[2].value);
    assert_eq!(
        (vienna.country.code(), vienna.phone.as_str()),
        ("AT", "+4315224000")
    );
    assert_eq!(
        zurich.company.as_ref().unwrap().as_str(),
        "Keller & Söhne; Immobilien"
    );
}

#[test]
fn encodings_and_separators_of_spreadsheets_are_read_alike() {
    let plain = format!("{TITLES}\r\n{}\r\n;;;;;;;;\r\n", row("1"));
    let expected = read(plain.as_bytes()).unwrap();
    assert_eq!(expected[0].value.last_name.as_str(), "Groß");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&plain);
    assert_eq!(read(&windows).unwrap(), expected);
    assert_eq!(
        read(format!("\u{feff}{plain}").as_bytes()).unwrap(),
        expected
    );
    assert_eq!(read(plain.replace(';', ",").as_bytes()).unwrap(), expected);
    assert_eq!(read(plain.replace(';', "\t").as_bytes()).unwrap(), expected);
}

#[test]
fn every_faulty_cell_is_named_by_line_and_column() {
    let faulty = format!(
        "{TITLES}\n{}\n2;;Änne;Weg 1;1234;Berlin;030 901820;0171 3920001;a@example.de\n\n3;\"Groß\nzwei\";A;W;10115;B;0;0171 3920001;kein\n4;a;b;c;d;e;f;g;h;i;j\n",
        row("1")
    );
    let reason = |error| Language::German.texts().value_error(error);
    assert_eq!(
        read(faulty.as_bytes()).unwrap_err(),
        [
            format!("Zeile 3, Spalte Nachname: {}", reason(ValueError::Required)),
            format!(
                "Zeile 3, Spalte PLZ: {}",
                reason(ValueError::NotAPostalCode {
                    country: Country::GERMANY
                })
            ),
            format!(
                "Zeile 5, Spalte Nachname: {}",
                reason(ValueError::ForbiddenCharacter)
            ),
            format!(
                "Zeile 5, Spalte Telefon: {}",
                reason(ValueError::NotAPhoneNumber)
            ),
            format!("Zeile 5, Spalte E-Mail: {}", reason(ValueError::NotAnEmail)),
            "Zeile 7: Sie hat 11 Zellen, die Kopfzeile nur 9.".to_owned(),
        ]
    );
}

#[test]
fn a_wrong_head_is_said_before_any_row() {
    let wrong = "Kundennummer;Name;Vorname;Vorname;Adresse;PLZ;Ort;Telefon;Mobil\nx";
    assert_eq!(
        read(wrong.as_bytes()).unwrap_err(),
        [
            "Kopfzeile: Die Spalte „Name“ gibt es nicht.",
            "Kopfzeile: Die Spalte „Vorname“ steht zweimal da.",
            "Kopfzeile: Die Spalte „Nachname“ fehlt.",
            "Kopfzeile: Die Spalte „E-Mail“ fehlt.",
        ]
    );
    for empty in ["", "\n\n", TITLES] {
        assert_eq!(
            read(empty.as_bytes()).unwrap_err(),
            ["Die Datei enthält keine Kunden."],
            "{empty:?}"
        );
    }
}

#[test]
fn a_file_beyond_the_limits_is_not_read() {
    let read = |text: &str| {
        let read = import::articles::read(text.as_bytes());
        read.map(|rows| rows.len()).map_err(|faults| {
            let sentences = faults.iter().map(|fault| fault.sentence(Language::German));
            sentences.collect::<Vec<_>>().join("\n")
        })
    };
    let rows = |count| "Artikelnummer;Bezeichnung".to_owned() + &"\n10010;Paket".repeat(count);
    assert_eq!(read(&rows(20_000)), Ok(20_000));
    assert_eq!(
        read(&rows(20_001)).unwrap_err(),
        "Die Datei enthält mehr als 20000 Artikel: Bitte in mehreren Dateien einlesen."
    );
    assert_eq!(
        read(&"x".repeat(5 * 1024 * 1024 + 1)).unwrap_err(),
        "Die Datei ist größer als 5 MiB: Bitte in mehreren Dateien einlesen."
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_file_with_a_taken_number_stores_nothing(pool: PgPool) {
    let db = db::Db::connect_with((*pool.connect_options()).clone())
        .await
        .unwrap();
    people::load_demo(&db, 0).await;
    let desk = people::desk(&db, "100001").await;
    let before = db.page(&desk, &ListQuery::default()).await.unwrap().total;
    let file = format!(
        "{TITLES}\n{}\n{}\n{}\n{}\n",
        row("N-1"),
        row("123456"),
        row("n-1"),
        row("N-2")
    );
    let read = read(file.as_bytes()).unwrap();
    let new: Vec<_> = read.iter().map(|imported| imported.value.clone()).collect();
    let refused = db.import(&desk.may().unwrap(), &new).await.unwrap_err();
    assert_eq!(refused, ImportRefusal::NumbersTaken(vec![1, 2]));
    assert_eq!(
        customers::taken(&read[1]).sentence(Language::German),
        "Zeile 3, Spalte Kundennummer: Diese Kundennummer ist schon vergeben."
    );
    assert_eq!(
        db.page(&desk, &ListQuery::default()).await.unwrap().total,
        before
    );

    db.import(&desk.may().unwrap(), &[new[0].clone(), new[3].clone()])
        .await
        .unwrap();
    assert_eq!(
        db.page(&desk, &ListQuery::default()).await.unwrap().total,
        before + 2
    );
    db.close().await;
}

//! The lists of domains and products: what is theirs besides what all lists have.

use chrono::NaiveDate;
use domain::{
    domain_list::{self, advice},
    domain_state::Advice,
    keys::{domain_keys, product_keys},
    list::{Columns, ListKind, ListPage, ListQuery, Row},
    listed_customer::ListedCustomer,
    product_list,
};
use uuid::Uuid;

fn customer(number: &str, last_name: &str) -> String {
    ListedCustomer {
        number,
        last_name,
        first_name: "Max",
        company: "Testkunde 1",
    }
    .text()
}

fn domain(id: u128, name: &str, customer: &str, urgency: u32) -> Row {
    Row(vec![
        Uuid::from_u128(id).into(),
        format!("D-{id}").into(),
        name.into(),
        customer.into(),
        urgency.into(),
        false.into(),
        "INWX".into(),
        customer.is_empty().into(),
    ])
}

fn found(query: &str) -> Vec<String> {
    let mueller = customer("123456", "Müller");
    let list = Columns::from_rows(
        ListKind::Domains,
        [
            domain(1, "zebra.example", &customer("K-10", "Aal"), 70_000_000),
            domain(2, "müller.de", &mueller, 10_020_000),
            domain(3, "muller.de", "", 60_000_000),
            domain(4, "anton.de", &customer("K-9", "Aal"), 20_000_000),
        ],
    );
    let page = list.page(&ListQuery::from_query_string(ListKind::Domains, query));
    names(&page)
}

fn names(page: &ListPage) -> Vec<String> {
    let names = page.rows.iter().map(|row| row.text(domain_list::NAME));
    names.map(str::to_owned).collect()
}

#[test]
fn domains_are_ordered_by_name_and_then_by_id() {
    assert_eq!(
        found(""),
        ["anton.de", "müller.de", "muller.de", "zebra.example"]
    );
}

#[test]
fn customers_order_by_name_then_number_and_nobody_comes_last() {
    let up = ["anton.de", "zebra.example", "müller.de", "muller.de"];
    assert_eq!(found("sort=kunde"), up);
    let down = ["müller.de", "zebra.example", "anton.de", "muller.de"];
    assert_eq!(found("sort=kunde&richtung=ab"), down);
}

#[test]
fn the_most_urgent_domain_comes_first() {
    assert_eq!(
        found("sort=zustand"),
        ["müller.de", "anton.de", "muller.de", "zebra.example"]
    );
}

#[test]
fn domains_are_filtered_by_what_must_be_done_and_by_whom_they_belong_to() {
    assert_eq!(found("f_zustand=handeln"), ["anton.de", "müller.de"]);
    assert_eq!(found("f_zustand=ok"), ["zebra.example"]);
    assert_eq!(found("f_zustand=unbekannt"), ["muller.de"]);
    assert_eq!(found("f_zuordnung=ohne"), ["muller.de"]);
    assert_eq!(found("f_zuordnung=mit").len(), 3);
}

#[test]
fn a_customer_is_found_by_words_of_number_name_and_company() {
    assert_eq!(found("f_kunde=mueller+1234"), ["müller.de"]);
    assert_eq!(found("f_kunde=testkunde").len(), 3);
    assert_eq!(found("f_kunde=mueller+k-9"), [""; 0]);
    assert_eq!(found("q=aal+zebra"), ["zebra.example"]);
}

#[test]
fn a_list_of_ids_arrives_as_it_was_sent_and_only_whole() {
    let rows = (1..40).map(|id| domain(id, &format!("d{id}.de"), "", 0));
    let sent = Columns::from_rows(ListKind::Domains, rows);
    let bytes = sent.encode();
    assert_eq!(Columns::decode(ListKind::Domains, &bytes), Ok(sent));
    let cut = &bytes[..bytes.len() - 1];
    assert!(Columns::decode(ListKind::Domains, cut).is_err());
    assert!(Columns::decode(ListKind::Customers, &bytes).is_err());
}

#[test]
fn the_number_of_urgency_says_the_advice() {
    let today = NaiveDate::from_ymd_opt(2026, 1, 2).unwrap();
    let day = |since_1970: u64| NaiveDate::default() + chrono::Days::new(since_1970);
    for (urgency, expected) in [
        (0, Advice::VerificationFailed),
        (
            10_020_454,
            Advice::VerificationOverdue { since: day(20_454) },
        ),
        (10_020_455, Advice::Verify { until: Some(today) }),
        (19_999_999, Advice::Verify { until: None }),
        (20_000_000, Advice::ZoneMissing),
        (30_000_000, Advice::WillEnd),
        (40_000_000, Advice::Unlocked),
        (50_000_000, Advice::PartlyUnknown),
        (60_000_000, Advice::Unknown),
        (70_000_000, Advice::Well),
    ] {
        assert_eq!(advice(urgency, today), expected, "{urgency}");
        assert_eq!(expected.needs_action(), urgency < 40_000_000, "{urgency}");
    }
}

fn products(query: &str) -> Vec<String> {
    let row = |id: u128, kind: u32, name: &str, reference: &str, since: &str| {
        Row(vec![
            Uuid::from_u128(id).into(),
            kind.into(),
            name.into(),
            reference.into(),
            "".into(),
            false.into(),
            since.into(),
            true.into(),
        ])
    };
    let list = Columns::from_rows(
        ListKind::Products,
        [
            row(1, 1, "Wartung", "", "2024-02-29"),
            row(2, 0, "Webhosting", "10010", "2023-12-31"),
            row(3, 1, "Webhosting", "RV-1", "2024-01-31"),
        ],
    );
    let page = list.page(&ListQuery::from_query_string(ListKind::Products, query));
    let days = page.rows.iter().map(|row| row.text(product_list::SINCE));
    days.map(str::to_owned).collect()
}

#[test]
fn a_day_is_found_as_it_is_written_here_and_there() {
    assert_eq!(products("f_seit=31.01.2024"), ["2024-01-31"]);
    assert_eq!(products("f_seit=2024-02"), ["2024-02-29"]);
    assert_eq!(products("f_seit=31").len(), 2);
    assert_eq!(products("q=31.01.2024"), [""; 0]);
}

#[test]
fn products_are_ordered_by_day_and_by_reference_with_the_empty_ones_last() {
    let by_day = ["2023-12-31", "2024-01-31", "2024-02-29"];
    assert_eq!(products("sort=seit"), by_day);
    assert_eq!(products("sort=artikel"), by_day);
    assert_eq!(
        products("sort=artikel&richtung=ab"),
        ["2024-01-31", "2023-12-31", "2024-02-29"]
    );
    assert_eq!(products("f_typ=anbieter"), ["2023-12-31"]);
}

#[test]
fn the_keys_fold_each_column_for_itself() {
    let keys = domain_keys("Müller.de", "D-1", "INWX");
    assert_eq!(
        (keys.name.as_str(), keys.search.as_str()),
        ("muller.de", "muller.de\nd-1\ninwx")
    );
    let keys = product_keys("Webhosting", None, Some("RV-1"));
    assert_eq!(keys.search, "webhosting\nrv-1");
    assert_eq!(
        product_keys("W", Some("10010"), Some("RV-1")).search,
        "w\n10010 · rv-1"
    );
}

use domain::{
    customer::CustomerRow,
    list::{ListKind, ListQuery},
};

use crate::list_model::{columns, customers};

fn row(number: &str, last_name: &str, first_name: &str, company: &str) -> CustomerRow {
    CustomerRow {
        number: number.into(),
        last_name: last_name.into(),
        first_name: first_name.into(),
        company: company.into(),
        products: 0,
        users: 0,
    }
}

fn found(query: &str) -> Vec<String> {
    let list = columns([
        row("1234578", "Huber", "Anton", "Test"),
        row("123456", "Müller", "Max", "Testkunde 1"),
        row("K-007", "Mueller", "Änne", ""),
        CustomerRow {
            products: 2,
            ..row("K-10", "Straßer", "Max", "Ärzte GmbH")
        },
    ]);
    let page = list.page(&ListQuery::from_query_string(ListKind::Customers, query));
    customers(&page).into_iter().map(|row| row.number).collect()
}

#[test]
fn all_spellings_find_the_same_rows() {
    for word in ["Müller", "mueller", "MULLER", "müll"] {
        assert_eq!(found(&format!("q={word}")), ["K-007", "123456"]);
    }
    assert_eq!(found("q=strasser"), ["K-10"]);
}

#[test]
fn all_words_must_match_wherever_they_stand() {
    assert_eq!(found("q=max+müller"), ["123456"]);
    assert_eq!(found("q=test+1234"), ["1234578", "123456"]);
    assert_eq!(found("q=max+huber"), [""; 0]);
}

#[test]
fn a_word_does_not_reach_over_into_the_next_column() {
    assert_eq!(found("q=maxtest"), [""; 0]);
}

#[test]
fn a_number_is_found_as_it_is_typed() {
    assert_eq!(found("q=k-007"), ["K-007"]);
    assert_eq!(found("f_nummer=007"), ["K-007"]);
    assert_eq!(found("f_nummer=K-"), ["K-007", "K-10"]);
}

#[test]
fn a_column_filter_looks_into_its_column_only() {
    assert_eq!(found("f_name=test"), [""; 0]);
    assert_eq!(found("f_firma=test"), ["1234578", "123456"]);
    assert_eq!(found("f_firma=kunde+1"), ["123456"]);
    assert_eq!(found("f_vorname=aenne"), ["K-007"]);
}

#[test]
fn rows_are_filtered_by_having_products() {
    assert_eq!(found("f_produkte=mit"), ["K-10"]);
    assert_eq!(found("f_produkte=ohne&f_vorname=max"), ["123456"]);
}

#[test]
fn signs_of_patterns_are_plain_characters() {
    assert_eq!(found("q=%25"), [""; 0]);
    assert_eq!(found("q=_"), [""; 0]);
    assert_eq!(found("f_name=."), [""; 0]);
}

#[test]
fn empty_companies_come_last_in_either_direction() {
    assert_eq!(found("sort=firma"), ["K-10", "1234578", "123456", "K-007"]);
    assert_eq!(
        found("sort=firma&richtung=ab"),
        ["123456", "1234578", "K-10", "K-007"]
    );
}

#[test]
fn equal_names_are_ordered_by_number() {
    assert_eq!(
        found("sort=vorname"),
        ["K-007", "1234578", "123456", "K-10"]
    );
    assert_eq!(
        found("sort=vorname&richtung=ab"),
        ["K-10", "123456", "1234578", "K-007"]
    );
}

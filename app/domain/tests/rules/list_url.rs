use domain::{
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCTS},
    list::{Direction, ListKind, ListQuery, PageNumber, PageSize},
};
use proptest::{prelude::*, sample::select};

use crate::{arbitrary, list_model::queries};

fn read(text: &str) -> ListQuery {
    ListQuery::from_query_string(ListKind::Customers, text)
}

#[test]
fn the_default_list_needs_no_query() {
    assert_eq!(ListQuery::default().to_query_string(), "");
    assert_eq!(read(""), ListQuery::default());
    let query = ListQuery::default();
    assert_eq!(query.sort_column(), LAST_NAME);
    assert_eq!(query.direction, Direction::Ascending);
    assert_eq!(query.rows.rows(), 50);
    assert_eq!(query.page, PageNumber(1));
}

#[test]
fn every_part_stands_under_its_german_name() {
    let query = ListQuery {
        search: "Müller & Söhne 100%".into(),
        direction: Direction::Descending,
        page: PageNumber(3),
        rows: PageSize::Rows100,
        filters: ["K-1", "a b", "c=d", "+", "ohne"]
            .map(str::to_owned)
            .to_vec(),
        ..ListQuery::default()
    };
    let query = query.ordered_by(COMPANY);
    let text = "q=M%C3%BCller%20%26%20S%C3%B6hne%20100%25&sort=firma&richtung=ab&seite=3&zeilen=100\
                &f_nummer=K-1&f_name=a%20b&f_vorname=c%3Dd&f_firma=%2B&f_produkte=ohne";
    assert_eq!(query.to_query_string(), text);
    assert_eq!(read(text), query);
}

#[test]
fn a_form_may_write_spaces_as_plus() {
    assert_eq!(read("q=von+der+Heide").search, "von der Heide");
}

#[test]
fn the_last_of_a_repeated_name_counts() {
    assert_eq!(read("q=a&q=b&seite=2&seite=x").search, "b");
    assert_eq!(read("seite=2&seite=x").page, PageNumber(1));
}

#[test]
fn every_word_of_the_url_is_understood() {
    for (word, column) in [
        ("nummer", NUMBER),
        ("name", LAST_NAME),
        ("vorname", FIRST_NAME),
        ("firma", COMPANY),
        ("produkte", PRODUCTS),
    ] {
        assert_eq!(read(&format!("sort={word}")).sort_column(), column);
    }
    assert_eq!(read("richtung=auf").direction, Direction::Ascending);
    assert_eq!(read("f_produkte=mit").filter(PRODUCTS), "mit");
    assert_eq!(read("zeilen=25").rows, PageSize::Rows25);
}

#[test]
fn what_is_not_understood_falls_back_to_the_default() {
    for text in [
        "sort=Name",
        "sort=",
        "sort=id;drop",
        "richtung=up",
        "seite=0",
        "seite=-1",
        "seite=99999999999",
        "seite=1.5",
        "seite=",
        "zeilen=1000",
        "zeilen=0",
        "zeilen=abc",
        "f_produkte=vielleicht",
        "unbekannt=1",
        "&&&",
        "=",
        "?",
        "%",
        "%zz=%zz",
        "q",
        "q=",
    ] {
        assert_eq!(read(text), ListQuery::default(), "{text}");
    }
}

#[test]
fn a_filter_is_cut_after_200_characters() {
    let query = read(&format!(
        "q={}&f_name={}",
        "ü".repeat(10_000),
        "x".repeat(201)
    ));
    assert_eq!(query.search, "ü".repeat(200));
    assert_eq!(query.filter(LAST_NAME), "x".repeat(200));
}

#[test]
fn nul_and_broken_bytes_do_no_harm() {
    let query = read("q=a%00b&f_firma=%00&f_name=%ff%fe");
    assert_eq!(query.search, "ab");
    assert_eq!(query.filter(COMPANY), "");
    assert_eq!(query.filter(LAST_NAME), "\u{fffd}\u{fffd}");
}

#[test]
fn a_click_on_a_header_sorts_up_and_then_down() {
    let query = read("seite=4&q=x");
    let up = query.sorted_by(NUMBER);
    assert_eq!(up.to_query_string(), "q=x&sort=nummer");
    let down = up.at_page(2).sorted_by(NUMBER);
    assert_eq!(down.to_query_string(), "q=x&sort=nummer&richtung=ab");
    assert_eq!(down.sorted_by(NUMBER), up);
    assert_eq!(down.sorted_by(COMPANY).direction, Direction::Ascending);
    assert_eq!(query.sorted_by(LAST_NAME).direction, Direction::Descending);
}

#[test]
fn clearing_the_filters_keeps_order_and_page_size() {
    let query = read("q=x&sort=firma&richtung=ab&seite=3&zeilen=25&f_name=y&f_produkte=mit");
    let cleared = query.without_filters();
    assert_eq!(
        cleared.to_query_string(),
        "sort=firma&richtung=ab&zeilen=25"
    );
    assert!(cleared.is_unfiltered() && !query.is_unfiltered());
}

#[test]
fn a_page_beyond_the_end_is_the_last_one() {
    for (page, matched, shown, before) in [
        (1, 0, 1, 0),
        (0, 0, 1, 0),
        (7, 0, 1, 0),
        (1, 50, 1, 0),
        (2, 50, 1, 0),
        (2, 51, 2, 50),
        (u32::MAX, 101, 3, 100),
        (u32::MAX, u32::MAX, 85_899_346, 4_294_967_250),
    ] {
        let query = ListQuery::default().at_page(page);
        assert_eq!(query.shown_page(matched), shown);
        assert_eq!(query.rows_before(matched), before);
    }
}

proptest! {
    #[test]
    fn a_query_comes_back_from_the_url_as_it_was(query in queries()) {
        let text = query.to_query_string();
        prop_assert!(text.is_ascii() && !text.contains(' '));
        prop_assert_eq!(read(&text), query.clone());
        prop_assert_eq!(ListQuery::from_pairs(ListKind::Customers, query.to_pairs()), query);
    }

    #[test]
    fn any_url_is_read_and_then_stays_as_it_is(
        name in select(&["q", "sort", "seite", "zeilen", "f_nummer", "f_firma", "x"][..]),
        value in arbitrary::text(250),
    ) {
        let query = ListQuery::from_pairs(ListKind::Customers, [(name, &value)]);
        prop_assert!(query.search.chars().count() <= 200 && !query.search.contains('\0'));
        prop_assert_eq!(read(&query.to_query_string()), query);
        read(&value);
    }
}

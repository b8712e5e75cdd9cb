use domain::{
    customer::CustomerRow,
    list::{Ahead, ListKind, ListQuery, Value},
};
use proptest::prelude::*;

use crate::{
    arbitrary,
    list_model::{self, columns, customers, queries},
};

#[test]
fn an_empty_list_has_one_empty_page() {
    let list = columns([]);
    assert!(list.is_empty());
    let page = list.page(&ListQuery::from_query_string(
        ListKind::Customers,
        "seite=3&q=x",
    ));
    assert_eq!((page.matched, page.total, page.page), (0, 0, 1));
    assert!(page.rows.is_empty());
    assert_eq!(
        list.page_showing(&ListQuery::default(), &Value::from("1")),
        None
    );
}

#[test]
fn a_line_break_in_a_text_does_not_tear_the_columns() {
    let row = CustomerRow {
        number: "1\n2".into(),
        last_name: "\n".into(),
        first_name: String::new(),
        company: "a\nb\n".into(),
        products: 1,
        users: 2,
    };
    let list = columns([row]);
    let row = customers(&list.page(&ListQuery::default())).remove(0);
    assert_eq!((row.number.as_str(), row.company.as_str()), ("1 2", "a b "));
    assert_eq!((row.products, row.users), (1, 2));
}

#[test]
fn a_row_written_anew_in_other_case_replaces_the_old_one() {
    let row = |number: &str, last_name: &str| CustomerRow {
        number: number.into(),
        last_name: last_name.into(),
        first_name: String::new(),
        company: String::new(),
        products: 0,
        users: 0,
    };
    let list = columns([row("k-1", "Huber"), row("K-2", "Müller")]);
    let list = list.with(row("K-1", "Maier").into());
    let expected = columns([row("K-1", "Maier"), row("K-2", "Müller")]);
    assert_eq!(list, expected);
    assert_eq!(list.without(&Value::from("k-2")).len(), 1);
}

#[test]
fn a_long_list_is_prepared_in_pieces() {
    let rows = || {
        (0..12_000_u32).map(|at| CustomerRow {
            number: at.to_string(),
            last_name: format!("Huber{}", 12_000 - at),
            first_name: format!("Änne{}", at % 70),
            company: ["", "Bäckerei"][at as usize % 2].to_owned(),
            products: at % 5,
            users: 0,
        })
    };
    let (list, plain) = (columns(rows()), columns(rows()));
    let mut ahead = Ahead::default();
    let pieces = (0..100).take_while(|_| ahead.go_on(&list)).count();
    assert!((12..100).contains(&pieces), "{pieces} pieces");
    for asked in [
        "sort=nummer",
        "sort=name",
        "sort=vorname",
        "sort=firma",
        "sort=produkte",
    ] {
        let query = ListQuery::from_query_string(ListKind::Customers, asked);
        assert!(list.is_at_hand(&query), "{asked}");
        assert_eq!(list.page(&query), plain.page(&query), "{asked}");
    }
    let searched = ListQuery::from_query_string(ListKind::Customers, "q=huber11 änne3");
    assert_eq!(list.page(&searched), plain.page(&searched));
}

/// The row's number in the other case.
fn other_case(row: &CustomerRow) -> Value {
    row.number.to_ascii_uppercase().into()
}

proptest! {
    #[test]
    fn what_is_prepared_ahead_changes_no_page(
        rows in arbitrary::rows(),
        first in queries(),
        query in queries(),
        pieces in 0..40_usize,
        asked_after in 0..40_usize,
    ) {
        let list = columns(rows.clone());
        let mut ahead = Ahead::default();
        for piece in 0..pieces {
            if piece == asked_after {
                prop_assert_eq!(list.page(&first), list_model::page(&rows, &first));
            }
            ahead.go_on(&list);
        }
        prop_assert_eq!(list.page(&query), list_model::page(&rows, &query));
    }

    #[test]
    fn a_page_is_what_the_stored_keys_say(rows in arbitrary::rows(), query in queries()) {
        let list = columns(rows.clone());
        prop_assert_eq!(list.page(&query), list_model::page(&rows, &query));
    }

    #[test]
    fn a_second_query_is_answered_as_well_as_the_first(
        rows in arbitrary::rows(),
        first in queries(),
        second in queries(),
    ) {
        let list = columns(rows.clone());
        list.page(&first);
        prop_assert_eq!(list.page(&second), list_model::page(&rows, &second));
    }

    #[test]
    fn the_page_showing_a_customer_shows_it(rows in arbitrary::rows(), query in queries()) {
        let list = columns(rows.clone());
        let found = list_model::found(&rows, &query);
        for row in &rows {
            let page = list.page_showing(&query, &other_case(row));
            prop_assert_eq!(page.is_some(), found.contains(row));
            if let Some(page) = page {
                prop_assert!(customers(&list.page(&query.at_page(page))).contains(row));
            }
        }
    }

    #[test]
    fn a_list_with_a_row_is_the_list_of_all_rows(
        rows in arbitrary::rows(),
        row in arbitrary::row(),
        query in queries(),
    ) {
        let list = columns(rows.clone());
        list.page(&query);
        let list = list.with(row.clone().into());
        let mut all = rows;
        all.retain(|other| other.number.to_lowercase() != row.number.to_lowercase());
        all.push(row);
        prop_assert_eq!(&list, &columns(all.clone()));
        prop_assert_eq!(list.page(&query), list_model::page(&all, &query));
    }

    #[test]
    fn a_list_without_a_row_is_the_list_of_the_others(
        rows in arbitrary::rows(),
        at in any::<prop::sample::Index>(),
        query in queries(),
    ) {
        prop_assume!(!rows.is_empty());
        let gone = &rows[at.index(rows.len())];
        let list = columns(rows.clone());
        list.page(&query);
        let list = list.without(&other_case(gone));
        let others: Vec<CustomerRow> = rows.iter().filter(|row| *row != gone).cloned().collect();
        prop_assert_eq!(&list, &columns(others.clone()));
        prop_assert_eq!(list.page(&query), list_model::page(&others, &query));
    }

    #[test]
    fn the_order_in_which_rows_come_does_not_matter(rows in arbitrary::rows()) {
        let mut reversed = rows.clone();
        reversed.reverse();
        let list = columns(rows.clone());
        prop_assert_eq!(list.len(), rows.len());
        prop_assert_eq!(list, columns(reversed));
    }
}

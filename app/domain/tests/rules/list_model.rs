//! The list as SQL answers it: by the stored keys of each row, one row at a time.

use std::cmp::Ordering;

use domain::{
    customer::CustomerRow,
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCTS},
    keys::SortKeys,
    list::{Columns, Direction, ListKind, ListPage, ListQuery, PageNumber, PageSize},
};
use proptest::{prelude::*, sample::select};

use crate::arbitrary;

/// A row with the keys that are stored beside it.
struct Stored {
    keys: SortKeys,
    row: CustomerRow,
}

impl Stored {
    fn of(row: &CustomerRow) -> Self {
        Self {
            keys: SortKeys::of(&row.number, &row.last_name, &row.first_name, &row.company),
            row: row.clone(),
        }
    }

    fn matches(&self, query: &ListQuery) -> bool {
        let search = &self.keys.search;
        let mut columns = search.split('\n').enumerate();
        let words = query.search_words();
        words.iter().all(|word| search.contains(word.as_str()))
            && columns.all(|(place, column)| column.contains(&query.folded(place)))
            && match query.filter(PRODUCTS) {
                "ohne" => self.row.products == 0,
                "mit" => self.row.products > 0,
                _ => true,
            }
    }

    fn order(&self, other: &Self, query: &ListQuery) -> Ordering {
        let (a, b) = (&self.keys, &other.keys);
        let by_column = match query.sort_column() {
            NUMBER => Ordering::Equal,
            LAST_NAME => a.last_name.cmp(&b.last_name),
            FIRST_NAME => a.first_name.cmp(&b.first_name),
            COMPANY => a.company.cmp(&b.company),
            _ => self.row.products.cmp(&other.row.products),
        };
        let ascending = by_column
            .then(a.number.cmp(&b.number))
            .then(self.row.number.cmp(&other.row.number));
        let empty_last = match query.sort_column() {
            COMPANY => a.company.is_empty().cmp(&b.company.is_empty()),
            _ => Ordering::Equal,
        };
        empty_last.then(match query.direction {
            Direction::Ascending => ascending,
            Direction::Descending => ascending.reverse(),
        })
    }
}

/// The list of these customers.
pub fn columns(rows: impl IntoIterator<Item = CustomerRow>) -> Columns {
    Columns::from_rows(ListKind::Customers, rows.into_iter().map(Into::into))
}

/// The customers of a page.
pub fn customers(page: &ListPage) -> Vec<CustomerRow> {
    page.rows.iter().map(CustomerRow::from).collect()
}

/// All rows that match, in order.
pub fn found(rows: &[CustomerRow], query: &ListQuery) -> Vec<CustomerRow> {
    let mut found: Vec<Stored> = rows
        .iter()
        .map(Stored::of)
        .filter(|stored| stored.matches(query))
        .collect();
    found.sort_by(|one, other| one.order(other, query));
    found.into_iter().map(|stored| stored.row).collect()
}

/// The page asked for, or the last one.
pub fn page(rows: &[CustomerRow], query: &ListQuery) -> ListPage {
    let found = found(rows, query);
    let pages: Vec<&[CustomerRow]> = found.chunks(query.rows.rows() as usize).collect();
    let shown = (query.page.0.max(1) as usize).min(pages.len().max(1));
    ListPage {
        rows: pages
            .get(shown - 1)
            .map(|rows| rows.iter().cloned().map(Into::into).collect())
            .unwrap_or_default(),
        matched: found.len() as u32,
        total: rows.len() as u32,
        page: shown as u32,
    }
}

/// Queries of every kind, most of them with filters that some rows match.
pub fn queries() -> impl Strategy<Value = ListQuery> {
    let typed = || {
        prop_oneof![
            4 => Just(String::new()),
            3 => "[aeuükKms0-9-]{1,2}",
            1 => "[aemuß]{1,2} [aemu]",
            1 => arbitrary::text(5).prop_map(|text| text.replace('\0', "")),
        ]
    };
    let filters = (
        [typed(), typed(), typed(), typed()],
        select(&["", "mit", "ohne"][..]),
    )
        .prop_map(|(texts, products)| {
            let mut filters = texts.to_vec();
            filters.push(products.to_owned());
            filters
        });
    let page = prop_oneof![8 => 1..5_u32, 1 => Just(u32::MAX)].prop_map(PageNumber);
    (
        typed(),
        select(&[NUMBER, LAST_NAME, FIRST_NAME, COMPANY, PRODUCTS][..]),
        any::<bool>(),
        page,
        select(&PageSize::ALL[..]),
        prop_oneof![Just(vec![String::new(); 5]), filters],
    )
        .prop_map(|(search, sort, down, page, rows, filters)| {
            let query = ListQuery {
                search,
                direction: if down {
                    Direction::Descending
                } else {
                    Direction::Ascending
                },
                page,
                rows,
                filters,
                ..ListQuery::default()
            };
            query.ordered_by(sort)
        })
}

//! The list of customers.

use crate::{
    customer::CustomerRow,
    keys::number_key,
    list::{By, Choice, Column, Description, Filter, Row},
};

/// Columns, by their place.
pub const NUMBER: usize = 0;
/// See [`NUMBER`].
pub const LAST_NAME: usize = 1;
/// See [`NUMBER`].
pub const FIRST_NAME: usize = 2;
/// See [`NUMBER`].
pub const COMPANY: usize = 3;
/// See [`NUMBER`].
pub const PRODUCTS: usize = 4;
const USERS: usize = 5;

/// Filters, by their place: as the columns up to [`PRODUCTS`].
pub const PRODUCT_CHOICES: &[Choice] = &[
    Choice {
        word: "mit",
        matches: |products| products > 0,
    },
    Choice {
        word: "ohne",
        matches: |products| products == 0,
    },
];

/// What the list consists of. Rows whose company is empty come last in either direction when the
/// company orders the list; ties are broken by the number.
pub static DESCRIPTION: Description = Description {
    // The first four in the order of `SortKeys::search`.
    columns: &[
        Column::lines("nummer").by(|number, out| out.push_str(&number_key(number))),
        Column::names("name"),
        Column::names("vorname"),
        Column::names("firma").empty_last(),
        Column::counts(Some("produkte")),
        Column::counts(None),
    ],
    filters: &[
        Filter::new("f_nummer", NUMBER, By::Text),
        Filter::new("f_name", LAST_NAME, By::Text),
        Filter::new("f_vorname", FIRST_NAME, By::Text),
        Filter::new("f_firma", COMPANY, By::Text),
        Filter::new("f_produkte", PRODUCTS, By::Choice(PRODUCT_CHOICES)),
    ],
    default_sort: LAST_NAME,
    order: NUMBER,
    name: NUMBER,
    form: 1,
};

impl From<CustomerRow> for Row {
    fn from(row: CustomerRow) -> Self {
        Self(vec![
            row.number.into(),
            row.last_name.into(),
            row.first_name.into(),
            row.company.into(),
            row.products.into(),
            row.users.into(),
        ])
    }
}

impl From<&Row> for CustomerRow {
    fn from(row: &Row) -> Self {
        Self {
            number: row.text(NUMBER).to_owned(),
            last_name: row.text(LAST_NAME).to_owned(),
            first_name: row.text(FIRST_NAME).to_owned(),
            company: row.text(COMPANY).to_owned(),
            products: row.count(PRODUCTS),
            users: row.count(USERS),
        }
    }
}

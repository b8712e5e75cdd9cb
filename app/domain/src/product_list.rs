//! The list of products.

use chrono::NaiveDate;

use crate::{
    keys::fold_for_search_into,
    list::{By, Choice, Column, Description, Filter},
    listed_customer,
};

/// Columns, by their place.
pub const ID: usize = 0;
/// 0: bought from the provider; 1: the reseller's own. See [`ID`].
pub const KIND: usize = 1;
/// See [`ID`].
pub const NAME: usize = 2;
/// As [`crate::keys::product_reference`] writes it. See [`ID`].
pub const REFERENCE: usize = 3;
/// As [`listed_customer`] writes it. See [`ID`].
pub const CUSTOMER: usize = 4;
/// 1: not active. See [`ID`].
pub const STATUS: usize = 5;
/// The day, as [`written_day`] writes it. See [`ID`].
pub const SINCE: usize = 6;
/// 1: belongs to nobody. Not shown. See [`ID`].
pub const UNASSIGNED: usize = 7;

/// Filters, by their place.
pub const BY_KIND: usize = 0;
/// See [`BY_KIND`].
pub const BY_NAME: usize = 1;
/// See [`BY_KIND`].
pub const BY_REFERENCE: usize = 2;
/// See [`BY_KIND`].
pub const BY_CUSTOMER: usize = 3;
/// See [`BY_KIND`].
pub const BY_STATUS: usize = 4;
/// See [`BY_KIND`].
pub const BY_SINCE: usize = 5;
/// See [`BY_KIND`].
pub const BY_ASSIGNMENT: usize = 6;

/// The provider's and the reseller's own.
pub const KIND_CHOICES: &[Choice] = &[
    Choice {
        word: "anbieter",
        matches: |kind| kind == 0,
    },
    Choice {
        word: "reseller",
        matches: |kind| kind == 1,
    },
];

/// What the list consists of.
pub static DESCRIPTION: Description = Description {
    columns: &[
        Column::ids(),
        Column::counts(Some("typ")),
        Column::names("bezeichnung"),
        Column::names("artikel")
            .by(fold_for_search_into)
            .empty_last(),
        listed_customer::COLUMN,
        Column::counts(Some("status")),
        Column::names("seit")
            .by(|day, out| out.push_str(day))
            .found_by(both_written_days)
            .unsearched(),
        Column::counts(None),
    ],
    filters: &[
        Filter::new("f_typ", KIND, By::Choice(KIND_CHOICES)),
        Filter::new("f_bezeichnung", NAME, By::Text),
        Filter::new("f_artikel", REFERENCE, By::Text),
        listed_customer::filter(CUSTOMER),
        listed_customer::status_filter(STATUS),
        Filter::new("f_seit", SINCE, By::Text),
        listed_customer::assignment_filter(UNASSIGNED),
    ],
    default_sort: NAME,
    order: NAME,
    name: ID,
    form: 1,
};

/// A day as the list holds it: `2024-01-31`.
pub fn written_day(day: NaiveDate) -> String {
    day.to_string()
}

/// The day that [`written_day`] wrote.
pub fn read_day(written: &str) -> Option<NaiveDate> {
    written.parse().ok()
}

/// The day is found as it is held and as Germans write it, `31.01.2024`.
fn both_written_days(written: &str, out: &mut String) {
    out.push_str(written);
    let mut parts = written.splitn(3, '-');
    if let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) {
        for part in ["\t", day, ".", month, ".", year] {
            out.push_str(part);
        }
    }
}

//! The list of domains.

use chrono::{Days, NaiveDate};

use crate::{
    domain_state::Advice,
    keys::fold_for_search_into,
    list::{By, Choice, Column, Description, Filter},
    listed_customer,
};

/// Columns, by their place.
pub const ID: usize = 0;
/// See [`ID`].
pub const CONTRACT: usize = 1;
/// In Unicode form. See [`ID`].
pub const NAME: usize = 2;
/// As [`listed_customer`] writes it. See [`ID`].
pub const CUSTOMER: usize = 3;
/// As [`advice`] reads it; stored as `domain.urgency`. See [`ID`].
pub const STATE: usize = 4;
/// 1: not active. See [`ID`].
pub const STATUS: usize = 5;
/// See [`ID`].
pub const REGISTRAR: usize = 6;
/// 1: belongs to nobody. Not shown. See [`ID`].
pub const UNASSIGNED: usize = 7;

/// From one kind of advice to the next.
const KIND: u32 = 10_000_000;

/// What somebody has to do is less.
const NOTHING_TO_DO: u32 = 4 * KIND;

/// Filters, by their place.
pub const BY_CONTRACT: usize = 0;
/// See [`BY_CONTRACT`].
pub const BY_NAME: usize = 1;
/// See [`BY_CONTRACT`].
pub const BY_CUSTOMER: usize = 2;
/// See [`BY_CONTRACT`].
pub const BY_STATE: usize = 3;
/// See [`BY_CONTRACT`].
pub const BY_STATUS: usize = 4;
/// See [`BY_CONTRACT`].
pub const BY_REGISTRAR: usize = 5;
/// See [`BY_CONTRACT`].
pub const BY_ASSIGNMENT: usize = 6;

/// "braucht Handeln", nothing to do, not known.
pub const STATE_CHOICES: &[Choice] = &[
    Choice {
        word: "handeln",
        matches: |urgency| urgency < NOTHING_TO_DO,
    },
    Choice {
        word: "ok",
        matches: |urgency| matches!(urgency / KIND, 4 | 7),
    },
    Choice {
        word: "unbekannt",
        matches: |urgency| matches!(urgency / KIND, 5 | 6),
    },
];

/// What the list consists of.
pub static DESCRIPTION: Description = Description {
    columns: &[
        Column::ids(),
        Column::names("vertrag").by(fold_for_search_into),
        Column::lines("domain"),
        listed_customer::COLUMN,
        Column::counts(Some("zustand")),
        Column::counts(Some("status")),
        Column::names("registrar").by(fold_for_search_into),
        Column::counts(None),
    ],
    filters: &[
        Filter::new("f_vertrag", CONTRACT, By::Text),
        Filter::new("f_domain", NAME, By::Text),
        listed_customer::filter(CUSTOMER),
        Filter::new("f_zustand", STATE, By::Choice(STATE_CHOICES)),
        listed_customer::status_filter(STATUS),
        Filter::new("f_registrar", REGISTRAR, By::Text),
        listed_customer::assignment_filter(UNASSIGNED),
    ],
    default_sort: NAME,
    order: NAME,
    name: ID,
    form: 1,
};

/// What a number of the column [`STATE`] says must be done, seen on that day.
pub fn advice(urgency: u32, today: NaiveDate) -> Advice {
    match urgency / KIND {
        0 => Advice::VerificationFailed,
        1 => match day(urgency % KIND) {
            Some(until) if until < today => Advice::VerificationOverdue { since: until },
            until => Advice::Verify { until },
        },
        2 => Advice::ZoneMissing,
        3 => Advice::WillEnd,
        4 => Advice::Unlocked,
        5 => Advice::PartlyUnknown,
        6 => Advice::Unknown,
        _ => Advice::Well,
    }
}

/// The highest number is no day.
fn day(since_1970: u32) -> Option<NaiveDate> {
    if since_1970 == KIND - 1 {
        return None;
    }
    NaiveDate::default().checked_add_days(Days::new(u64::from(since_1970)))
}

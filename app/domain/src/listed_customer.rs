//! The column "Kunde" of lists whose rows can be assigned to a customer, and what such lists share.

use crate::{
    keys::{fold_for_search_into, fold_into, number_key},
    list::{By, Choice, Column, Filter},
};

/// Stands between the parts; no stored value holds one, and it is less than whatever they hold.
const SEPARATOR: char = '\t';

/// Number, last name, first name and company as one text, empty for nobody. Ordered by last name,
/// first name and number; rows without a customer come last. A filter finds each part, as in
/// [`crate::keys::SortKeys::search`].
pub const COLUMN: Column = Column::names("kunde").by(key).empty_last().found_by(folded);

/// aktiv, inaktiv
pub const STATUS_CHOICES: &[Choice] = &[
    Choice {
        word: "aktiv",
        matches: |inactive| inactive == 0,
    },
    Choice {
        word: "inaktiv",
        matches: |inactive| inactive == 1,
    },
];

/// "nicht zugeordnet", or assigned to somebody.
pub const ASSIGNMENT_CHOICES: &[Choice] = &[
    Choice {
        word: "ohne",
        matches: |unassigned| unassigned == 1,
    },
    Choice {
        word: "mit",
        matches: |unassigned| unassigned == 0,
    },
];

/// Finds rows by words of their customer.
pub(crate) const fn filter(column: usize) -> Filter {
    Filter::new("f_kunde", column, By::Words)
}

/// Chooses rows by their status.
pub(crate) const fn status_filter(column: usize) -> Filter {
    Filter::new("f_status", column, By::Choice(STATUS_CHOICES))
}

/// Chooses rows by whether they belong to somebody.
pub(crate) const fn assignment_filter(column: usize) -> Filter {
    Filter::new("f_zuordnung", column, By::Choice(ASSIGNMENT_CHOICES))
}

/// A customer as these lists show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedCustomer<'a> {
    pub number: &'a str,
    pub last_name: &'a str,
    pub first_name: &'a str,
    /// Empty where there is none.
    pub company: &'a str,
}

impl<'a> ListedCustomer<'a> {
    /// As the column holds it.
    pub fn text(&self) -> String {
        let parts = [self.number, self.last_name, self.first_name, self.company];
        parts.join("\t")
    }

    /// Out of the column; `None` for nobody.
    pub fn of(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(4, SEPARATOR);
        let mut part = || parts.next().unwrap_or_default();
        let customer = Self {
            number: part(),
            last_name: part(),
            first_name: part(),
            company: part(),
        };
        (!text.is_empty()).then_some(customer)
    }
}

fn key(text: &str, out: &mut String) {
    if let Some(customer) = ListedCustomer::of(text) {
        fold_into(customer.last_name, out);
        out.push(SEPARATOR);
        fold_into(customer.first_name, out);
        out.push(SEPARATOR);
        out.push_str(&number_key(customer.number));
        out.push(SEPARATOR);
        out.push_str(customer.number);
    }
}

fn folded(text: &str, out: &mut String) {
    for (place, part) in text.split(SEPARATOR).enumerate() {
        if place > 0 {
            out.push(SEPARATOR);
        }
        fold_for_search_into(part, out);
    }
}

//! The jump box: what was typed, as the stored keys are compared with it, and what is found.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    keys::{fold, fold_for_search},
    unicode::lower_case,
    values::CustomerId,
};

/// Longer texts find nothing: no key is longer.
const LONGEST: usize = 200;

/// What was typed, as the beginnings of keys that it may mean. Everything is found by its beginning,
/// because that is what an index can find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginnings {
    /// Of `number_search_key`.
    pub number: String,
    /// Of `name_key` and `first_name_key`, in pairs; a first name alone is in `words`.
    pub names: Vec<(String, String)>,
    /// Of `company_key` and `first_name_key`, and of a domain's `name_key`.
    pub words: Vec<String>,
    /// Of a domain's `name_key`, without what an address has around it.
    pub domains: Vec<String>,
    /// Of `user_name_key`.
    pub user_name: String,
}

impl Beginnings {
    /// `None` where nothing was typed that can be found.
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() || typed.chars().nth(LONGEST).is_some() || typed.contains('\0') {
            return None;
        }
        let words = spellings(typed);
        if words.is_empty() {
            return None;
        }
        Some(Self {
            number: fold_for_search(typed.trim_start_matches('#')),
            names: names(typed),
            domains: spellings(host(typed)),
            words,
            user_name: lower_case(typed),
        })
    }
}

/// The sort keys that this may be the beginning of: ü is stored as u, and ue as ue, whatever is typed.
fn spellings(typed: &str) -> Vec<String> {
    let spelled_out: String = typed.chars().flat_map(spell_out).collect();
    let mut keys = vec![fold(typed), fold_for_search(typed), fold(&spelled_out)];
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

fn spell_out(c: char) -> impl Iterator<Item = char> {
    let (letter, e) = match c {
        'ä' | 'Ä' => ('a', Some('e')),
        'ö' | 'Ö' => ('o', Some('e')),
        'ü' | 'Ü' => ('u', Some('e')),
        other => (other, None),
    };
    std::iter::once(letter).chain(e)
}

/// As a last name; of several words also as last and first name, in either order.
fn names(typed: &str) -> Vec<(String, String)> {
    let alone = spellings(typed)
        .into_iter()
        .map(|last| (last, String::new()));
    let mut names: Vec<_> = alone.collect();
    if let Some((one, other)) = typed.split_once([' ', ',']) {
        for (last, first) in [(one, other), (other, one)] {
            let first = fold(first.trim_matches([' ', ',']));
            for last in spellings(last.trim_matches([' ', ','])) {
                names.push((last, first.clone()));
            }
        }
    }
    names
}

/// The name of a domain in an address that was pasted.
fn host(typed: &str) -> &str {
    let rest = typed.split_once("://").map_or(typed, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HitKind {
    Customer,
    Domain,
    /// A portal user.
    User,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub kind: HitKind,
    /// Of the customer, domain or account.
    pub id: Uuid,
    /// The customer it belongs to; itself, if it is one. A domain may have none.
    pub customer: Option<CustomerId>,
    /// What it is called: number, domain in Unicode, user name.
    pub title: String,
    /// Whose it is: the customer's name and company, or the user's own name.
    pub detail: String,
}

impl Hit {
    /// Where it is. `may_edit`: whoever looks may edit domains, and so open the dialog of one that belongs
    /// to nobody; everybody else finds it in the list.
    pub fn path(&self, may_edit: bool) -> String {
        match (self.kind, self.customer) {
            (HitKind::Customer, _) => format!("/mkm/kunden/{}", self.id),
            (HitKind::Domain, Some(customer)) => format!("/mkm/kunden/{customer}/domains"),
            (HitKind::Domain, None) if may_edit => format!("/domains/{}", self.id),
            (HitKind::Domain, None) => format!("/domains?q={}", self.title),
            (HitKind::User, Some(customer)) => format!("/mkm/kunden/{customer}/benutzer"),
            (HitKind::User, None) => "/mkm/kunden".to_owned(),
        }
    }
}

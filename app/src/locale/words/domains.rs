//! Words about domains.

use domain::domain_form::DomainField;
use domain::domain_state::Advice;

use super::RecordWords;

/// A domain and its form.
pub struct Domains {
    pub record: RecordWords,
    /// The one sentence above a domain's state; writes days.
    pub advice: fn(Advice) -> String,
    pub never_read: &'static str,
    pub label: fn(DomainField) -> &'static str,
    /// A value that can be chosen; the registrar's own words stay as they are.
    pub choice: fn(DomainField, &str) -> String,
    pub state: &'static str,
    pub name_note: &'static str,
    pub state_note: &'static str,
    pub registrar_said: fn(&str) -> String,
    pub remove: &'static str,
    pub remove_submit: &'static str,
    pub remove_question: fn(&str) -> String,
    pub remove_meaning: &'static str,
    pub removed: fn(&str) -> String,
}

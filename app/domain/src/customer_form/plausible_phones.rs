//! What can be said of a telephone number without the numbering plans of the world.

use crate::{country::Country, ports::PhoneNumbers, values::PhoneNumber};

/// What the browser knows of telephone numbers: which characters and how many digits. The server
/// looks closer.
///
/// The number it makes only says that there is one: the country code of a number typed without it
/// is not known here.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlausiblePhoneNumbers;

impl PhoneNumbers for PlausiblePhoneNumbers {
    fn parse(&self, typed: &str, _country: Country) -> Option<PhoneNumber> {
        let typed = typed.trim();
        let unsigned = typed
            .strip_prefix('+')
            .or_else(|| typed.strip_prefix("(+"))
            .unwrap_or(typed);
        let is_known = |c: char| c.is_ascii_digit() || is_between_digits(c);
        if !unsigned.chars().all(is_known) {
            return None;
        }
        let digits: String = unsigned.chars().filter(char::is_ascii_digit).collect();
        let significant = digits.trim_start_matches('0');
        PhoneNumber::from_e164(&format!("+{significant}")).ok()
    }

    fn readable(&self, e164: &str) -> String {
        e164.to_owned()
    }
}

/// Pasted numbers have no-break spaces and typographic dashes.
fn is_between_digits(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '/' | '-' | '.' | '‐'..='―')
}

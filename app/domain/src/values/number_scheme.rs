//! How a reseller's customer numbers are made.

use super::{CustomerNumber, ValueError, text::line};

/// Most characters of the prefix; with the digits it is still a customer number.
const LONGEST_PREFIX: usize = 16;

/// Most digits that numbers are filled up to, and have.
const MOST_DIGITS: u32 = 12;

/// A prefix and at least so many digits: `K-` and 5 make `K-00042`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberScheme {
    prefix: String,
    digits: u32,
}

impl NumberScheme {
    /// The largest number that is counted to.
    pub const MAX: u64 = 999_999_999_999;

    /// Of a prefix and digits that were checked, or are stored.
    pub fn new(prefix: String, digits: u32) -> Self {
        Self {
            prefix,
            digits: digits.clamp(1, MOST_DIGITS),
        }
    }

    /// What stands before the digits; may be empty.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// How many digits there are at least.
    pub fn digits(&self) -> u32 {
        self.digits
    }

    /// The customer number of this value.
    ///
    /// # Errors
    /// As [`CustomerNumber::parse`], for a prefix that was not checked.
    pub fn number(&self, value: u64) -> Result<CustomerNumber, ValueError> {
        let width = usize::try_from(self.digits).unwrap_or(1);
        CustomerNumber::parse(&format!("{}{value:0width$}", self.prefix))
    }

    /// A prefix as it was typed; a space at its end is kept out, one inside is not.
    ///
    /// # Errors
    /// As [`super::Line::parse`] with 16 characters; [`ValueError::EndsInDigit`]: it could not be told
    /// from the number.
    pub fn parse_prefix(raw: &str) -> Result<String, ValueError> {
        let prefix = match line(raw, LONGEST_PREFIX) {
            Err(ValueError::Required) => return Ok(String::new()),
            parsed => parsed?,
        };
        if prefix.ends_with(char::is_numeric) {
            return Err(ValueError::EndsInDigit);
        }
        Ok(prefix)
    }

    /// How many digits, as it was typed.
    ///
    /// # Errors
    /// [`ValueError::Required`], [`ValueError::NotBetween`]
    pub fn parse_digits(raw: &str) -> Result<u32, ValueError> {
        let digits = whole_number(raw, u64::from(MOST_DIGITS))?;
        u32::try_from(digits).map_err(|_| ValueError::NotBetween {
            max: u64::from(MOST_DIGITS),
        })
    }

    /// The next number's value, as it was typed.
    ///
    /// # Errors
    /// [`ValueError::Required`], [`ValueError::NotBetween`]
    pub fn parse_value(raw: &str) -> Result<u64, ValueError> {
        whole_number(raw, Self::MAX)
    }
}

fn whole_number(raw: &str, max: u64) -> Result<u64, ValueError> {
    let typed = raw.trim();
    if typed.is_empty() {
        return Err(ValueError::Required);
    }
    Some(typed)
        .filter(|typed| typed.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|typed| typed.parse().ok())
        .filter(|value| (1..=max).contains(value))
        .ok_or(ValueError::NotBetween { max })
}

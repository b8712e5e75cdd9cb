//! Texts of one line: names, the customer's number, the postal code.

use super::ValueError;
use crate::{
    characters::{is_forbidden, is_unseen},
    country::Country,
    unicode::nfc,
};

/// How many characters one letter can come from.
const MOST_ACCENTS: usize = 8;

/// Trims, normalises to NFC and checks length and characters of a text of one line.
pub(super) fn line(raw: &str, max: usize) -> Result<String, ValueError> {
    // No letter has more than a handful of accents: a text that is far too long is not looked at
    // any closer.
    if raw.chars().nth(max * MOST_ACCENTS).is_some() {
        return Err(too_long(max));
    }
    let text = nfc(raw.trim());
    if text.chars().count() > max {
        return Err(too_long(max));
    }
    if text.chars().any(is_forbidden) {
        return Err(ValueError::ForbiddenCharacter);
    }
    if text.chars().all(is_unseen) {
        return Err(ValueError::Required);
    }
    Ok(text)
}

pub(super) fn too_long(max: usize) -> ValueError {
    ValueError::TooLong {
        max: u32::try_from(max).unwrap_or(u32::MAX),
    }
}

/// A text of one line with 1 to `MAX` characters, trimmed and in NFC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// # Errors
    /// [`ValueError::Required`], [`ValueError::TooLong`], [`ValueError::ForbiddenCharacter`]
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        line(raw, MAX).map(Self)
    }

    /// The checked text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A customer's number: free text of 1 to 32 characters, unique in a reseller with case ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerNumber(Line<32>);

impl CustomerNumber {
    /// # Errors
    /// As [`Line::parse`]; [`ValueError::ForbiddenCharacter`] also for `.` and `..`, because the
    /// page of such a customer could not be reached: an address drops both, even when encoded.
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let number = Line::parse(raw)?;
        match number.as_str() {
            "." | ".." => Err(ValueError::ForbiddenCharacter),
            _ => Ok(Self(number)),
        }
    }

    /// The checked text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A postal code in the form its country writes, upper case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalCode(String);

impl PostalCode {
    /// Case, spaces and hyphens may differ from the country's form (`1012ab` is `1012 AB` in the
    /// Netherlands). Where the form is not known, ASCII letters, digits, spaces and hyphens will do.
    ///
    /// # Errors
    /// As [`Line::parse`] with 10 characters; [`ValueError::NotAPostalCode`].
    pub fn parse(raw: &str, country: Country) -> Result<Self, ValueError> {
        let text = line(raw, 10)?.to_ascii_uppercase();
        let written = match country.postal_pattern() {
            Some(pattern) => pattern.written(&text),
            None => text.bytes().all(is_postal).then_some(text),
        };
        written
            .map(Self)
            .ok_or(ValueError::NotAPostalCode { country })
    }

    /// The checked text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_postal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-')
}

//! Ids and checked values: private inside, made only by a constructor that is the rule.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use crate::country::{Country, PostalPattern};

/// Why a text is not the value it should be. The form adds which field it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ValueError {
    #[error("required")]
    Required,
    /// Longer than `max` characters (Unicode scalar values after normalisation).
    #[error("longer than {max}")]
    TooLong { max: u32 },
    /// A control character, a line break or a character that turns the direction of text.
    #[error("forbidden character")]
    ForbiddenCharacter,
    #[error("not an e-mail address")]
    NotAnEmail,
    #[error("not a telephone number")]
    NotAPhoneNumber,
    #[error("not a web address")]
    NotAWebsite,
    /// Does not look like a postal code of that country.
    #[error("not a postal code of {country}")]
    NotAPostalCode { country: Country },
    #[error("not a country")]
    NotACountry,
    /// Another customer of the reseller has it.
    #[error("taken")]
    Taken,
}

/// A row's id. `Kind` keeps the ids of different tables apart: they cannot be mixed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<Kind>(Uuid, PhantomData<Kind>);

/// Marks the id of a reseller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfReseller {}

/// Marks the id of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfCustomer {}

/// Marks the id of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfAccount {}

/// A reseller: the tenant to whom rows belong.
pub type ResellerId = Id<OfReseller>;

/// A customer. Not its number: the number is the reseller's to change.
pub type CustomerId = Id<OfCustomer>;

/// A sign-in.
pub type AccountId = Id<OfAccount>;

impl<Kind> Id<Kind> {
    /// A new id (UUIDv7: later ones sort after earlier ones).
    #[allow(clippy::new_without_default, reason = "no two are equal")]
    pub fn new() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    pub fn uuid(&self) -> Uuid {
        self.0
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<Kind> FromStr for Id<Kind> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::from_uuid)
    }
}

/// How often a customer was edited, plus one. An edit names the version it started from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub i32);

/// Counts the changes to one reseller's list; equal versions mean equal lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListVersion(pub i64);

/// Trims, normalises to NFC and checks length and characters of a text of one line.
fn line(raw: &str, max: usize) -> Result<String, ValueError> {
    let text: String = raw.trim().nfc().collect();
    if text.is_empty() {
        return Err(ValueError::Required);
    }
    if text.chars().count() > max {
        return Err(ValueError::TooLong {
            max: u32::try_from(max).unwrap_or(u32::MAX),
        });
    }
    if text.chars().any(is_forbidden) {
        return Err(ValueError::ForbiddenCharacter);
    }
    Ok(text)
}

/// Control characters break lines and logs; direction marks make a text look like another one.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
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

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A customer's number: free text of 1 to 32 characters, unique in a reseller with case ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerNumber(Line<32>);

impl CustomerNumber {
    /// # Errors
    /// As [`Line::parse`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        Line::parse(raw).map(Self)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A postal code in the form its country writes, upper case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalCode(String);

impl PostalCode {
    /// # Errors
    /// As [`Line::parse`] with 10 characters; [`ValueError::NotAPostalCode`].
    pub fn parse(raw: &str, country: Country) -> Result<Self, ValueError> {
        let text = line(raw, 10)?.to_uppercase();
        if country
            .postal_pattern()
            .is_some_and(|pattern: PostalPattern| !pattern.matches(&text))
        {
            return Err(ValueError::NotAPostalCode { country });
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number in E.164: `+`, country code, up to 15 digits in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Takes a text that is E.164 already.
    ///
    /// # Errors
    /// [`ValueError::NotAPhoneNumber`]
    pub fn from_e164(text: &str) -> Result<Self, ValueError> {
        let digits = text.strip_prefix('+').ok_or(ValueError::NotAPhoneNumber)?;
        let plausible = (4..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        plausible
            .then(|| Self(text.to_owned()))
            .ok_or(ValueError::NotAPhoneNumber)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address of at most 254 characters whose domain has a dot; case is kept as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// # Errors
    /// As [`Line::parse`] with 254 characters; [`ValueError::NotAnEmail`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let text = line(raw, 254)?;
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        email_address::EmailAddress::parse_with_options(&text, options)
            .map(|_| Self(text))
            .map_err(|_| ValueError::NotAnEmail)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A web address of at most 2,048 characters, `http` or `https`; typed without a scheme it gets
/// `https://`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Website(String);

impl Website {
    /// # Errors
    /// As [`Line::parse`] with 2,048 characters; [`ValueError::NotAWebsite`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let text = line(raw, 2_048)?;
        let _ = text;
        Err(ValueError::NotAWebsite)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

//! Telephone numbers, e-mail and web addresses.

use super::{
    ValueError,
    text::{line, too_long},
};

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

    /// E.164.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address of at most 254 characters whose domain has a dot; case is kept as typed.
/// Quoted names before the `@` are not taken: hardly anybody has one, and few programs cope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// # Errors
    /// As [`super::Line::parse`] with 254 characters; [`ValueError::NotAnEmail`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let text = line(raw, 254)?;
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        let known = email_address::EmailAddress::parse_with_options(&text, options).is_ok();
        let plain = !text.contains(|c: char| c == '"' || c.is_whitespace());
        (known && plain)
            .then_some(Self(text))
            .ok_or(ValueError::NotAnEmail)
    }

    /// The checked address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Most characters of a web address, its scheme included.
const MAX_WEBSITE: usize = 2_048;

/// A web address of at most 2,048 characters, `http` or `https`; typed without a scheme it gets
/// `https://`. The host is a name with a dot; user names, passwords and spaces are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Website(String);

impl Website {
    /// # Errors
    /// As [`super::Line::parse`] with 2,048 characters; [`ValueError::NotAWebsite`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let text = line(raw, MAX_WEBSITE)?;
        let (scheme, rest) = split_scheme(&text).ok_or(ValueError::NotAWebsite)?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if !is_authority(authority) || !path.chars().all(is_in_path) {
            return Err(ValueError::NotAWebsite);
        }
        let address = format!("{scheme}://{rest}");
        if address.chars().count() > MAX_WEBSITE {
            return Err(too_long(MAX_WEBSITE));
        }
        Ok(Self(address))
    }

    /// The checked address, with its scheme.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The scheme, lower case, and what follows `://`; `None` for a scheme other than http and https.
fn split_scheme(text: &str) -> Option<(&'static str, &str)> {
    let is_scheme = |s: &str| {
        s.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    };
    match text
        .split_once("://")
        .filter(|(scheme, _)| is_scheme(scheme))
    {
        None => Some(("https", text)),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => Some(("https", rest)),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => Some(("http", rest)),
        Some(_) => None,
    }
}

/// A host name, and a port from 1 to 65535 if there is a colon.
fn is_authority(text: &str) -> bool {
    match text.split_once(':') {
        None => is_host(text),
        Some((host, port)) => is_host(host) && is_port(port),
    }
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Two or more labels; the last one is not a number, for no top-level domain is one.
fn is_host(text: &str) -> bool {
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.chars().count() <= 253
        && text.split('.').all(is_label)
        && !last.bytes().all(|b| b.is_ascii_digit())
}

/// Letters of any script, digits and inner hyphens.
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Brackets and quotes come from a pasted piece of a page, not from an address.
fn is_in_path(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '<' | '>' | '"')
}

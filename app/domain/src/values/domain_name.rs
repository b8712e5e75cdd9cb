//! Names of domains.

use super::ValueError;

/// Most characters of a name in its ASCII form.
const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;

/// The name of a domain in its ASCII form (`xn--mller-kva.de`), lower case, with at least one dot.
///
/// From what people type only the server makes one: [`crate::ports::DomainNames`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainName(String);

impl DomainName {
    /// Takes a text that is in ASCII form already.
    ///
    /// # Errors
    /// [`ValueError::NotADomainName`]
    pub fn from_ascii(text: &str) -> Result<Self, ValueError> {
        let last = text.rsplit('.').next().unwrap_or_default();
        let is_name = text.len() <= MAX_NAME
            && text.contains('.')
            && text.split('.').all(is_label)
            && last.len() >= 2
            && !last.bytes().all(|byte| byte.is_ascii_digit());
        is_name
            .then(|| Self(text.to_owned()))
            .ok_or(ValueError::NotADomainName)
    }

    /// ASCII form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len())
        && label
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

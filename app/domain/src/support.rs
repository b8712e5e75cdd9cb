//! How the provider's support is reached, and what it is asked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

/// Everything but what RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The provider's support, as the operator configured it; each may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    pub email: Option<String>,
    /// As people read it.
    pub phone: Option<String>,
    /// A page for help, `http` or `https`.
    pub url: Option<String>,
}

impl Support {
    /// Nothing is configured.
    pub fn is_empty(&self) -> bool {
        self.email.is_none() && self.phone.is_none() && self.url.is_none()
    }
}

/// Why a customer cannot be deleted: what the support has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Of the customer.
    pub number: String,
    /// Of the customer: company or person.
    pub name: String,
    /// In the words of the interface.
    pub reasons: String,
    /// The reseller's own number at the provider.
    pub reseller_number: String,
    /// Who asks.
    pub sender: String,
}

/// The address that opens a letter with subject and text in the mail program.
pub fn letter(email: &str, subject: &str, body: &str) -> String {
    // Lines end as RFC 6068 wants them.
    let body = body.replace('\n', "\r\n");
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    // An address is shown as it is; what would end it or begin another field is not.
    let email = encoded(email).replace("%40", "@");
    format!(
        "mailto:{email}?subject={}&body={}",
        encoded(subject),
        encoded(&body)
    )
}

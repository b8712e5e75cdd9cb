//! The words people read, one struct per language: a text that is missing in one does not compile.

use domain::{deletion::Blocks, portal::AddressForm};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[path = "../locales/countries.rs"]
mod countries;
#[path = "../locales/de.rs"]
mod de;
#[path = "../locales/en.rs"]
mod en;
mod parts;
mod words;

pub use words::{
    Account, Contact, Deletion, Detail, Domains, Form, Frame, General, Jump, List, ListWords,
    Lists, Log, Passkeys, Portal, PortalFrame, Problem, Products, Profile, Proposals, RecordWords,
    SecondFactor, SignIn, Staff, Start, Texts, Users,
};
#[cfg(feature = "ssr")]
pub use words::{Letter, Mail};

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[default]
    German,
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// As in `<html lang>` and in the cookie `sprache`.
    pub fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// German for an unknown or missing code.
    pub fn from_code(code: Option<&str>) -> Self {
        match code {
            Some("en") => Self::English,
            _ => Self::German,
        }
    }

    pub fn texts(self) -> &'static Texts {
        match self {
            Self::German => &de::TEXTS,
            Self::English => &en::TEXTS,
        }
    }

    /// The words for somebody who is addressed like this: in English that makes no difference.
    pub fn texts_for(self, form: AddressForm) -> &'static Texts {
        match (self, form) {
            (Self::German, AddressForm::Sie) => &de::FORMAL,
            _ => self.texts(),
        }
    }
}

#[cfg(feature = "ssr")]
impl Language {
    /// What mails say. `formal`: to somebody who is not on first-name terms, where the language knows
    /// the difference.
    pub fn mail(self, formal: bool) -> &'static Mail {
        match (self, formal) {
            (Self::German, false) => &de::mail::DU,
            (Self::German, true) => &de::mail::SIE,
            (Self::English, _) => &en::mail::WORDS,
        }
    }
}

/// The words in the language of this request, to whoever reads them; German outside one.
pub fn texts() -> &'static Texts {
    let language = use_context::<Language>().unwrap_or_default();
    language.texts_for(use_context().unwrap_or_default())
}

/// The reasons of [`Blocks`] that are above 0, as one list.
fn reasons(texts: &Deletion, blocks: Blocks, provider: &str) -> String {
    [
        (blocks.provider_products > 0)
            .then(|| (texts.provider_products)(blocks.provider_products, provider)),
        (blocks.reseller_products > 0).then(|| (texts.reseller_products)(blocks.reseller_products)),
        (blocks.users > 0).then(|| (texts.users)(blocks.users)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// Digits in groups of three.
fn grouped(count: u32, separator: char) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

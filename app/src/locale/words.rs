//! What a language consists of.

mod account;
mod contact;
mod customers;
mod domains;
mod frame;
mod jump;
mod lists;
mod log;
#[cfg(feature = "ssr")]
mod mail;
mod passkeys;
mod portal;
mod problem;
mod products;
mod profile;
mod records;
mod second_factor;
mod sign_in;
mod staff;
mod start;
mod users;

use domain::portal::AddressForm;

use super::Language;

pub use account::Account;
pub use contact::Contact;
pub use customers::{Deletion, Detail, Form, List};
pub use domains::Domains;
pub use frame::Frame;
pub use jump::Jump;
pub use lists::{ListWords, Lists};
pub use log::Log;
#[cfg(feature = "ssr")]
pub use mail::{Letter, Mail};
pub use passkeys::Passkeys;
pub use portal::{Portal, PortalFrame, Proposals};
pub use problem::Problem;
pub use products::Products;
pub use profile::Profile;
pub use records::RecordWords;
pub use second_factor::SecondFactor;
pub use sign_in::SignIn;
pub use staff::Staff;
pub use start::Start;
pub use users::Users;

/// A text with one part filled in.
pub(super) type With<T> = fn(T) -> String;

/// The words of a language, by where they stand. Those of a part of the application that a browser loads
/// later come with that part: they are asked for by a method.
pub struct Texts {
    pub(super) language: Language,
    pub(super) address_form: AddressForm,
    pub general: General,
    pub frame: Frame,
    pub list: List,
    pub lists: &'static Lists,
    pub detail: Detail,
    pub problem: Problem,
    pub jump: &'static Jump,
}

/// Words that stand in several places.
pub struct General {
    pub product: &'static str,
    pub cancel: &'static str,
    pub delete: &'static str,
    pub save: &'static str,
    pub close: &'static str,
    pub back: &'static str,
    pub retry: &'static str,
    pub loading: &'static str,
    pub saving: &'static str,
    pub active: &'static str,
    pub inactive: &'static str,
    pub none: &'static str,
    /// A count with its thousands separated.
    pub count: With<u32>,
    /// A day.
    pub day: With<chrono::NaiveDate>,
    pub required_note: &'static str,
}

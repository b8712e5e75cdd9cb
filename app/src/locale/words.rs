//! What a language consists of.

mod contact;
mod domains;
mod jump;
mod lists;
mod log;
#[cfg(feature = "ssr")]
mod mail;
mod products;
mod profile;
mod staff;
mod start;
mod users;

pub use contact::Contact;
pub use domains::Domains;
pub use jump::Jump;
pub use lists::{ListWords, Lists};
pub use log::Log;
#[cfg(feature = "ssr")]
pub use mail::{Letter, Mail};
pub use products::Products;
pub use profile::Profile;
pub use staff::Staff;
pub use start::Start;
pub use users::Users;
mod account;
mod portal;

pub use account::Account;
pub use portal::{Portal, Proposals};
mod problem;
mod sign_in;

pub use problem::Problem;
pub use sign_in::SignIn;

use domain::{
    country::Country, customer::ProductKind, deletion::Blocks, password::PasswordError,
    values::ValueError,
};

use super::Language;

/// A text with one part filled in.
pub(super) type With<T> = fn(T) -> String;

/// All words of a language, by where they stand.
pub struct Texts {
    pub general: General,
    pub frame: Frame,
    pub sign_in: SignIn,
    pub list: List,
    pub lists: &'static Lists,
    pub form: Form,
    pub detail: Detail,
    pub deletion: Deletion,
    pub problem: Problem,
    pub domains: Domains,
    pub products: Products,
    pub contact: &'static Contact,
    pub jump: &'static Jump,
    pub log: &'static Log,
    pub profile: &'static Profile,
    pub start: &'static Start,
    pub staff: &'static Staff,
    pub users: &'static Users,
    pub portal: Portal,
    pub proposals: Proposals,
    pub account: Account,
    pub value_error: fn(ValueError) -> String,
    pub password_error: fn(PasswordError) -> String,
    /// The country's name.
    pub country: fn(Country) -> &'static str,
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

/// Around every page.
pub struct Frame {
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub skip: &'static str,
    pub group_general: &'static str,
    pub group_own: &'static str,
    pub group_reseller: &'static str,
    pub group_administration: &'static str,
    pub module: &'static str,
    pub customers: &'static str,
    pub proposals: &'static str,
    pub account: &'static str,
    pub group_products: &'static str,
    pub all_products: &'static str,
    pub group_domains: &'static str,
    pub all_domains: &'static str,
    pub start: &'static str,
    pub contact: &'static str,
    pub own_data: &'static str,
    pub log: &'static str,
    pub staff: &'static str,
    pub signed_in_as: fn(&str, &str) -> String,
    pub sign_out: &'static str,
    pub language: &'static str,
    pub language_name: fn(Language) -> &'static str,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub demo_notice: &'static str,
    pub status: &'static str,
}

/// MKM → Kunden.
pub struct List {
    pub title: &'static str,
    pub overview: &'static str,
    pub new_customer: &'static str,
    pub search: &'static str,
    pub search_placeholder: &'static str,
    pub apply: &'static str,
    pub table: &'static str,
    pub number: &'static str,
    pub last_name: &'static str,
    pub first_name: &'static str,
    pub company: &'static str,
    pub products: &'static str,
    pub actions: &'static str,
    /// Accessible name of a column's filter.
    pub filter_of: fn(&str) -> String,
    pub products_any: &'static str,
    pub products_with: &'static str,
    pub products_without: &'static str,
    pub details_of: fn(&str) -> String,
    pub delete_of: fn(&str) -> String,
    /// First row, last row, matched, total.
    pub range: fn(u32, u32, u32, u32) -> String,
    pub nothing_found: &'static str,
    pub clear_filters: &'static str,
    pub welcome: &'static str,
    pub welcome_text: &'static str,
    pub pages: &'static str,
    pub page: With<u32>,
    pub previous_page: &'static str,
    pub next_page: &'static str,
    pub rows_per_page: &'static str,
    pub created: fn(&str) -> String,
    pub deleted: fn(&str, u32) -> String,
}

/// Creating and editing a customer.
pub struct Form {
    pub title: &'static str,
    pub general: &'static str,
    pub contact: &'static str,
    pub label: fn(domain::customer_form::Field) -> &'static str,
    pub submit: &'static str,
    pub next_number: &'static str,
    pub doubles: &'static str,
    pub faulty: &'static str,
    pub draft_kept: &'static str,
    pub conflict: &'static str,
    pub stored_now: fn(&str) -> String,
}

/// Kundendetails.
pub struct Detail {
    pub title: &'static str,
    pub tabs: &'static str,
    pub tab_customer: &'static str,
    pub tab_domains: &'static str,
    pub tab_products: &'static str,
    pub tab_users: &'static str,
    pub general: &'static str,
    pub contact: &'static str,
    pub company: &'static str,
    pub name: &'static str,
    pub street: &'static str,
    pub place: &'static str,
    pub country: &'static str,
    pub phone: &'static str,
    pub mobile: &'static str,
    pub email: &'static str,
    pub website: &'static str,
    pub edit: &'static str,
    pub saved: fn(&str) -> String,
    pub contract: &'static str,
    pub domain: &'static str,
    pub domain_state: &'static str,
    pub status: &'static str,
    pub registrar: &'static str,
    pub verification: &'static str,
    pub zone: &'static str,
    pub transfer_lock: &'static str,
    pub renewal: &'static str,
    pub ok: &'static str,
    pub missing: &'static str,
    pub failed: &'static str,
    pub unknown: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub pending: fn(Option<&str>) -> String,
    pub as_of: fn(&str) -> String,
    pub no_domains: &'static str,
    pub kind: &'static str,
    /// The provider's name goes in.
    pub product_kind: fn(ProductKind, &str) -> String,
    pub product_name: &'static str,
    pub reference: &'static str,
    pub since: &'static str,
    pub no_products: &'static str,
    pub user_name: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub disabled: &'static str,
    pub no_users: &'static str,
}

/// Deleting a customer.
pub struct Deletion {
    pub title: &'static str,
    pub button: &'static str,
    /// Number and name of the customer.
    pub question: fn(&str, &str) -> String,
    pub freed_domains: With<u32>,
    pub no_way_back: &'static str,
    pub blocked: &'static str,
    /// The single reasons, with the provider's name.
    pub provider_products: fn(u32, &str) -> String,
    pub reseller_products: With<u32>,
    pub users: With<u32>,
    /// All reasons as one list, with the provider's name.
    pub reasons: fn(Blocks, &str) -> String,
    /// The whole sentence, with the provider's name.
    pub blocked_by: fn(Blocks, &str) -> String,
}

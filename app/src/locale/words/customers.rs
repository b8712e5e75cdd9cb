//! Words about customers: the list, the form, the details, deleting.

use domain::{customer::ProductKind, customer_form::Field, deletion::Blocks};

use super::With;

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
    pub label: fn(Field) -> &'static str,
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

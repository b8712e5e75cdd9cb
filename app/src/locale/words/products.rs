//! Words about products.

use domain::product_form::ProductField;

/// A product, its form, and whom it belongs to.
pub struct Products {
    pub label: fn(ProductField) -> &'static str,
    pub customer_note: &'static str,
    pub article: &'static str,
    /// Takes the provider's name.
    pub bought_note: fn(&str) -> String,
    pub actions: &'static str,
    pub edit_of: fn(&str) -> String,
    pub end_of: fn(&str) -> String,
    pub resume_of: fn(&str) -> String,
    pub delete_of: fn(&str) -> String,
    pub release_of: fn(&str) -> String,
    pub new: &'static str,
    pub edit: &'static str,
    pub delete: &'static str,
    pub end: &'static str,
    pub end_title: &'static str,
    pub resume: &'static str,
    pub release: &'static str,
    pub assign: &'static str,
    pub add: &'static str,
    pub assign_submit: &'static str,
    pub release_submit: &'static str,
    /// Number and last name of the customer.
    pub belongs_to: fn(&str, &str) -> String,
    pub belongs_to_nobody: &'static str,
    pub will_belong_to: fn(&str, &str) -> String,
    /// The product belongs to this customer and will be taken from it.
    pub moves_from: fn(&str, &str) -> String,
    pub is_free: &'static str,
    /// Takes a day.
    pub ended_on: fn(&str) -> String,
    pub search: &'static str,
    pub search_submit: &'static str,
    pub nothing_to_assign: &'static str,
    pub nothing_found: &'static str,
    /// Only the first so many are shown.
    pub more_by_search: fn(u32) -> String,
    pub choose_one: &'static str,
    pub end_question: fn(&str) -> String,
    pub resume_question: fn(&str) -> String,
    pub delete_question: fn(&str) -> String,
    pub delete_meaning: &'static str,
    pub release_question: fn(&str, &str) -> String,
    /// It belongs to another customer meanwhile, or to nobody.
    pub moved_meanwhile: fn(&str, Option<(&str, &str)>) -> String,
    pub to_its_page: &'static str,
    pub gone_meanwhile: &'static str,
    pub created: fn(&str) -> String,
    pub saved: fn(&str) -> String,
    pub ended: fn(&str) -> String,
    pub resumed: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
    pub released: fn(&str) -> String,
    /// Several names, as one text.
    pub assigned: fn(&str) -> String,
    /// A product, and the number of the customer who had it.
    pub moved_from: fn(&str, &str) -> String,
    pub assigned_count: fn(u32) -> String,
}

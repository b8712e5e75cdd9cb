//! Words about products.

use domain::product_form::ProductField;

use super::RecordWords;

/// A product and its form.
pub struct Products {
    pub record: RecordWords,
    pub label: fn(ProductField) -> &'static str,
    pub customer_note: &'static str,
    pub article: &'static str,
    /// Takes the provider's name.
    pub bought_note: fn(&str) -> String,
    pub end_of: fn(&str) -> String,
    pub resume_of: fn(&str) -> String,
    pub delete_of: fn(&str) -> String,
    pub delete: &'static str,
    pub end: &'static str,
    pub end_title: &'static str,
    pub resume: &'static str,
    /// Takes a day.
    pub ended_on: fn(&str) -> String,
    pub end_question: fn(&str) -> String,
    pub resume_question: fn(&str) -> String,
    pub delete_question: fn(&str) -> String,
    pub delete_meaning: &'static str,
    pub ended: fn(&str) -> String,
    pub resumed: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
}

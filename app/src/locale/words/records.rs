//! Words about whatever a customer has and another could have instead: a domain, a product.

/// One of them, its dialogs, and whom it belongs to.
pub struct RecordWords {
    pub actions: &'static str,
    pub edit_of: fn(&str) -> String,
    pub release_of: fn(&str) -> String,
    pub new: &'static str,
    pub edit: &'static str,
    pub release: &'static str,
    pub assign: &'static str,
    pub add: &'static str,
    pub assign_submit: &'static str,
    pub release_submit: &'static str,
    /// Number and last name of the customer.
    pub belongs_to: fn(&str, &str) -> String,
    pub belongs_to_nobody: &'static str,
    pub will_belong_to: fn(&str, &str) -> String,
    /// It belongs to this customer and will be taken from it.
    pub moves_from: fn(&str, &str) -> String,
    pub is_free: &'static str,
    pub search: &'static str,
    pub search_submit: &'static str,
    pub nothing_to_assign: &'static str,
    pub nothing_found: &'static str,
    /// Only the first so many are shown.
    pub more_by_search: fn(u32) -> String,
    pub choose_one: &'static str,
    pub release_question: fn(&str, &str) -> String,
    /// It belongs to another customer meanwhile, or to nobody.
    pub moved_meanwhile: fn(&str, Option<(&str, &str)>) -> String,
    pub to_its_page: &'static str,
    pub gone_meanwhile: &'static str,
    pub created: fn(&str) -> String,
    pub saved: fn(&str) -> String,
    pub released: fn(&str) -> String,
    /// Several names, as one text.
    pub assigned: fn(&str) -> String,
    /// A name, and the number of the customer who had it.
    pub moved_from: fn(&str, &str) -> String,
    pub assigned_count: fn(u32) -> String,
}

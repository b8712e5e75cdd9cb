//! `/verwaltung/protokoll`, and a customer's history.

/// The audit log.
pub struct Log {
    pub title: &'static str,
    pub subtitle: &'static str,
    pub filter: &'static str,
    pub person: &'static str,
    pub anybody: &'static str,
    pub operator: fn(&str) -> String,
    pub portal: &'static str,
    /// An account that is gone.
    pub nobody: &'static str,
    pub customer: &'static str,
    pub customer_hint: &'static str,
    pub kind: &'static str,
    pub any_kind: &'static str,
    /// All of a group; its name goes in.
    pub all_of: fn(&str) -> String,
    pub from: &'static str,
    pub to: &'static str,
    pub apply: &'static str,
    pub table: &'static str,
    pub time: &'static str,
    pub who: &'static str,
    pub what: &'static str,
    pub subject: &'static str,
    pub changes: &'static str,
    pub fields: fn(usize) -> String,
    pub was_empty: &'static str,
    pub newer: &'static str,
    pub newest: &'static str,
    pub older: &'static str,
    pub nothing: &'static str,
    pub nothing_found: &'static str,
    pub history: &'static str,
    pub whole_history: &'static str,
    pub no_history: &'static str,
    /// What a kind is called; `None` for one that is not known.
    pub kind_name: fn(&str) -> Option<&'static str>,
    /// What a group of kinds is called.
    pub group_name: fn(&str) -> Option<&'static str>,
    /// What a field is called.
    pub field_name: fn(&str) -> Option<&'static str>,
    /// What a stored word means in a field.
    pub value: fn(&str, &str) -> Option<&'static str>,
}

//! The keys of a domain.

use super::{fold, fold_for_search};

/// Sort and search key of one domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainKeys {
    /// The name in its Unicode form, folded.
    pub name: String,
    /// Name, contract and registrar, each folded for search, with a line break between them.
    pub search: String,
}

/// The keys of these columns; the name is in its Unicode form.
pub fn domain_keys(shown_name: &str, contract: &str, registrar: &str) -> DomainKeys {
    DomainKeys {
        name: fold(shown_name),
        search: [shown_name, contract, registrar]
            .map(fold_for_search)
            .join("\n"),
    }
}

//! The keys of a product.

use super::{fold, fold_for_search};

/// Sort and search key of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductKeys {
    /// The name, folded.
    pub name: String,
    /// Name, and shop article or contract, each folded for search, with a line break between them.
    pub search: String,
}

/// The keys of these columns. The reference is the number of the shop article; without one, the
/// contract.
pub fn product_keys(name: &str, article: Option<&str>, contract: Option<&str>) -> ProductKeys {
    let reference = article.or(contract).unwrap_or_default();
    ProductKeys {
        name: fold(name),
        search: [name, reference].map(fold_for_search).join("\n"),
    }
}

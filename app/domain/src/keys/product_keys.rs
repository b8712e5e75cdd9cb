//! The keys of a product.

use super::{fold, fold_for_search};

/// Sort and search key of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductKeys {
    /// The name, folded.
    pub name: String,
    /// Name and [`product_reference`], each folded for search, with a line break between them.
    pub search: String,
}

/// The keys of these columns.
pub fn product_keys(name: &str, article: Option<&str>, contract: Option<&str>) -> ProductKeys {
    let reference = product_reference(article, contract);
    ProductKeys {
        name: fold(name),
        search: [name, &reference].map(fold_for_search).join("\n"),
    }
}

/// What lists show of where a product comes from, and search: the number of the shop article, the
/// contract, or both.
pub fn product_reference(article: Option<&str>, contract: Option<&str>) -> String {
    let parts: Vec<&str> = article.into_iter().chain(contract).collect();
    parts.join(" · ")
}

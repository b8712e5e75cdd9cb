//! A product as a record of its own: with the customer it belongs to, if any.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    assignment::{Moved, Picked},
    customer::ProductKind,
    domain_record::Owner,
    product_form::ProductForm,
    values::{CustomerNumber, Line, ProductId, Version},
};

/// A reseller's own product, checked: what [`ProductForm::validate`] returns and the database
/// stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProduct {
    pub name: Line<200>,
    pub contract: Option<Line<64>>,
    pub since: NaiveDate,
    /// For whom it is created; an edit does not look at it.
    pub customer: Option<CustomerNumber>,
}

/// Everything that is stored of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRecord {
    pub id: ProductId,
    /// Counts the edits and the assignments; a change names the version that it was decided on.
    pub version: Version,
    pub kind: ProductKind,
    /// As the form that edits it holds it. The provider's products are not edited.
    pub record: ProductForm,
    /// Number and name of the shop's article; empty for a product of the reseller's own.
    pub article: String,
    pub active: bool,
    /// The last day of a product that was ended.
    #[serde(with = "crate::day::option")]
    pub ended_on: Option<NaiveDate>,
    pub owner: Option<Owner>,
}

/// A product that could be assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductChoice {
    pub id: ProductId,
    pub kind: ProductKind,
    pub name: String,
    /// Article or contract, as the customer's page shows it.
    pub reference: String,
    /// Whom it would be taken from.
    pub owner: Option<Owner>,
}

/// A product that is to be assigned.
pub type PickedProduct = Picked<ProductId>;

/// A product that was assigned or set free.
pub type MovedProduct = Moved<ProductId>;

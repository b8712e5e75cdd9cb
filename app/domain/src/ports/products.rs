//! The reseller's products.

use async_trait::async_trait;

use crate::{
    principal::Desk,
    product_record::{MovedProduct, NewProduct, PickedProduct, ProductChoice, ProductRecord},
    refusal::Refusal,
    rights::{EditProducts, May},
    values::{CustomerId, ProductId, Version},
};

/// The products of one reseller: its own, and those that it bought from the provider, which it can
/// only assign. Every method runs in one transaction and sees only that reseller's rows.
///
/// All methods may return [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait Products: Send + Sync {
    /// One product.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]
    async fn product(&self, desk: &Desk, id: ProductId) -> Result<ProductRecord, Refusal>;

    /// Stores a new product of the reseller's own under an id that the caller made: for this
    /// customer, or for the one whose number the form names, or for nobody yet. The same id sent
    /// twice creates one product and answers alike both times.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with `NoSuchCustomer` at the number; [`Refusal::NotFound`]: the given
    /// customer is not there.
    async fn create_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        customer: Option<CustomerId>,
        new: NewProduct,
    ) -> Result<ProductRecord, Refusal>;

    /// Replaces what the form holds, if the product still has the version the edit started from.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Changed`]; [`Refusal::Forbidden`]: the product is the
    /// provider's.
    async fn update_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
        new: NewProduct,
    ) -> Result<ProductRecord, Refusal>;

    /// Ends a product of the reseller's own today: it stays where it is and becomes inactive; or
    /// takes that back.
    ///
    /// # Errors
    /// As [`Self::update_product`].
    async fn end_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
        is_end: bool,
    ) -> Result<ProductRecord, Refusal>;

    /// Deletes a product of the reseller's own. Returns its name.
    ///
    /// # Errors
    /// As [`Self::update_product`].
    async fn delete_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
    ) -> Result<String, Refusal>;

    /// Assigns all these products to the customer, or to nobody; or none of them. What belongs to
    /// that customer already stays as it is and is not in the answer.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: the customer or a product is not there. [`Refusal::Changed`]: a product
    /// belongs to somebody else than was [`crate::assignment::Seen`].
    async fn assign_products(
        &self,
        desk: &May<EditProducts>,
        products: &[PickedProduct],
        customer: Option<CustomerId>,
    ) -> Result<Vec<MovedProduct>, Refusal>;

    /// Products that could be assigned to the customer, at most so many: those of nobody first, then
    /// by name. `search` is compared with names, articles and contracts as the list does it.
    async fn product_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<ProductChoice>, Refusal>;
}

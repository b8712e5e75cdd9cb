//! The port [`Products`]: each method beside its queries, in a file of its own.

mod assign;
mod change;
mod choices;
mod create;
mod end;
mod import;
mod remove;
mod stored_product;

pub use import::{Article, Imported, Purchase, PurchaseFaults};
pub(crate) use stored_product::StoredProduct;

use async_trait::async_trait;
use domain::{
    ports::Products,
    principal::Desk,
    product_record::{MovedProduct, NewProduct, PickedProduct, ProductChoice, ProductRecord},
    refusal::Refusal,
    rights::{EditProducts, May},
    values::{CustomerId, ProductId, Version},
};

use crate::{Db, task::finish};

#[async_trait]
impl Products for Db {
    async fn product(&self, desk: &Desk, id: ProductId) -> Result<ProductRecord, Refusal> {
        Ok(stored_product::get(self, desk, id).await?)
    }

    async fn create_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        customer: Option<CustomerId>,
        new: NewProduct,
    ) -> Result<ProductRecord, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { create::create(&db, &desk, id, customer, &new).await }).await
    }

    async fn update_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
        new: NewProduct,
    ) -> Result<ProductRecord, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::update(&db, &desk, id, version, &new).await }).await
    }

    async fn end_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
        is_end: bool,
    ) -> Result<ProductRecord, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { end::end(&db, &desk, id, version, is_end).await }).await
    }

    async fn delete_product(
        &self,
        desk: &May<EditProducts>,
        id: ProductId,
        version: Version,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { remove::delete(&db, &desk, id, version).await }).await
    }

    async fn assign_products(
        &self,
        desk: &May<EditProducts>,
        products: &[PickedProduct],
        customer: Option<CustomerId>,
    ) -> Result<Vec<MovedProduct>, Refusal> {
        let (db, desk, picked) = (self.clone(), *desk, products.to_vec());
        finish(async move { assign::assign(&db, &desk, &picked, customer).await }).await
    }

    async fn product_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<ProductChoice>, Refusal> {
        let found = self.read(desk, |db| async move {
            choices::choices(&db, desk, customer, search, most).await
        });
        Ok(found.await?)
    }
}

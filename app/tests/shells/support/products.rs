//! A port for products that notes who asked.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::{
    ports::Products,
    principal::Desk,
    product_record::{MovedProduct, NewProduct, PickedProduct, ProductChoice, ProductRecord},
    refusal::Refusal,
    rights::{EditProducts, May},
    values::{CustomerId, ProductId, ResellerId, Version},
};

/// Answers every call and notes the reseller for whom it was made.
#[derive(Default)]
pub struct NotingProducts {
    pub asked_for: Mutex<Vec<ResellerId>>,
}

impl NotingProducts {
    fn changed<T>(&self, desk: &Desk) -> Result<T, Refusal> {
        self.asked_for.lock().unwrap().push(desk.reseller());
        Err(Refusal::Changed)
    }
}

#[async_trait]
impl Products for NotingProducts {
    async fn product(&self, desk: &Desk, _: ProductId) -> Result<ProductRecord, Refusal> {
        self.changed(desk)
    }

    async fn create_product(
        &self,
        desk: &May<EditProducts>,
        _: ProductId,
        _: Option<CustomerId>,
        _: NewProduct,
    ) -> Result<ProductRecord, Refusal> {
        self.changed(desk)
    }

    async fn update_product(
        &self,
        desk: &May<EditProducts>,
        _: ProductId,
        _: Version,
        _: NewProduct,
    ) -> Result<ProductRecord, Refusal> {
        self.changed(desk)
    }

    async fn end_product(
        &self,
        desk: &May<EditProducts>,
        _: ProductId,
        _: Version,
        _: bool,
    ) -> Result<ProductRecord, Refusal> {
        self.changed(desk)
    }

    async fn delete_product(
        &self,
        desk: &May<EditProducts>,
        _: ProductId,
        _: Version,
    ) -> Result<String, Refusal> {
        self.changed(desk)
    }

    async fn assign_products(
        &self,
        desk: &May<EditProducts>,
        _: &[PickedProduct],
        _: Option<CustomerId>,
    ) -> Result<Vec<MovedProduct>, Refusal> {
        self.changed(desk)
    }

    async fn product_choices(
        &self,
        desk: &Desk,
        _: CustomerId,
        _: &str,
        _: u32,
    ) -> Result<Vec<ProductChoice>, Refusal> {
        self.changed(desk)
    }
}

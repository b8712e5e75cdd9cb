//! What the browser can ask the server about products. Each is a shell: who asks, one port, the
//! answer.

use domain::{
    product_form::ProductForm,
    product_record::{MovedProduct, PickedProduct, ProductChoice, ProductRecord},
    values::{CustomerId, ProductId, Version},
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::error::ApiError;

/// Products that are offered at once; the search finds the others.
#[cfg(feature = "ssr")]
const MOST_CHOICES: u32 = 50;

/// One product.
#[server(endpoint = "produkte/eines", input = Json, output = Postcard)]
pub async fn fetch_product(id: ProductId) -> Result<ProductRecord, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.products.product(&caller.who, id).await)
}

/// Stores a new product under an id made in the browser: sent twice, it is created once.
#[server(endpoint = "produkte/anlegen", input = Json, output = Postcard)]
pub async fn create_product(
    id: ProductId,
    customer: Option<CustomerId>,
    form: ProductForm,
) -> Result<ProductRecord, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let products = &caller.ports.products;
    let outcome = match form.validate() {
        Ok(new) => products.create_product(&may, id, customer, new).await,
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome)
}

/// Replaces what the form holds of the version that the edit started from.
#[server(endpoint = "produkte/speichern", input = Json, output = Postcard)]
pub async fn update_product(
    id: ProductId,
    version: Version,
    form: ProductForm,
) -> Result<ProductRecord, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let products = &caller.ports.products;
    let outcome = match form.validate() {
        Ok(new) => products.update_product(&may, id, version, new).await,
        Err(errors) => Err(errors.into()),
    };
    caller.respond(outcome)
}

/// Ends a product today, or takes that back.
#[server(endpoint = "produkte/beenden", input = Json, output = Postcard)]
pub async fn end_product(
    id: ProductId,
    version: Version,
    is_end: bool,
) -> Result<ProductRecord, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let products = &caller.ports.products;
    let outcome = products.end_product(&may, id, version, is_end).await;
    caller.respond(outcome)
}

/// Deletes a product of the reseller's own; says what it was called.
#[server(endpoint = "produkte/loeschen", input = Json, output = Postcard)]
pub async fn delete_product(id: ProductId, version: Version) -> Result<String, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let products = &caller.ports.products;
    let outcome = products.delete_product(&may, id, version).await;
    caller.respond(outcome)
}

/// Assigns products to a customer, or to nobody; says what moved from whom.
#[server(endpoint = "produkte/zuordnen", input = Json, output = Postcard)]
pub async fn assign_products(
    products: Vec<PickedProduct>,
    customer: Option<CustomerId>,
) -> Result<Vec<MovedProduct>, ApiError> {
    let caller = Caller::current()?;
    let may = caller.may()?;
    let port = &caller.ports.products;
    let outcome = port.assign_products(&may, &products, customer).await;
    caller.respond(outcome)
}

/// Products that the customer could be given.
#[server(endpoint = "produkte/auswahl", input = Json, output = Postcard)]
pub async fn fetch_product_choices(
    customer: CustomerId,
    search: String,
) -> Result<Vec<ProductChoice>, ApiError> {
    let caller = Caller::current()?;
    let products = &caller.ports.products;
    let found = products.product_choices(&caller.who, customer, &search, MOST_CHOICES);
    let outcome = found.await;
    caller.respond(outcome)
}

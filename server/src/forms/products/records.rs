//! A product as a record.

use app::{caller::status, submitted::Submitted};
use axum::{extract::Path, response::Response};
use domain::{
    ports::Products,
    product_form::ProductForm,
    refusal::Refusal,
    values::{ProductId, Version},
};

use super::{page_of, version};
use crate::forms::{
    domains::answer::{Sender, id, to},
    fields::Fields,
};

/// `POST /produkte/neu`
pub async fn create(sender: Sender, fields: Fields) -> Response {
    store_new(sender, None, fields).await
}

/// `POST /mkm/kunden/{id}/produkte/neu`
pub async fn create_for(sender: Sender, Path(customer): Path<String>, fields: Fields) -> Response {
    store_new(sender, Some(customer), fields).await
}

async fn store_new(sender: Sender, customer: Option<String>, fields: Fields) -> Response {
    let new_id = fields
        .get("id")
        .parse()
        .unwrap_or_else(|_| ProductId::new());
    let form: ProductForm = fields.form();
    match try_storing(&sender, new_id, customer.as_deref(), &form).await {
        Ok(name) => to(&page_of(customer.as_deref()), "produkt-angelegt", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::CreateProduct {
                id: new_id,
                form,
                refusal,
            };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_storing(
    sender: &Sender,
    new_id: ProductId,
    customer: Option<&str>,
    form: &ProductForm,
) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let customer = customer.map(id).transpose()?;
    let new = form.validate()?;
    let stored = sender.app.db().create_product(&may, new_id, customer, new);
    Ok(stored.await?.record.name)
}

/// `POST /produkte/{id}`
pub async fn update(sender: Sender, Path(product): Path<String>, fields: Fields) -> Response {
    replace(sender, None, &product, fields).await
}

/// `POST /mkm/kunden/{id}/produkte/{product}`
pub async fn update_of(
    sender: Sender,
    Path((customer, product)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    replace(sender, Some(&customer), &product, fields).await
}

async fn replace(
    sender: Sender,
    customer: Option<&str>,
    product: &str,
    fields: Fields,
) -> Response {
    let version = version(&fields);
    let form: ProductForm = fields.form();
    match try_replacing(&sender, product, version, &form).await {
        Ok(name) => to(&page_of(customer), "produkt-gespeichert", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::EditProduct {
                version,
                form,
                refusal,
            };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_replacing(
    sender: &Sender,
    product: &str,
    version: Version,
    form: &ProductForm,
) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let product = id(product)?;
    let new = form.validate()?;
    let stored = sender.app.db().update_product(&may, product, version, new);
    Ok(stored.await?.record.name)
}

//! Ending a product, and deleting it.

use app::{caller::status, submitted::Submitted};
use axum::{extract::Path, response::Response};
use domain::{ports::Products, refusal::Refusal, values::Version};

use super::{page_of, version};
use crate::forms::{
    domains::answer::{Sender, id, to},
    fields::Fields,
};

/// `POST /produkte/{id}/beenden`
pub async fn end(sender: Sender, Path(product): Path<String>, fields: Fields) -> Response {
    store_end(sender, None, &product, fields).await
}

/// `POST /mkm/kunden/{id}/produkte/{product}/beenden`
pub async fn end_of(
    sender: Sender,
    Path((customer, product)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    store_end(sender, Some(&customer), &product, fields).await
}

async fn store_end(
    sender: Sender,
    customer: Option<&str>,
    product: &str,
    fields: Fields,
) -> Response {
    let is_end = fields.get("is_end") != "false";
    match try_ending(&sender, product, version(&fields), is_end).await {
        Ok(name) => {
            let what = if is_end {
                "produkt-beendet"
            } else {
                "produkt-aufgenommen"
            };
            to(&page_of(customer), what, &name)
        }
        Err(refusal) => {
            let code = status(&refusal);
            sender
                .decline(code, Submitted::EndProduct { refusal })
                .await
        }
    }
}

async fn try_ending(
    sender: &Sender,
    product: &str,
    version: Version,
    is_end: bool,
) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let db = sender.app.db();
    let ended = db.end_product(&may, id(product)?, version, is_end);
    Ok(ended.await?.record.name)
}

/// `POST /produkte/{id}/loeschen`
pub async fn delete(sender: Sender, Path(product): Path<String>, fields: Fields) -> Response {
    take_out(sender, None, &product, fields).await
}

/// `POST /mkm/kunden/{id}/produkte/{product}/loeschen`
pub async fn delete_from(
    sender: Sender,
    Path((customer, product)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    take_out(sender, Some(&customer), &product, fields).await
}

async fn take_out(
    sender: Sender,
    customer: Option<&str>,
    product: &str,
    fields: Fields,
) -> Response {
    match try_deleting(&sender, product, version(&fields)).await {
        Ok(name) => to(&page_of(customer), "produkt-geloescht", &name),
        Err(refusal) => {
            let code = status(&refusal);
            sender
                .decline(code, Submitted::DeleteProduct { refusal })
                .await
        }
    }
}

async fn try_deleting(sender: &Sender, product: &str, version: Version) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let db = sender.app.db();
    let deleted = db.delete_product(&may, id(product)?, version);
    deleted.await
}

//! Whose a product is.

use app::{caller::status, submitted::Submitted};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{assignment::Seen, ports::Products, product_record::PickedProduct, refusal::Refusal};

use super::page_of;
use crate::forms::{
    domains::answer::{Sender, id, to},
    fields::Fields,
};

/// `POST /mkm/kunden/{id}/produkte/zuordnen`
pub async fn assign(sender: Sender, Path(customer): Path<String>, fields: Fields) -> Response {
    let picked: Vec<PickedProduct> = fields
        .all("product")
        .filter_map(|value| value.parse().ok())
        .collect();
    match try_assigning(&sender, &customer, &picked).await {
        Ok(Some(count)) => to(
            &page_of(Some(&customer)),
            "produkte-zugeordnet",
            &count.to_string(),
        ),
        Ok(None) => {
            let submitted = Submitted::AssignProducts {
                picked,
                refusal: None,
            };
            sender
                .decline(StatusCode::UNPROCESSABLE_ENTITY, submitted)
                .await
        }
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::AssignProducts {
                picked,
                refusal: Some(refusal),
            };
            sender.decline(code, submitted).await
        }
    }
}

/// How many moved; `None` where none was picked.
async fn try_assigning(
    sender: &Sender,
    customer: &str,
    picked: &[PickedProduct],
) -> Result<Option<usize>, Refusal> {
    let may = sender.identity.may()?;
    if picked.is_empty() {
        return Ok(None);
    }
    let customer = Some(id(customer)?);
    let moved = sender.app.db().assign_products(&may, picked, customer);
    Ok(Some(moved.await?.len()))
}

/// `POST /mkm/kunden/{id}/produkte/{product}/loesen`
pub async fn release(
    sender: Sender,
    Path((customer, product)): Path<(String, String)>,
) -> Response {
    match try_releasing(&sender, &customer, &product).await {
        Ok(name) => to(&page_of(Some(&customer)), "produkt-frei", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::ReleaseProduct { refusal };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_releasing(sender: &Sender, customer: &str, product: &str) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let picked = PickedProduct {
        id: id(product)?,
        seen: Seen::Owner(Some(id(customer)?)),
    };
    let moved = sender
        .app
        .db()
        .assign_products(&may, &[picked], None)
        .await?;
    Ok(moved
        .into_iter()
        .next()
        .map(|moved| moved.name)
        .unwrap_or_default())
}

//! Products as records.

mod assigning;
mod importing;
mod records;

use domain::{
    ports::Products,
    product_form::ProductForm,
    product_record::{NewProduct, ProductRecord},
    values::{CustomerId, ProductId},
};

use crate::stage::{Stage, may};

fn form(name: &str) -> ProductForm {
    ProductForm {
        name: name.to_owned(),
        contract: "RV-1".to_owned(),
        since: "2024-01-31".to_owned(),
        customer: String::new(),
    }
}

fn checked(form: &ProductForm) -> NewProduct {
    form.validate().unwrap()
}

/// Stores one of my own products.
async fn stored(stage: &Stage, name: &str, customer: Option<CustomerId>) -> ProductRecord {
    let new = checked(&form(name));
    let created = stage
        .db
        .create_product(may(&stage.mine), ProductId::new(), customer, new);
    created.await.unwrap()
}

/// Number of the customer that owns it.
fn owner(record: &ProductRecord) -> Option<&str> {
    record.owner.as_ref().map(|owner| owner.number.as_str())
}

//! What a customer's form holds, as the function `customer_record` gives it.

use domain::{
    customer_form::CustomerForm,
    refusal::Refusal,
    values::{CustomerId, Version},
};
use serde::Deserialize;
use sqlx::types::Json;

use crate::{error::Failure, tenant::TenantTx};

/// The columns as they are stored.
#[derive(Debug, Deserialize)]
pub(super) struct StoredCustomer {
    number: String,
    company: Option<String>,
    last_name: String,
    first_name: String,
    street: String,
    postal_code: String,
    city: String,
    country: String,
    phone: String,
    mobile: String,
    email: String,
    website: Option<String>,
    pub(super) version: i32,
}

impl StoredCustomer {
    /// As the form that edits it holds it.
    pub(super) fn form(self) -> CustomerForm {
        CustomerForm {
            number: self.number,
            company: self.company.unwrap_or_default(),
            last_name: self.last_name,
            first_name: self.first_name,
            street: self.street,
            postal_code: self.postal_code,
            city: self.city,
            country: self.country,
            phone: self.phone,
            mobile: self.mobile,
            email: self.email,
            website: self.website.unwrap_or_default(),
        }
    }
}

pub(crate) async fn record(
    tx: &mut TenantTx,
    id: CustomerId,
) -> Result<(Version, CustomerForm), Failure> {
    let Json(stored) = sqlx::query_scalar!(
        r#"select customer_record(customer) as "record!: Json<StoredCustomer>" from customer where id = $1"#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    Ok((Version(stored.version), stored.form()))
}

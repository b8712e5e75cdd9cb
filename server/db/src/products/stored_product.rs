//! A row of the table `product`, with its article and the customer it belongs to.

use chrono::NaiveDate;
use domain::{
    customer::{ProductKind, ProductRow},
    domain_form::written_day,
    keys::product_reference,
    principal::Desk,
    product_form::ProductForm,
    product_record::ProductRecord,
    refusal::Refusal,
    values::{ProductId, Version},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{Db, domains::owner, error::Failure, stored, tenant::TenantTx};

/// The columns as they are stored.
#[derive(Debug, Deserialize)]
pub(crate) struct StoredProduct {
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) contract: Option<String>,
    pub(crate) active: bool,
    pub(crate) since: NaiveDate,
    pub(crate) ended_on: Option<NaiveDate>,
    /// Number and name; `None` for a product of the reseller's own.
    pub(crate) article: Option<String>,
    /// Not asked for where it is known anyhow.
    pub(crate) owner_id: Option<Uuid>,
    pub(crate) owner_number: Option<String>,
    pub(crate) owner_last_name: Option<String>,
}

impl StoredProduct {
    pub(super) fn kind(&self) -> Result<ProductKind, Failure> {
        stored::product_kind(&self.kind)
    }

    /// As the form that edits it holds it.
    pub(super) fn form(&self) -> ProductForm {
        ProductForm {
            name: self.name.clone(),
            contract: self.contract.clone().unwrap_or_default(),
            since: written_day(self.since),
            customer: self.owner_number.clone().unwrap_or_default(),
        }
    }

    pub(super) fn record(self) -> Result<ProductRecord, Failure> {
        Ok(ProductRecord {
            id: ProductId::from_uuid(self.id),
            version: Version(self.version),
            kind: self.kind()?,
            record: self.form(),
            article: self.article.unwrap_or_default(),
            active: self.active,
            ended_on: self.ended_on,
            owner: owner(self.owner_id, self.owner_number, self.owner_last_name),
        })
    }

    /// As its customer's page shows it.
    pub(crate) fn row(self) -> Result<ProductRow, Failure> {
        Ok(ProductRow {
            id: ProductId::from_uuid(self.id),
            version: Version(self.version),
            kind: self.kind()?,
            name: self.name,
            reference: product_reference(self.article.as_deref(), self.contract.as_deref()),
            active: self.active,
            since: self.since,
            ended_on: self.ended_on,
        })
    }
}

pub(super) async fn get(db: &Db, desk: &Desk, id: ProductId) -> Result<ProductRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let stored = stored(&mut tx, id).await?;
    tx.commit().await?;
    stored.ok_or(Refusal::NotFound)?.record()
}

pub(super) async fn stored(
    tx: &mut TenantTx,
    id: ProductId,
) -> Result<Option<StoredProduct>, Failure> {
    let stored = sqlx::query_as!(
        StoredProduct,
        r#"
        select product.id, product.version, product.kind, product.name, product.contract, product.active,
            product.since, product.ended_on, article.number || ' ' || article.name as article,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from product
        left join shop_article as article on article.number = product.shop_article
        left join customer as owner
            on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        where product.id = $1
        "#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(stored)
}

/// Why a change of a reseller's own product that names this version did not find it.
pub(super) async fn not_had(tx: &mut TenantTx, id: ProductId) -> Failure {
    match stored(tx, id).await {
        Ok(None) => Refusal::NotFound.into(),
        Ok(Some(stored)) if stored.kind == "provider" => Refusal::Forbidden.into(),
        Ok(Some(_)) => Refusal::Changed.into(),
        Err(failure) => failure,
    }
}

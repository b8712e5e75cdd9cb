//! Creating a product of the reseller's own.

use domain::{
    keys::product_keys,
    principal::Desk,
    product_form::{ProductErrors, ProductField},
    product_record::{NewProduct, ProductRecord},
    refusal::Refusal,
    values::{CustomerId, CustomerNumber, Line, ProductId, ValueError},
};
use uuid::Uuid;

use super::stored_product::stored;
use crate::{Db, error::Failure, tenant::TenantTx};

/// The id that the browser made lets a form that is sent twice create one product.
pub(super) async fn create(
    db: &Db,
    desk: &Desk,
    id: ProductId,
    customer: Option<CustomerId>,
    new: &NewProduct,
) -> Result<ProductRecord, Failure> {
    match store(db, desk, id, customer, new).await {
        // The customer was deleted meanwhile, or never was.
        Err(failure) if failure.constraint() == Some("product_customer_fkey") => {
            Err(Refusal::NotFound.into())
        }
        outcome => outcome,
    }
}

async fn store(
    db: &Db,
    desk: &Desk,
    id: ProductId,
    customer: Option<CustomerId>,
    new: &NewProduct,
) -> Result<ProductRecord, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let customer = match (customer, &new.customer) {
        (Some(customer), _) => Some(customer.uuid()),
        (None, Some(number)) => Some(numbered(&mut tx, number).await?),
        (None, None) => None,
    };
    insert(&mut tx, id, customer, new).await?;
    let now = stored(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    now.record()
}

async fn numbered(tx: &mut TenantTx, number: &CustomerNumber) -> Result<Uuid, Failure> {
    let found = sqlx::query_scalar!(
        "select id from customer where lower(number) = lower($1) for key share",
        number.as_str()
    )
    .fetch_optional(&mut **tx)
    .await?;
    let missing = ProductErrors::of(ProductField::Customer, ValueError::NoSuchCustomer);
    Ok(found.ok_or_else(|| Refusal::from(missing))?)
}

/// One whose id exists is left as it is.
async fn insert(
    tx: &mut TenantTx,
    id: ProductId,
    customer: Option<Uuid>,
    new: &NewProduct,
) -> Result<(), Failure> {
    let contract = new.contract.as_ref().map(Line::as_str);
    let keys = product_keys(new.name.as_str(), None, contract);
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        r#"
        with stored as (
            insert into product (
                reseller_id, id, customer_id, kind, name, contract, since, name_key, search_key
            )
            values ($1, $2, $3, 'reseller', $4, $5, $6, $7, $8)
            on conflict on constraint product_pkey do nothing
            returning id, customer_id, product_record(product) as record
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
        select $1, $9, $10, $11, 'product.created', id,
            record || jsonb_build_object('customer', customer_reference($1, customer_id))
        from stored
        "#,
        tx.reseller(),
        id.uuid(),
        customer,
        new.name.as_str(),
        contract,
        new.since,
        keys.name,
        keys.search,
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

//! Creating and editing one customer.

use domain::{
    customer::{CustomerDetail, CustomerRow, NewCustomer},
    customer_form::CustomerForm,
    packed::Packed,
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, Line, Version, Website},
};
use uuid::Uuid;

use super::{
    batch::{Batch, keys},
    count,
    detail::detail,
};
use crate::{Db, error::Failure, tenant::TenantTx};

/// The id that the browser made lets a form that is sent twice create one customer.
pub(super) async fn create(
    db: &Db,
    desk: &Desk,
    id: CustomerId,
    new: &NewCustomer,
) -> Result<CustomerRow, Failure> {
    match store(db, desk, id, new).await {
        Ok(row) => Ok(row),
        Err(taken) if taken.constraint() == Some("customer_number_key") => {
            // Perhaps by the same form, sent twice at the same moment.
            row(&mut TenantTx::begin(db, desk).await?, id)
                .await?
                .ok_or(taken)
        }
        Err(failure) => Err(failure),
    }
}

async fn store(
    db: &Db,
    desk: &Desk,
    id: CustomerId,
    new: &NewCustomer,
) -> Result<CustomerRow, Failure> {
    let mut batch = Batch::default();
    batch.push(id, new);
    let mut tx = TenantTx::begin(db, desk).await?;
    batch.insert(&mut tx).await?;
    let row = row(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    Ok(row)
}

async fn row(tx: &mut TenantTx, id: CustomerId) -> Result<Option<CustomerRow>, Failure> {
    let row = sqlx::query!(
        r#"
        select number, last_name, first_name, coalesce(company, '') as "company!", product_count, user_count
        from customer
        where id = $1
        "#,
        id.uuid()
    )
    .map(|row| CustomerRow {
        number: row.number,
        last_name: row.last_name,
        first_name: row.first_name,
        company: row.company,
        products: count(row.product_count),
        users: count(row.user_count),
    })
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

/// Nothing is changed where somebody else was first: the refusal holds what is stored now.
pub(super) async fn update(
    db: &Db,
    desk: &Desk,
    id: CustomerId,
    version: Version,
    new: &NewCustomer,
) -> Result<CustomerDetail, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let changed = replace(&mut tx, id, version, new).await?;
    tx.commit().await?;
    let now = detail(db, desk, id).await?;
    // The same edit sent again, because the first answer was lost, is no conflict.
    if changed || now.record == CustomerForm::from(new) {
        Ok(now)
    } else {
        Err(Refusal::Conflict(Packed::of(&now)).into())
    }
}

/// Returns whether the customer had the version.
pub(crate) async fn replace(
    tx: &mut TenantTx,
    id: CustomerId,
    version: Version,
    new: &NewCustomer,
) -> Result<bool, Failure> {
    let keys = keys(new);
    let (actor, actor_account) = tx.actor();
    let changed = sqlx::query!(
        r#"
        with before as (
            select id, customer_record(customer) as record
            from customer
            where id = $1 and version = $2
            for update
        ), changed as (
            update customer
            set number = $3, company = $4, last_name = $5, first_name = $6, street = $7,
                postal_code = $8, city = $9, country = $10, phone = $11, mobile = $12,
                email = $13, website = $14, number_key = $15, name_key = $16,
                first_name_key = $17, company_key = $18, search_key = $19,
                version = customer.version + 1, updated_at = now()
            from before
            where customer.id = before.id
            returning before.record as before, customer_record(customer) as after
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $20, $21, $22, $23, 'customer.changed', $1, before, after
        from changed
        "#,
        id.uuid(),
        version.0,
        new.number.as_str(),
        new.company.as_ref().map(Line::as_str),
        new.last_name.as_str(),
        new.first_name.as_str(),
        new.street.as_str(),
        new.postal_code.as_str(),
        new.city.as_str(),
        new.country.code(),
        new.phone.as_str(),
        new.mobile.as_str(),
        new.email.as_str(),
        new.website.as_ref().map(Website::as_str),
        keys.number,
        keys.last_name,
        keys.first_name,
        keys.company,
        keys.search,
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

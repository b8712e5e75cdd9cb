//! One customer with everything its tabs show.

use domain::{
    customer::{CustomerDetail, DomainRow, ProductKind, ProductRow},
    customer_form::CustomerForm,
    deletion::{Facts, assess},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, Version},
};

use crate::{
    Db, domains::StoredDomain, error::Failure, products::StoredProduct, tenant::TenantTx, users,
};

pub(super) async fn detail(
    db: &Db,
    desk: &Desk,
    id: CustomerId,
) -> Result<CustomerDetail, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let (version, record) = record(&mut tx, id).await?;
    let domains = domains(&mut tx, id).await?;
    let products = products(&mut tx, id).await?;
    let users = users::of_customer(&mut tx, id).await?;
    tx.commit().await?;
    let deletion = assess(facts(&products, users.len(), domains.len()));
    Ok(CustomerDetail {
        id,
        version,
        record,
        domains,
        products,
        users,
        deletion,
    })
}

fn facts(products: &[ProductRow], users: usize, domains: usize) -> Facts {
    let of_kind = |kind| {
        products
            .iter()
            .filter(|product| product.kind == kind)
            .count()
    };
    let count = |length| u32::try_from(length).unwrap_or(u32::MAX);
    Facts {
        provider_products: count(of_kind(ProductKind::Provider)),
        reseller_products: count(of_kind(ProductKind::Reseller)),
        users: count(users),
        domains: count(domains),
    }
}

pub(crate) async fn record(
    tx: &mut TenantTx,
    id: CustomerId,
) -> Result<(Version, CustomerForm), Failure> {
    let row = sqlx::query!(
        "select number, company, last_name, first_name, street, postal_code, city, country,
             phone, mobile, email, website, version
         from customer
         where id = $1",
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    let record = CustomerForm {
        number: row.number,
        company: row.company.unwrap_or_default(),
        last_name: row.last_name,
        first_name: row.first_name,
        street: row.street,
        postal_code: row.postal_code,
        city: row.city,
        country: row.country,
        phone: row.phone,
        mobile: row.mobile,
        email: row.email,
        website: row.website.unwrap_or_default(),
    };
    Ok((Version(row.version), record))
}

async fn domains(tx: &mut TenantTx, id: CustomerId) -> Result<Vec<DomainRow>, Failure> {
    let rows = sqlx::query_as!(
        StoredDomain,
        r#"
        select domain.id, domain.version, contract, name, active, registrar, verification, verification_until,
            verification_checked_at, zone, zone_checked_at, transfer_lock, transfer_lock_checked_at,
            renewal_mode, renewal_mode_checked_at, registrar_status,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from domain
        join customer as owner on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.customer_id = $1
        order by domain.name_key, domain.name
        "#,
        id.uuid()
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter().map(StoredDomain::row).collect()
}

async fn products(tx: &mut TenantTx, id: CustomerId) -> Result<Vec<ProductRow>, Failure> {
    let rows = sqlx::query_as!(
        StoredProduct,
        r#"
        select product.id, product.version, product.kind, product.name, product.contract, product.active,
            product.since, product.ended_on, article.number || ' ' || article.name as article,
            owner.id as "owner_id?", owner.number as "owner_number?", owner.last_name as "owner_last_name?"
        from product
        join customer as owner on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        left join shop_article as article on article.number = product.shop_article
        where product.customer_id = $1
        order by product.kind, product.name, product.since, product.id
        "#,
        id.uuid()
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter().map(StoredProduct::row).collect()
}

//! One customer with everything its tabs show.

use chrono::Utc;
use domain::{
    customer::{CustomerDetail, ProductKind, ProductRow},
    deletion::{Facts, assess},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, Version},
};
use sqlx::types::Json;

use super::stored_customer::StoredCustomer;
use crate::{
    Db, domains::StoredDomain, error::Failure, products::StoredProduct, tenant::TenantTx,
    users::StoredUser,
};

pub(super) async fn detail(
    db: &Db,
    desk: &Desk,
    id: CustomerId,
) -> Result<CustomerDetail, Failure> {
    let mut tx = TenantTx::planned_once(db, desk).await?;
    let found = found(&mut tx, id).await?;
    tx.commit().await?;
    let Found {
        customer: Json(customer),
        domains,
        products,
        users,
    } = found.ok_or(Refusal::NotFound)?;
    let now = Utc::now();
    let domains = rows(domains, StoredDomain::row)?;
    let products = rows(products, StoredProduct::row)?;
    let users = rows(users, |user| Ok(user.row(now)))?;
    let deletion = assess(facts(&products, users.len(), domains.len()));
    Ok(CustomerDetail {
        id,
        version: Version(customer.version),
        record: customer.form(),
        domains,
        products,
        users,
        deletion,
    })
}

/// A customer, and the rows of what belongs to it; `None` where there are none.
struct Found {
    customer: Json<StoredCustomer>,
    domains: Option<Json<Vec<StoredDomain>>>,
    products: Option<Json<Vec<StoredProduct>>>,
    users: Option<Json<Vec<StoredUser>>>,
}

/// One statement, so that all of it is of one moment and one way to the database and back brings it.
async fn found(tx: &mut TenantTx, id: CustomerId) -> sqlx::Result<Option<Found>> {
    sqlx::query_as!(
        Found,
        r#"
        select
            customer_record(customer) as "customer!: Json<StoredCustomer>",
            (
                select json_agg(one)
                from (
                    select id, version, contract, name, active, registrar, verification, verification_until,
                        verification_checked_at, zone, zone_checked_at, transfer_lock,
                        transfer_lock_checked_at, renewal_mode, renewal_mode_checked_at, registrar_status
                    from domain
                    where domain.reseller_id = customer.reseller_id and domain.customer_id = customer.id
                    order by name_key, name
                ) as one
            ) as "domains?: Json<Vec<StoredDomain>>",
            (
                select json_agg(one)
                from (
                    select product.id, version, kind, product.name, contract, active, since, ended_on,
                        article.number || ' ' || article.name as article
                    from product
                    left join shop_article as article on article.number = product.shop_article
                    where product.reseller_id = customer.reseller_id and product.customer_id = customer.id
                    order by kind, product.name, since, product.id
                ) as one
            ) as "products?: Json<Vec<StoredProduct>>",
            (
                select json_agg(one)
                from (
                    select account.id, version, user_name, first_name, last_name, email, active,
                        has_password, invited_at, mail.state as mail_state, mail.done_at as mail_done_at,
                        (
                            select count(*)
                            from customer_account as others
                            where others.reseller_id = account.reseller_id
                                and others.account_id = account.id
                        ) as customers
                    from customer_account as link
                    join account on account.reseller_id = link.reseller_id and account.id = link.account_id
                    left join lateral (
                        select state, done_at
                        from outgoing_mail
                        where outgoing_mail.reseller_id = account.reseller_id
                            and outgoing_mail.account_id = account.id
                            and outgoing_mail.kind = 'invitation'
                        order by queued_at desc
                        limit 1
                    ) as mail on true
                    where link.reseller_id = customer.reseller_id and link.customer_id = customer.id
                    order by account.user_name_key
                ) as one
            ) as "users?: Json<Vec<StoredUser>>"
        from customer
        where customer.id = $1
        "#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await
}

/// As the page shows them.
fn rows<Stored, Row>(
    found: Option<Json<Vec<Stored>>>,
    row: impl Fn(Stored) -> Result<Row, Failure>,
) -> Result<Vec<Row>, Failure> {
    let found = found.map(|Json(rows)| rows).unwrap_or_default();
    found.into_iter().map(row).collect()
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

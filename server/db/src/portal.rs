//! The port [`Portal`]. Row-level security keeps the resellers apart; that an account reaches only its
//! own customers is said in every statement here, by its row in `customer_account`.

mod propose;

use async_trait::async_trait;
use domain::{
    customer::{DomainRow, NewCustomer, ProductRow},
    portal::{OwnCustomer, PortalCustomer},
    ports::Portal,
    principal::PortalDesk,
    proposal::Proposal,
    refusal::Refusal,
    values::{CustomerId, ProductId, Version},
};

use crate::{
    Db,
    customers::{count, record},
    domains::StoredDomain,
    error::Failure,
    proposals::{Stored, proposal},
    stored,
    task::finish,
    tenant::TenantTx,
};

#[async_trait]
impl Portal for Db {
    async fn own_customers(&self, portal: &PortalDesk) -> Result<Vec<OwnCustomer>, Refusal> {
        Ok(own_customers(self, portal).await?)
    }

    async fn own_customer(
        &self,
        portal: &PortalDesk,
        id: CustomerId,
    ) -> Result<PortalCustomer, Refusal> {
        Ok(own_customer(self, portal, id).await?)
    }

    async fn propose(
        &self,
        portal: &PortalDesk,
        id: CustomerId,
        typed: NewCustomer,
    ) -> Result<bool, Refusal> {
        let (db, portal) = (self.clone(), *portal);
        finish(async move { propose::propose(&db, &portal, id, &typed).await }).await
    }
}

async fn own_customers(db: &Db, portal: &PortalDesk) -> Result<Vec<OwnCustomer>, Failure> {
    let mut tx = TenantTx::portal_snapshot(db, portal).await?;
    let rows = sqlx::query!(
        r#"
        select customer.id, customer.number,
            coalesce(customer.company, customer.first_name || ' ' || customer.last_name) as "name!",
            (
                select count(*) from domain
                where domain.reseller_id = customer.reseller_id and domain.customer_id = customer.id
                    and domain.needs_action
            )::integer as "to_act_on!"
        from customer_account as link
        join customer on customer.reseller_id = link.reseller_id and customer.id = link.customer_id
        where link.reseller_id = $1 and link.account_id = $2
        order by customer.company_key, customer.name_key, customer.number_key, customer.id
        "#,
        tx.reseller(),
        portal.account().uuid()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows
        .into_iter()
        .map(|row| OwnCustomer {
            id: CustomerId::from_uuid(row.id),
            number: row.number,
            name: row.name,
            to_act_on: count(row.to_act_on),
        })
        .collect())
}

async fn own_customer(
    db: &Db,
    portal: &PortalDesk,
    id: CustomerId,
) -> Result<PortalCustomer, Failure> {
    let mut tx = TenantTx::portal_snapshot(db, portal).await?;
    ensure_own(&mut tx, portal, id).await?;
    let (_, record) = record(&mut tx, id).await?;
    let domains = domains(&mut tx, portal, id).await?;
    let products = products(&mut tx, portal, id).await?;
    let proposal = latest_proposal(&mut tx, portal, id).await?;
    tx.commit().await?;
    Ok(PortalCustomer {
        id,
        record,
        domains,
        products,
        proposal,
    })
}

/// # Errors
/// [`Refusal::NotFound`]: the account has no such customer.
async fn ensure_own(tx: &mut TenantTx, portal: &PortalDesk, id: CustomerId) -> Result<(), Failure> {
    let own = sqlx::query_scalar!(
        r#"
        select exists (
            select from customer_account
            where reseller_id = $1 and customer_id = $2 and account_id = $3
        ) as "own!"
        "#,
        tx.reseller(),
        id.uuid(),
        portal.account().uuid()
    )
    .fetch_one(&mut **tx)
    .await?;
    if own {
        Ok(())
    } else {
        Err(Refusal::NotFound.into())
    }
}

async fn domains(
    tx: &mut TenantTx,
    portal: &PortalDesk,
    id: CustomerId,
) -> Result<Vec<DomainRow>, Failure> {
    let rows = sqlx::query_as!(
        StoredDomain,
        r#"
        select domain.id, domain.version, contract, name, active, registrar, verification, verification_until,
            verification_checked_at, zone, zone_checked_at, transfer_lock, transfer_lock_checked_at,
            renewal_mode, renewal_mode_checked_at, registrar_status,
            null::uuid as "owner_id?", null::text as "owner_number?", null::text as "owner_last_name?"
        from customer_account as link
        join domain on domain.reseller_id = link.reseller_id and domain.customer_id = link.customer_id
        where link.reseller_id = $1 and link.customer_id = $2 and link.account_id = $3
        order by domain.needs_action desc, domain.name_key, domain.name
        "#,
        tx.reseller(),
        id.uuid(),
        portal.account().uuid()
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter().map(StoredDomain::row).collect()
}

async fn products(
    tx: &mut TenantTx,
    portal: &PortalDesk,
    id: CustomerId,
) -> Result<Vec<ProductRow>, Failure> {
    let rows = sqlx::query!(
        r#"
        select
            product.id, product.version, product.kind, product.name, product.active, product.since,
            product.ended_on,
            coalesce(article.number || ' ' || article.name, product.contract, '') as "reference!"
        from customer_account as link
        join product on product.reseller_id = link.reseller_id and product.customer_id = link.customer_id
        left join shop_article as article on article.number = product.shop_article
        where link.reseller_id = $1 and link.customer_id = $2 and link.account_id = $3
        order by product.active desc, product.name, product.since, product.id
        "#,
        tx.reseller(),
        id.uuid(),
        portal.account().uuid()
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ProductRow {
                id: ProductId::from_uuid(row.id),
                version: Version(row.version),
                kind: stored::product_kind(&row.kind)?,
                name: row.name,
                reference: row.reference,
                active: row.active,
                since: row.since,
                ended_on: row.ended_on,
            })
        })
        .collect()
}

async fn latest_proposal(
    tx: &mut TenantTx,
    portal: &PortalDesk,
    id: CustomerId,
) -> Result<Option<Proposal>, Failure> {
    let row = sqlx::query_as!(
        Stored,
        r#"
        select proposal.id, proposal.proposed, proposal.created_at, proposal.decided_at, proposal.accepted,
            account.user_name, account.first_name, account.last_name,
            customer_record(customer) as "today!", customer.version
        from customer_proposal as proposal
        join customer_account as link on link.reseller_id = proposal.reseller_id
            and link.customer_id = proposal.customer_id and link.account_id = proposal.account_id
        join account on account.reseller_id = proposal.reseller_id and account.id = proposal.account_id
        join customer on customer.reseller_id = proposal.reseller_id and customer.id = proposal.customer_id
        where proposal.reseller_id = $1 and proposal.customer_id = $2 and proposal.account_id = $3
        order by proposal.created_at desc
        limit 1
        "#,
        tx.reseller(),
        id.uuid(),
        portal.account().uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    row.map(proposal).transpose()
}

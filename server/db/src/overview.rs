//! The port [`Overviews`].

use async_trait::async_trait;
use domain::{overview::Overview, ports::Overviews, principal::Desk, refusal::Refusal};

use crate::{Db, customers::count, error::Failure, tenant::TenantTx};

#[async_trait]
impl Overviews for Db {
    async fn overview(&self, desk: &Desk) -> Result<Overview, Refusal> {
        Ok(overview(self, desk).await?)
    }
}

/// The sizes of lists are kept beside them; of the rest, an index holds what is counted.
async fn overview(db: &Db, desk: &Desk) -> Result<Overview, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let row = sqlx::query!(
        r#"
        select
            (select coalesce(max(customers), 0) from customer_list_state where reseller_id = $1) as "customers!",
            (select coalesce(max(size), 0) from list_state where reseller_id = $1 and list = 'products') as "products!",
            (select coalesce(max(size), 0) from list_state where reseller_id = $1 and list = 'domains') as "domains!",
            (
                select count(*) from domain where reseller_id = $1 and customer_id is null
            )::integer as "unassigned_domains!",
            (
                select count(*) from domain where reseller_id = $1 and needs_action
            )::integer as "domains_to_act_on!",
            (
                select count(*) from customer_proposal where reseller_id = $1 and decided_at is null
            )::integer as "waiting_proposals!",
            (
                select count(*)
                from account
                where reseller_id = $1 and role = 'portal' and active and not has_password
            )::integer as "open_invitations!"
        "#,
        tx.reseller()
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Overview {
        customers: count(row.customers),
        domains: count(row.domains),
        products: count(row.products),
        unassigned_domains: count(row.unassigned_domains),
        domains_to_act_on: count(row.domains_to_act_on),
        waiting_proposals: count(row.waiting_proposals),
        open_invitations: count(row.open_invitations),
    })
}

//! The port [`Proposals`]: what end customers would have corrected, and what becomes of it.

mod decide;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    customer_form::Field,
    form::FormField,
    ports::Proposals,
    principal::Desk,
    proposal::{Change, Proposal, WaitingProposal},
    refusal::Refusal,
    rights::{DecideProposals, May},
    values::{CustomerId, ProposalId, Version},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{Db, error::Failure, task::finish, tenant::TenantTx};

#[async_trait]
impl Proposals for Db {
    async fn waiting_proposals(&self, desk: &Desk) -> Result<Vec<WaitingProposal>, Refusal> {
        Ok(waiting_proposals(self, desk).await?)
    }

    async fn open_proposals(
        &self,
        desk: &Desk,
        customer: CustomerId,
    ) -> Result<Vec<Proposal>, Refusal> {
        Ok(open_proposals(self, desk, customer).await?)
    }

    async fn decide(
        &self,
        desk: &May<DecideProposals>,
        customer: CustomerId,
        proposal: ProposalId,
        version: Version,
        accepted: Vec<Field>,
    ) -> Result<(), Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(
            async move { decide::decide(&db, &desk, customer, proposal, version, &accepted).await },
        )
        .await
    }
}

/// A row, with who proposed it and what the customer holds today.
#[derive(Debug)]
pub(crate) struct Stored {
    pub(crate) id: Uuid,
    pub(crate) proposed: Value,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) accepted: Option<Vec<String>>,
    pub(crate) user_name: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) today: Value,
    pub(crate) version: i32,
}

async fn waiting_proposals(db: &Db, desk: &Desk) -> Result<Vec<WaitingProposal>, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let rows = sqlx::query!(
        r#"
        select customer.id, customer.number,
            coalesce(customer.company, customer.first_name || ' ' || customer.last_name) as "name!",
            coalesce(
                nullif(btrim(account.first_name || ' ' || account.last_name), ''), account.user_name
            ) as "by!",
            proposal.created_at
        from customer_proposal as proposal
        join account on account.reseller_id = proposal.reseller_id and account.id = proposal.account_id
        join customer on customer.reseller_id = proposal.reseller_id and customer.id = proposal.customer_id
        where proposal.reseller_id = $1 and proposal.decided_at is null
        order by proposal.created_at, proposal.id
        limit 200
        "#,
        tx.reseller()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows
        .into_iter()
        .map(|row| WaitingProposal {
            customer: CustomerId::from_uuid(row.id),
            number: row.number,
            name: row.name,
            by: row.by,
            at: row.created_at,
        })
        .collect())
}

async fn open_proposals(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
) -> Result<Vec<Proposal>, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let rows = sqlx::query_as!(
        Stored,
        r#"
        select proposal.id, proposal.proposed, proposal.created_at, proposal.decided_at, proposal.accepted,
            account.user_name, account.first_name, account.last_name,
            customer_record(customer) as "today!", customer.version
        from customer_proposal as proposal
        join account on account.reseller_id = proposal.reseller_id and account.id = proposal.account_id
        join customer on customer.reseller_id = proposal.reseller_id and customer.id = proposal.customer_id
        where proposal.reseller_id = $1 and proposal.customer_id = $2 and proposal.decided_at is null
        order by proposal.created_at, proposal.id
        "#,
        tx.reseller(),
        customer.uuid()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    rows.into_iter().map(proposal).collect()
}

/// As the domain holds it.
pub(crate) fn proposal(row: Stored) -> Result<Proposal, Failure> {
    let name = format!("{} {}", row.first_name, row.last_name);
    let accepted = row.accepted.as_deref();
    let changes = changes(&row.proposed)
        .map(|(field, proposed)| Change {
            field,
            today: text(&row.today, field),
            proposed,
            accepted: accepted.map(|fields| fields.iter().any(|name| name == field.name())),
        })
        .collect();
    Ok(Proposal {
        id: ProposalId::from_uuid(row.id),
        by: match name.trim() {
            "" => row.user_name,
            name => name.to_owned(),
        },
        at: row.created_at,
        decided_at: row.decided_at,
        changes,
        version: Version(row.version),
    })
}

/// The proposed fields with their texts, in the order of the form.
fn changes(proposed: &Value) -> impl Iterator<Item = (Field, String)> + '_ {
    Field::ALL.into_iter().filter_map(|field| {
        let text = proposed.get(field.name())?.as_str()?;
        Some((field, text.to_owned()))
    })
}

/// What a customer's record holds in a field; empty where it holds nothing.
fn text(record: &Value, field: Field) -> String {
    let text = record.get(field.name()).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

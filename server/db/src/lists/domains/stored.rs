//! A row of the list of domains, and all of them at once.

use domain::list::{Gathered, ListKind, Row};
use futures_util::TryStreamExt;
use uuid::Uuid;

use crate::{
    customers::count,
    domains::shown,
    error::Failure,
    lists::{customer_text, gathered},
    tenant::TenantTx,
};

/// What of the table the list shows.
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) contract: String,
    pub(super) name: String,
    pub(super) urgency: i32,
    pub(super) active: bool,
    pub(super) registrar: String,
    /// Of the customer it belongs to, as all that follow.
    pub(super) number: Option<String>,
    pub(super) last_name: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) company: Option<String>,
}

impl Stored {
    pub(super) fn row(self) -> Row {
        let customer = [
            &self.number,
            &self.last_name,
            &self.first_name,
            &self.company,
        ];
        let customer = customer_text(customer.map(Option::as_deref));
        let is_unassigned = self.number.is_none();
        Row(vec![
            self.id.into(),
            self.contract.into(),
            shown(&self.name).into(),
            customer.into(),
            count(self.urgency).into(),
            (!self.active).into(),
            self.registrar.into(),
            is_unassigned.into(),
        ])
    }
}

pub(in crate::lists) async fn rows(tx: &mut TenantTx) -> Result<Gathered, Failure> {
    let rows = sqlx::query_as!(
        Stored,
        r#"
        select domain.id, domain.contract, domain.name, domain.urgency as "urgency!", domain.active, domain.registrar,
            owner.number as "number?", owner.last_name as "last_name?", owner.first_name as "first_name?", owner.company
        from domain
        left join customer as owner
            on owner.reseller_id = domain.reseller_id and owner.id = domain.customer_id
        where domain.reseller_id = $1
        "#,
        tx.reseller()
    )
    .fetch(&mut **tx)
    .map_ok(Stored::row);
    gathered(ListKind::Domains, rows).await
}

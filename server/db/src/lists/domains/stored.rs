//! A row of the list of domains, and all of them at once.

use domain::list::Row;
use uuid::Uuid;

use crate::{
    customers::count, domains::shown, error::Failure, lists::customer_text, tenant::TenantTx,
};

/// What of the table the list shows.
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) contract: String,
    pub(super) name: String,
    pub(super) urgency: i32,
    pub(super) active: bool,
    pub(super) registrar: String,
}

impl Stored {
    pub(super) fn row(self, customer: &[Option<String>; 4]) -> Row {
        let [number, last_name, first_name, company] = customer.each_ref().map(Option::as_deref);
        Row(vec![
            self.id.into(),
            self.contract.into(),
            shown(&self.name).into(),
            customer_text(number, last_name, first_name, company).into(),
            count(self.urgency).into(),
            (!self.active).into(),
            self.registrar.into(),
            number.is_none().into(),
        ])
    }
}

pub(in crate::lists) async fn rows(tx: &mut TenantTx) -> Result<Vec<Row>, Failure> {
    let rows = sqlx::query!(
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
    .map(|row| {
        let customer = [row.number, row.last_name, row.first_name, row.company];
        let stored = Stored {
            id: row.id,
            contract: row.contract,
            name: row.name,
            urgency: row.urgency,
            active: row.active,
            registrar: row.registrar,
        };
        stored.row(&customer)
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows)
}

//! A row of the list of products, and all of them at once.

use chrono::NaiveDate;
use domain::{keys::product_reference, list::Row, product_list::written_day};
use uuid::Uuid;

use crate::{error::Failure, lists::customer_text, tenant::TenantTx};

/// What of the table the list shows.
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) article: Option<String>,
    pub(super) contract: Option<String>,
    pub(super) active: bool,
    pub(super) since: NaiveDate,
}

impl Stored {
    pub(super) fn row(self, customer: &[Option<String>; 4]) -> Row {
        let [number, last_name, first_name, company] = customer.each_ref().map(Option::as_deref);
        Row(vec![
            self.id.into(),
            (self.kind == "reseller").into(),
            self.name.into(),
            product_reference(self.article.as_deref(), self.contract.as_deref()).into(),
            customer_text(number, last_name, first_name, company).into(),
            (!self.active).into(),
            written_day(self.since).into(),
            number.is_none().into(),
        ])
    }
}

pub(in crate::lists) async fn rows(tx: &mut TenantTx) -> Result<Vec<Row>, Failure> {
    let rows = sqlx::query!(
        r#"
        select product.id, product.kind, product.name,
            product.shop_article as article, product.contract, product.active, product.since,
            owner.number as "number?", owner.last_name as "last_name?", owner.first_name as "first_name?", owner.company
        from product
        left join customer as owner
            on owner.reseller_id = product.reseller_id and owner.id = product.customer_id
        where product.reseller_id = $1
        "#,
        tx.reseller()
    )
    .map(|row| {
        let customer = [row.number, row.last_name, row.first_name, row.company];
        let stored = Stored {
            id: row.id,
            kind: row.kind,
            name: row.name,
            article: row.article,
            contract: row.contract,
            active: row.active,
            since: row.since,
        };
        stored.row(&customer)
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows)
}

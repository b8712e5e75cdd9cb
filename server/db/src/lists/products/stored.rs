//! A row of the list of products, and all of them at once.

use chrono::NaiveDate;
use domain::{
    keys::product_reference,
    list::{Gathered, ListKind, Row},
    product_list::written_day,
};
use futures_util::TryStreamExt;
use uuid::Uuid;

use crate::{
    error::Failure,
    lists::{customer_text, gathered},
    tenant::TenantTx,
};

/// What of the table the list shows.
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) article: Option<String>,
    pub(super) contract: Option<String>,
    pub(super) active: bool,
    pub(super) since: NaiveDate,
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
            (self.kind == "reseller").into(),
            self.name.into(),
            product_reference(self.article.as_deref(), self.contract.as_deref()).into(),
            customer.into(),
            (!self.active).into(),
            written_day(self.since).into(),
            is_unassigned.into(),
        ])
    }
}

pub(in crate::lists) async fn rows(tx: &mut TenantTx) -> Result<Gathered, Failure> {
    let rows = sqlx::query_as!(
        Stored,
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
    .fetch(&mut **tx)
    .map_ok(Stored::row);
    gathered(ListKind::Products, rows).await
}

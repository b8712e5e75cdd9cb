//! An end customer who signs in at the demo's portal.

use domain::values::AccountId;

use crate::{error::Failure, tenant::TenantTx};

/// The user name.
const NAME: &str = "kunde";

/// Stores an account that may see two customers with domains that ask for something. `None`: the demo
/// is too small to have any.
pub(super) async fn store(tx: &mut TenantTx) -> Result<Option<AccountId>, Failure> {
    let account = AccountId::new();
    let linked = sqlx::query!(
        r#"
        with own as (
            select id
            from customer
            where reseller_id = $1 and user_count > 0 and number_value between 20001 and 99999 and exists (
                select from domain
                where domain.reseller_id = $1 and domain.customer_id = customer.id and needs_action
            )
            order by number_key, number collate "C"
            limit 2
        ), stored as (
            insert into account (reseller_id, id, user_name, first_name, last_name, email, role)
            select $1, $2, $3, 'Karla', 'Kundin', 'karla.kundin@example.com', 'portal'
            where exists (select from own)
        )
        insert into customer_account (reseller_id, customer_id, account_id)
        select $1, id, $2 from own
        "#,
        tx.reseller(),
        account.uuid(),
        NAME
    )
    .execute(&mut **tx)
    .await?;
    Ok((linked.rows_affected() > 0).then_some(account))
}

//! Whom a customer could be linked with.

use domain::{
    principal::Desk,
    user::UserChoice,
    values::{AccountId, CustomerId},
};

use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn choices(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    search: &str,
    most: u32,
) -> Result<Vec<UserChoice>, Failure> {
    let mut tx = TenantTx::search(db, desk).await?;
    let found = sqlx::query!(
        r#"
        select account.id, account.user_name, account.first_name, account.last_name, account.active,
            array(
                select customer.number
                from customer_account as link
                join customer on customer.reseller_id = link.reseller_id and customer.id = link.customer_id
                where link.reseller_id = account.reseller_id and link.account_id = account.id
                order by customer.number_key
                limit 3
            ) as "customers!"
        from account
        where account.role = 'portal'
            and strpos(
                lower(concat_ws(' ', account.user_name, account.first_name, account.last_name, account.email)),
                lower($2)
            ) > 0
            and not exists (
                select from customer_account as own
                where own.reseller_id = account.reseller_id and own.account_id = account.id
                    and own.customer_id = $1
            )
        order by account.user_name_key collate "C"
        limit $3
        "#,
        customer.uuid(),
        search.trim(),
        i64::from(most)
    )
    .map(|row| UserChoice {
        id: AccountId::from_uuid(row.id),
        user_name: row.user_name,
        first_name: row.first_name,
        last_name: row.last_name,
        active: row.active,
        customers: row.customers,
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}

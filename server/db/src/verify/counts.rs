//! What triggers and the program count along, counted anew.

use sqlx::PgConnection;

use super::{Check, FaultKind, Finding, counted, faults};

pub(super) async fn check(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let mut places = of_customers(connection).await?;
    places.extend(of_lists(connection).await?);
    places.extend(of_factors(connection).await?);
    let looked_at = sqlx::query_scalar!(
        r#"
        select (select count(*) * 2 from customer) + (select count(*) from customer_list_state)
            + (select count(*) from list_state) + (select count(*) from account)
        "#
    )
    .fetch_one(connection)
    .await?;
    Ok(Finding {
        check: Check::Counts,
        looked_at: counted(looked_at),
        faults: faults(FaultKind::CountWrong, places).collect(),
    })
}

/// How many products and users a customer has.
async fn of_customers(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('customer.%s %s/%s', wrong.name, customer.reseller_id, customer.id) as "place!"
        from customer
        left join (
            select reseller_id, customer_id, count(*) as amount
            from product where customer_id is not null group by reseller_id, customer_id
        ) as product on product.reseller_id = customer.reseller_id and product.customer_id = customer.id
        left join (
            select reseller_id, customer_id, count(*) as amount
            from customer_account group by reseller_id, customer_id
        ) as person on person.reseller_id = customer.reseller_id and person.customer_id = customer.id
        cross join lateral (values
            ('product_count', customer.product_count <> coalesce(product.amount, 0)),
            ('user_count', customer.user_count <> coalesce(person.amount, 0))
        ) as wrong (name, found)
        where wrong.found
        order by 1
        "#
    )
    .fetch_all(connection)
    .await
}

/// How long each list is. A reseller that never had a row has no state.
async fn of_lists(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('%s %s', coalesce(counted.list, stored.list), coalesce(counted.reseller_id, stored.reseller_id))
            as "place!"
        from (
            select reseller_id, 'customer_list_state' as list, count(*) as size from customer group by reseller_id
            union all
            select reseller_id, 'list_state/domains', count(*) from domain group by reseller_id
            union all
            select reseller_id, 'list_state/products', count(*) from product group by reseller_id
        ) as counted
        full join (
            select reseller_id, 'customer_list_state' as list, customers as size from customer_list_state
            union all
            select reseller_id, 'list_state/' || list, size from list_state
        ) as stored on stored.reseller_id = counted.reseller_id and stored.list = counted.list
        where coalesce(counted.size, 0) <> coalesce(stored.size, 0)
        order by 1
        "#
    )
    .fetch_all(connection)
    .await
}

/// Whether an account has a second factor.
async fn of_factors(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"
        select format('account.has_second_factor %s/%s', reseller_id, id) as "place!"
        from account
        where has_second_factor <> (
            exists (
                select from totp_factor
                where totp_factor.reseller_id = account.reseller_id and account_id = account.id
                    and confirmed_at is not null
            ) or exists (
                select from passkey
                where passkey.reseller_id = account.reseller_id and account_id = account.id
            )
        )
        order by 1
        "#
    )
    .fetch_all(connection)
    .await
}

//! What ids in entries are called.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{error::Failure, tenant::TenantTx};

/// Names of customers, domains, products and accounts by their ids; of what is gone, the last name
/// that the log knows.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<Uuid, Name>);

#[derive(Debug)]
struct Name {
    text: String,
    /// A customer that is there.
    customer: bool,
}

impl Names {
    pub(super) async fn of(tx: &mut TenantTx, mut ids: Vec<Uuid>) -> Result<Self, Failure> {
        ids.sort();
        ids.dedup();
        let found = sqlx::query!(
            r#"
            select
                given.id as "id!",
                customer.id is not null as "customer!",
                coalesce(
                    customer.number || ' ' || coalesce(customer.company, customer.last_name || ', ' || customer.first_name),
                    domain.name,
                    product.name,
                    account.user_name,
                    last.record ->> 'number' || ' ' || coalesce(last.record ->> 'company', last.record ->> 'last_name', ''),
                    last.record ->> 'name',
                    last.record ->> 'user_name'
                ) as name
            from unnest($2::uuid[]) as given (id)
            left join customer on customer.reseller_id = $1 and customer.id = given.id
            left join domain on domain.reseller_id = $1 and domain.id = given.id
            left join product on product.reseller_id = $1 and product.id = given.id
            left join account on account.reseller_id = $1 and account.id = given.id
            left join lateral (
                select coalesce(before, after) as record
                from audit_entry
                where reseller_id = $1 and object_id = given.id
                order by at desc
                limit 1
            ) as last on true
            "#,
            tx.reseller(),
            &ids
        )
        .fetch_all(&mut **tx)
        .await?;
        let names = found.into_iter().filter_map(|row| {
            let name = Name {
                text: row.name?.trim().to_owned(),
                customer: row.customer,
            };
            Some((row.id, name))
        });
        Ok(Self(names.collect()))
    }

    /// What this id is called.
    pub(super) fn name(&self, id: Uuid) -> Option<&str> {
        self.0.get(&id).map(|name| name.text.as_str())
    }

    /// There is a customer with this id.
    pub(super) fn is_customer(&self, id: Uuid) -> bool {
        self.0.get(&id).is_some_and(|name| name.customer)
    }

    #[cfg(test)]
    pub(super) fn of_pairs(pairs: &[(Uuid, &str)]) -> Self {
        let named = pairs.iter().map(|(id, text)| {
            let text = (*text).to_owned();
            (
                *id,
                Name {
                    text,
                    customer: true,
                },
            )
        });
        Self(named.collect())
    }
}

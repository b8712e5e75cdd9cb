//! Who works for the demo's reseller.

use domain::{rights::Right, values::AccountId};

use crate::{error::Failure, tenant::TenantTx};

/// User name, first and last name, right.
const STAFF: [(&str, &str, &str, Right); 2] = [
    ("mitarbeiter", "Miriam", "Mitarbeiter", Right::Edit),
    ("azubi", "Ali", "Azubi", Right::View),
];

/// Stores one account that edits and one that only looks.
pub(super) async fn store(tx: &mut TenantTx) -> Result<Vec<AccountId>, Failure> {
    let mut stored = Vec::new();
    for (user_name, first_name, last_name, right) in STAFF {
        let account = AccountId::new();
        sqlx::query!(
            "insert into account (reseller_id, id, user_name, first_name, last_name, email, role, staff_right)
             values ($1, $2, $3, $4, $5, $3 || '@example.com', 'staff', $6)",
            tx.reseller(),
            account.uuid(),
            user_name,
            first_name,
            last_name,
            right.word()
        )
        .execute(&mut **tx)
        .await?;
        stored.push(account);
    }
    Ok(stored)
}

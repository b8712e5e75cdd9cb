//! One staff account, held for a change.

use domain::{refusal::Refusal, staff_form::StaffForm, user_form::UserForm, values::AccountId};
use serde_json::Value;
use uuid::Uuid;

use crate::{error::Failure, tenant::TenantTx};

/// What is stored of an account whose row nobody else changes until the transaction ends.
pub(super) struct Held {
    pub(super) id: AccountId,
    pub(super) version: i32,
    pub(super) record: StaffForm,
    pub(super) active: bool,
    pub(super) has_password: bool,
    /// As the audit log keeps it.
    pub(super) entry: Value,
}

/// Holds a staff account. Any other account is not found.
pub(super) async fn hold(tx: &mut TenantTx, id: AccountId) -> Result<Held, Failure> {
    let row = sqlx::query!(
        r#"
        select version, user_name, first_name, last_name, email, active, has_password,
            staff_right as "staff_right!",
            staff_record(user_name, first_name, last_name, email, active, staff_right) as "entry!"
        from account
        where id = $1 and role = 'staff'
        for update
        "#,
        id.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    Ok(Held {
        id,
        version: row.version,
        record: StaffForm {
            person: UserForm {
                user_name: row.user_name,
                first_name: row.first_name,
                last_name: row.last_name,
                email: row.email,
            },
            right: row.staff_right,
        },
        active: row.active,
        has_password: row.has_password,
        entry: row.entry,
    })
}

/// Notes what happened to an account. `kind`: as the log names it.
pub(super) async fn note(
    tx: &mut TenantTx,
    id: AccountId,
    kind: &'static str,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tx.reseller(),
        Uuid::now_v7(),
        actor,
        actor_account,
        kind,
        id.uuid(),
        before,
        after
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

//! A new staff account.

use domain::{principal::Desk, staff::NewStaff, staff_form::StaffForm, values::AccountId};

use super::one::{hold, note};
use crate::{
    Db, Invitation,
    error::Failure,
    tenant::TenantTx,
    users::{invite, unless_the_same},
};

/// The id that the browser made lets a form that is sent twice create one account.
pub(super) async fn create(
    db: &Db,
    desk: &Desk,
    id: AccountId,
    new: &NewStaff,
    invitation: Invitation,
) -> Result<(), Failure> {
    let Err(failure) = store(db, desk, id, new, invitation).await else {
        return Ok(());
    };
    let there = async {
        let mut tx = TenantTx::begin(db, desk).await?;
        let account = hold(&mut tx, id).await?;
        Ok(account.record == StaffForm::from(new))
    };
    unless_the_same(there, failure).await
}

async fn store(
    db: &Db,
    desk: &Desk,
    id: AccountId,
    new: &NewStaff,
    invitation: Invitation,
) -> Result<(), Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let is_new = insert(&mut tx, id, new).await?;
    let account = hold(&mut tx, id).await?;
    if is_new {
        note(&mut tx, id, "staff.created", None, Some(&account.entry)).await?;
    }
    if !account.has_password {
        invite(&mut tx, id, invitation).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// False where there is an account with this id already.
async fn insert(tx: &mut TenantTx, id: AccountId, new: &NewStaff) -> Result<bool, Failure> {
    let stored = sqlx::query!(
        "insert into account (reseller_id, id, user_name, first_name, last_name, email, role, staff_right)
         values ($1, $2, $3, $4, $5, $6, 'staff', $7)
         on conflict on constraint account_pkey do nothing",
        tx.reseller(),
        id.uuid(),
        new.person.user_name.as_str(),
        new.person.first_name.as_str(),
        new.person.last_name.as_str(),
        new.person.email.as_str(),
        new.right.word()
    )
    .execute(&mut **tx)
    .await?;
    Ok(stored.rows_affected() == 1)
}

//! Editing a staff account, letting it in or not, inviting it again, deleting it.

use domain::{
    principal::Desk,
    refusal::Refusal,
    staff::{NewStaff, of_somebody_else},
    staff_form::StaffForm,
    values::{AccountId, Version},
};

use super::one::{Held, hold, note};
use crate::{
    Db, Invitation,
    error::Failure,
    tenant::TenantTx,
    users::{end_access, follow_to_new_address, invite},
};

pub(super) async fn update(
    db: &Db,
    desk: &Desk,
    id: AccountId,
    version: Version,
    new: &NewStaff,
    mails: bool,
) -> Result<(), Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let account = hold(&mut tx, id).await?;
    let form = StaffForm::from(new);
    // The same edit sent again, because the first answer was lost, is no conflict.
    if account.record == form {
        return Ok(());
    }
    if account.version != version.0 {
        return Err(Refusal::Changed.into());
    }
    if account.record.right != form.right {
        of_somebody_else(desk, id)?;
    }
    replace(&mut tx, id, new).await?;
    let now = hold(&mut tx, id).await?;
    note_change(&mut tx, "staff.changed", &account, &now).await?;
    let has_moved = account.record.person.email != now.record.person.email;
    if has_moved && mails {
        let waits = account.active && !account.has_password;
        follow_to_new_address(&mut tx, id, waits).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn replace(tx: &mut TenantTx, id: AccountId, new: &NewStaff) -> Result<(), Failure> {
    sqlx::query!(
        "update account
         set user_name = $2, first_name = $3, last_name = $4, email = $5, staff_right = $6,
             version = version + 1
         where id = $1",
        id.uuid(),
        new.person.user_name.as_str(),
        new.person.first_name.as_str(),
        new.person.last_name.as_str(),
        new.person.email.as_str(),
        new.right.word()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn note_change(
    tx: &mut TenantTx,
    kind: &'static str,
    before: &Held,
    after: &Held,
) -> Result<(), Failure> {
    note(tx, before.id, kind, Some(&before.entry), Some(&after.entry)).await
}

pub(super) async fn set_active(
    db: &Db,
    desk: &Desk,
    id: AccountId,
    active: bool,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let account = hold(&mut tx, id).await?;
    of_somebody_else(desk, id)?;
    if account.active != active {
        sqlx::query!(
            "update account set active = $2, version = version + 1 where id = $1",
            id.uuid(),
            active
        )
        .execute(&mut *tx)
        .await?;
        let now = hold(&mut tx, id).await?;
        let kind = if active {
            "staff.activated"
        } else {
            "staff.deactivated"
        };
        note_change(&mut tx, kind, &account, &now).await?;
        if !active {
            end_access(&mut tx, id).await?;
        }
        tx.commit().await?;
    }
    Ok(account.record.person.user_name)
}

pub(super) async fn invite_again(
    db: &Db,
    desk: &Desk,
    id: AccountId,
    invitation: Invitation,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let account = hold(&mut tx, id).await?;
    if account.has_password || !account.active {
        return Err(Refusal::Changed.into());
    }
    invite(&mut tx, id, invitation).await?;
    note(&mut tx, id, "staff.invited", None, Some(&account.entry)).await?;
    tx.commit().await?;
    Ok(account.record.person.user_name)
}

/// Sessions, links and mails go with the account.
pub(super) async fn delete(db: &Db, desk: &Desk, id: AccountId) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let account = hold(&mut tx, id).await?;
    of_somebody_else(desk, id)?;
    note(&mut tx, id, "staff.deleted", Some(&account.entry), None).await?;
    sqlx::query!("delete from account where id = $1", id.uuid())
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(account.record.person.user_name)
}
